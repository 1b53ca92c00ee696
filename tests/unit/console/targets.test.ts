import { expect, test } from "vitest";
import type { Colleague } from "#protocol/desk-frames.ts";
import { byRoom, snagOf, snagText } from "../../../widget/agent/talk/targets.ts";

const ben = (change: Partial<Colleague> = {}): Colleague => ({
  id: "ben",
  name: "Ben",
  presence: "available",
  connected: true,
  capacity: 3,
  used: 2,
  workstreamIds: [],
  ...change,
});

test.for([
  [{}, 1, "none"],
  [{}, 2, "full"],
  [{ used: 4 }, 1, "full"],
  [{ capacity: 1, used: 0 }, 2, "too-small"],
  [{ presence: "busy", used: 0 }, 1, "not-available"],
  [{ connected: false, used: 0 }, 1, "not-available"],
] as const)("a transfer to %j of %i units: %s", ([change, units, snag]) => {
  expect(snagOf(ben(change), units)).toBe(snag);
  expect(snagText(snag, units) === "").toBe(snag === "none");
});

test("whoever can take it stands first, then who has to get room, then who is not to be asked", () => {
  const all = [
    ben({ name: "Off", connected: false }),
    ben({ name: "Busy", presence: "busy", used: 0 }),
    ben({ name: "Small", capacity: 1, used: 0 }),
    ben({ name: "Full" }),
    ben({ name: "Zoe", used: 0 }),
    ben({ name: "Abe", used: 1 }),
  ];
  expect(byRoom(all, 2).map(({ name }) => name)).toEqual(["Abe", "Zoe", "Full", "Small", "Busy", "Off"]);
});
