import { describe, expect, test } from "vitest";
import { type Seat, type Waiting, route } from "../../../worker/core/desk/routing.ts";

const seat = (agentId: string, room: number, change: Partial<Seat> = {}): Seat => ({
  agentId,
  workstreamIds: ["w"],
  capacity: 10,
  room,
  idleSince: 0,
  ...change,
});
const waiting = (conversationId: string, change: Partial<Waiting> = {}): Waiting => ({
  conversationId,
  workstreamId: "w",
  units: 1,
  previousAgentId: null,
  onlyTo: null,
  refusedBy: [],
  ...change,
});

const cases: { what: string; queue: Waiting[]; seats: Seat[]; matches: Record<string, string> }[] = [
  { what: "nobody is here", queue: [waiting("c")], seats: [], matches: {} },
  { what: "most room", queue: [waiting("c")], seats: [seat("ana", 1), seat("ben", 2)], matches: { c: "ben" } },
  {
    what: "longest idle on a tie",
    queue: [waiting("c")],
    seats: [seat("ana", 2, { idleSince: 5 }), seat("ben", 2, { idleSince: 3 })],
    matches: { c: "ben" },
  },
  {
    what: "by id on a full tie",
    queue: [waiting("c")],
    seats: [seat("ben", 2), seat("ana", 2)],
    matches: { c: "ana" },
  },
  {
    what: "not another workstream's agent",
    queue: [waiting("c")],
    seats: [seat("ana", 2, { workstreamIds: ["v"] })],
    matches: {},
  },
  { what: "nobody without room", queue: [waiting("c", { units: 2 })], seats: [seat("ana", 1)], matches: {} },
  {
    what: "room is counted down",
    queue: [waiting("c"), waiting("d"), waiting("e")],
    seats: [seat("ana", 2)],
    matches: { c: "ana", d: "ana" },
  },
  {
    what: "spread by what is left",
    queue: [waiting("c"), waiting("d"), waiting("e")],
    seats: [seat("ana", 3), seat("ben", 2)],
    matches: { c: "ana", d: "ana", e: "ben" },
  },
  {
    what: "previous agent before more room",
    queue: [waiting("c", { previousAgentId: "ana" })],
    seats: [seat("ana", 1), seat("ben", 9)],
    matches: { c: "ana" },
  },
  {
    what: "previous agent without room: any",
    queue: [waiting("c", { previousAgentId: "ana" })],
    seats: [seat("ana", 0), seat("ben", 9)],
    matches: { c: "ben" },
  },
  {
    what: "whoever refused is passed over",
    queue: [waiting("c", { refusedBy: ["ben"] })],
    seats: [seat("ana", 1), seat("ben", 9)],
    matches: { c: "ana" },
  },
  {
    what: "previous agent who refused: another",
    queue: [waiting("c", { previousAgentId: "ana", refusedBy: ["ana"] })],
    seats: [seat("ana", 1), seat("ben", 1)],
    matches: { c: "ben" },
  },
  {
    what: "a transfer goes to its target",
    queue: [waiting("c", { onlyTo: "ana" })],
    seats: [seat("ana", 1), seat("ben", 9)],
    matches: { c: "ana" },
  },
  {
    what: "a transfer reaches its target in any workstream",
    queue: [waiting("c", { onlyTo: "ana" })],
    seats: [seat("ana", 1, { workstreamIds: [] })],
    matches: { c: "ana" },
  },
  {
    what: "a transfer waits for its full target",
    queue: [waiting("c", { onlyTo: "ana" })],
    seats: [seat("ana", 0), seat("ben", 9)],
    matches: {},
  },
  {
    what: "a transfer whose target is gone: any",
    queue: [waiting("c", { onlyTo: "ana" })],
    seats: [seat("ben", 9)],
    matches: { c: "ben" },
  },
  {
    what: "a transfer that its target declined: any",
    queue: [waiting("c", { onlyTo: "ana", refusedBy: ["ana"] })],
    seats: [seat("ana", 5), seat("ben", 5)],
    matches: { c: "ben" },
  },
  {
    what: "a waiting transfer keeps only its target from later ones",
    queue: [waiting("c", { onlyTo: "ana", units: 2 }), waiting("d")],
    seats: [seat("ana", 1), seat("ben", 1)],
    matches: { d: "ben" },
  },
  {
    what: "a large one is not overtaken in its workstream",
    queue: [waiting("c", { units: 3 }), waiting("d")],
    seats: [seat("ana", 2)],
    matches: {},
  },
  {
    what: "one that no capacity fits keeps nobody waiting",
    queue: [waiting("c", { units: 11 }), waiting("d")],
    seats: [seat("ana", 2)],
    matches: { d: "ana" },
  },
  {
    what: "one that everybody refused keeps nobody waiting",
    queue: [waiting("c", { refusedBy: ["ana"] }), waiting("d")],
    seats: [seat("ana", 2)],
    matches: { d: "ana" },
  },
  {
    what: "a large head of one workstream keeps no room from another's head",
    queue: [waiting("c", { units: 3 }), waiting("d", { workstreamId: "v" })],
    seats: [seat("ana", 2, { workstreamIds: ["w", "v"] })],
    matches: { d: "ana" },
  },
  { what: "room is never below nothing", queue: [waiting("c")], seats: [seat("ana", -1)], matches: {} },
];

describe("route", () => {
  test.for(cases)("$what", ({ queue, seats, matches }) => {
    expect(Object.fromEntries(route(queue, seats).map((match) => [match.conversationId, match.agentId]))).toEqual(
      matches,
    );
  });
});
