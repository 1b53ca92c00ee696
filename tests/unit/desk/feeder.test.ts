import { expect, test } from "vitest";
import { colleaguesEveryMs, createFeeder, type FeedKind } from "../../../worker/objects/desk/feeder.ts";
import type { Consoles } from "../../../worker/objects/desk/consoles.ts";
import type { DeskFeed } from "#protocol/desk-frames.ts";

/** So many consoles, each an agent's; what was sent to whom, and whether it spoke of colleagues. */
function room(agents: number) {
  const sent: { agentId: string; colleagues: boolean }[] = [];
  const ids = Array.from({ length: agents }, (_, n) => `a${n}`);
  const consoles = {
    agentIds: () => ids,
    send: (agentId: string, feed: object) => void sent.push({ agentId, colleagues: "colleagues" in feed }),
  } as unknown as Consoles;
  const feedFor = (_agentId: string, _now: number, { withColleagues }: FeedKind) =>
    (withColleagues ? { colleagues: [] } : {}) as unknown as DeskFeed;
  return { feeder: createFeeder(consoles, feedFor, () => agents), take: () => sent.splice(0) };
}

test("a hundred consoles hear of their colleagues with every feed, a thousand every fifty seconds", () => {
  expect(colleaguesEveryMs(100, 100)).toBe(1_000);
  expect(colleaguesEveryMs(1_000, 1_000)).toBe(50_000);
});

test("in a small room every feed speaks of colleagues", () => {
  const { feeder, take } = room(3);
  feeder.changed([], 10_000);
  feeder.changed(["a1"], 10_500);
  expect(take().map(({ colleagues }) => colleagues)).toEqual([true, true, true, true]);
  expect(feeder.at).toBe(11_000);
});

test("in a large room what was left out follows when its time has come, though nothing else happens", () => {
  const { feeder, take } = room(400);
  feeder.changed([], 100_000);
  expect(take().every(({ colleagues }) => colleagues)).toBe(true);
  feeder.changed(["a1"], 100_200);
  expect(take()).toEqual([{ agentId: "a1", colleagues: false }]);
  expect(feeder.at).toBe(101_000);
  feeder.tick(101_000);
  const second = take();
  expect([second.length, second.some(({ colleagues }) => colleagues)]).toEqual([400, false]);
  expect(feeder.at).toBe(108_000);
  feeder.tick(108_000);
  expect(take().every(({ colleagues }) => colleagues)).toBe(true);
  expect(feeder.at).toBeNull();
});
