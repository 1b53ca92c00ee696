import { afterEach, expect, test, vi } from "vitest";
import { run } from "../../../widget/client/io/runner.ts";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";

afterEach(() => vi.unstubAllGlobals());

/** What becomes an uncaught error a moment later, and would end this test. */
function reports(): unknown[] {
  const reported: unknown[] = [];
  vi.stubGlobal("queueMicrotask", (work: () => void) => {
    try {
      work();
    } catch (error) {
      reported.push(error);
    }
  });
  return reported;
}

test("a listener that throws is reported, and keeps neither the others nor the machine from going on", async () => {
  const reported = reports();
  const world = createWorld(() => 0.5);
  const page = createConversation({
    role: "customer",
    ports: world.tab().ports,
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise: async () => ({ key: "credential" }),
    read: readServerFrame,
  });
  const fault = new Error("a screen's own");
  let told = 0;
  page.subscribe(() => {
    throw fault;
  });
  page.subscribe(() => void (told += 1));
  page.attach("c1", false);
  await world.clock.advance(1_000);
  expect(page.snapshot().status.is).toBe("connected");
  expect(told).toBeGreaterThan(1);
  expect(new Set(reported)).toEqual(new Set([fault]));
});

test("an effect that throws is reported, and the other effects and events come nevertheless", () => {
  const reported = reports();
  const { ports } = createWorld(() => 0.5).tab();
  const done: string[] = [];
  const step = (state: number, event: string) => ({ state: state + 1, effects: [`${event} bad`, `${event} good`] });
  const runner = run<number, string, string>(
    { start: 0, step },
    ports,
    (effect) => {
      if (effect.endsWith("bad")) throw new Error(effect);
      done.push(effect);
    },
    () => {},
  );
  runner.dispatch("one");
  runner.dispatch("two");
  expect([runner.state(), done]).toEqual([2, ["one good", "two good"]]);
  expect(reported).toHaveLength(2);
});

test("a machine that is ended by one of its own effects stays ended, and still does what was asked of it before", () => {
  const world = createWorld(() => 0.5);
  const { ports } = world.tab();
  const done: string[] = [];
  const runner = run<number, string, string>(
    {
      start: 0,
      step: (state, event) => ({ state: state + 1, effects: [event] }),
      alarm: { at: () => world.clock.now(), event: "tick" },
    },
    ports,
    (effect) => {
      done.push(effect);
      if (effect !== "end") return;
      runner.dispatch("last");
      runner.dispose();
    },
    () => {},
  );
  runner.dispatch("end");
  runner.dispatch("too late");
  expect(done).toEqual(["end", "last"]);
});
