import fc from "fast-check";
import { expect, test } from "vitest";
import { usage } from "../../../worker/core/desk/slots.ts";
import { nextDeadline } from "../../../worker/core/desk/deadlines.ts";
import type { Roster } from "../../../worker/core/summary.ts";
import { checkRest } from "./rest.ts";
import { asker, person } from "./scene.ts";
import { HAPPENINGS } from "./small-conversation.ts";
import { World } from "./world.ts";

const AGENTS = ["ana", "ben", "cleo"];
const CONVERSATIONS = ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"];

function rosterWith(rev: number, capacities: readonly number[]): Roster {
  const streams = [["w"], ["w", "v"], ["v"]];
  return {
    rev,
    agents: AGENTS.map((id, n) => person(id, capacities[n] ?? 1, streams[n])),
    workstreams: [
      { id: "w", name: "w", offer: { mode: "automatic", seconds: 60 } },
      { id: "v", name: "v", offer: { mode: "by-hand", seconds: 60 } },
    ],
  };
}

const agent = fc.constantFrom(...AGENTS);
const conversation = fc.constantFrom(...CONVERSATIONS);
const nth = fc.nat(50);

/** One thing that happens in the world; what makes no sense at its time does nothing. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("start" as const),
      conversation,
      units: fc.constantFrom(1, 1, 1, 2, 3),
      workstream: fc.constantFrom("w", "v"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("live" as const), conversation, what: fc.constantFrom(...HAPPENINGS) }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("post" as const), nth, keep: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("deliver" as const), nth, lost: fc.constantFrom(false, false, true) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("connect" as const), agent }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("drop" as const), agent }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("presence" as const),
      agent,
      presence: fc.constantFrom("available", "available", "available", "busy", "away", "offline"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), agent }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("offer" as const),
      nth,
      accept: fc.boolean(),
      agent,
      own: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("take" as const), agent, conversation }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(1, 1_000, 30_000, 60_000, 150_000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ring" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("roster" as const), capacities: fc.tuple(fc.nat(3), fc.nat(4), fc.nat(3)) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

function take(world: World, now: Step, revs: { roster: number }): void {
  switch (now.do) {
    case "start":
      return world.start(now.conversation, now.units, now.workstream);
    case "live": {
      const one = world.conversations.get(now.conversation);
      if (one?.live(now.what, world.now) === true) world.posted.push(one.summary);
      return;
    }
    case "post": {
      const summary = pick(world.posted, now.nth);
      if (summary === undefined) return;
      if (!now.keep) world.posted.splice(world.posted.indexOf(summary), 1);
      world.tell({ type: "summary", summary });
      return;
    }
    case "deliver": {
      const item = pick(world.words(), now.nth);
      if (item !== undefined) world.deliver(item, now.lost);
      return;
    }
    case "connect":
      return world.connect(now.agent);
    case "drop":
      return world.drop(now.agent);
    case "presence":
      world.tell({ type: "presence", asker: asker(now.agent), presence: now.presence as "available" });
      return;
    case "leave":
      world.tell({ type: "agent-left", agentId: now.agent });
      return;
    case "offer": {
      const hand = pick(
        [...world.state.items.values()].map((item) => item.hand).filter((one) => one.at === "offered"),
        now.nth,
      );
      if (hand?.at !== "offered") return;
      world.tell({
        type: now.accept ? "accept" : "decline",
        asker: asker(now.own ? hand.agentId : now.agent),
        offerId: hand.offerId,
      });
      return;
    }
    case "take":
      world.tell({ type: "take", asker: asker(now.agent), conversationId: now.conversation });
      return;
    case "wait":
      world.now += now.ms;
      return;
    case "ring":
      world.now = Math.max(world.now, nextDeadline(world.state) ?? 0);
      world.tell({ type: "clock" });
      return;
    case "restart":
      return world.restart();
    case "roster":
      world.tell({ type: "roster", roster: rosterWith(++revs.roster, now.capacities) });
  }
}

test("invariants 7, 8, 9: whatever is lost, repeated, delayed and reordered, units add up, deadlines count once, and at rest nobody waits beside a free agent", () => {
  const seen = { assigned: 0, full: 0, takenBack: 0, missed: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 120, size: "max" }), (steps) => {
      const world = new World();
      const revs = { roster: 1 };
      world.tell({ type: "roster", roster: rosterWith(1, [1, 3, 2]) });
      for (const id of AGENTS) {
        world.connect(id);
        world.tell({ type: "presence", asker: asker(id), presence: "available" });
      }
      for (const one of steps) {
        take(world, one, revs);
        seen.assigned += [...world.conversations.values()].filter(({ phase }) => phase.state === "active").length;
        seen.takenBack += [...world.state.items.values()].filter(({ hand }) => hand.at === "taking-back").length;
        seen.missed += [...world.state.agents.values()].filter(({ presence }) => presence === "away").length;
        for (const [id, units] of usage(world.state))
          if (units === world.state.roster.agents.find((one) => one.id === id)?.capacity) seen.full++;
      }
      world.tell({ type: "clock" });
      world.settle();
      checkRest(world);
      expect(world.answered().filter((times) => times !== 1)).toEqual([]);
    }),
    { numRuns: Number(process.env["WALKS"] ?? 300), seed: Number(process.env["SEED"] ?? 20_261_123) },
  );
  // A walk that never gets anywhere would show nothing.
  expect(Object.entries(seen).filter(([, times]) => times < 100)).toEqual([]);
}, 60_000);
