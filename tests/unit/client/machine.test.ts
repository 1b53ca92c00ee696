import { expect, test } from "vitest";
import { pure } from "../../../widget/client/core/machine.ts";
import type { Turn } from "../../../widget/client/core/machine.ts";

interface State {
  count: number;
  names: readonly string[];
  place: { at: string };
}
const state: State = { count: 1, names: ["a", "b"], place: { at: "home" } };
const step = pure((turn: Turn<State, string>, work: (turn: Turn<State, string>) => void) => work(turn));

test("what is written is in the next state; the one before stays as it was, and so does what was not written", () => {
  const after = step(state, (turn) => void (turn.count += turn.now + turn.random), 10, 0.5).state;
  expect(after).toEqual({ ...state, count: 11.5 });
  expect(state.count).toBe(1);
  expect([after.names === state.names, after.place === state.place]).toEqual([true, true]);
});

test("a step that changed nothing has the very same state after it", () => {
  expect(step(state, () => {}, 0, 0).state).toBe(state);
  expect(step(state, (turn) => void (turn.count = 1), 0, 0).state).toBe(state);
  const shorter = step(state, (turn) => (turn.names = turn.names.slice(1)), 0, 0).state;
  expect(shorter.names).toEqual(["b"]);
});

test("what is to be done comes out in order", () => {
  const work = (turn: Turn<State, string>): void => ["one", "two"].forEach(turn.do);
  expect(step(state, work, 0, 0)).toEqual({ state, effects: ["one", "two"] });
});
