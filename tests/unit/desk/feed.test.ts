import { describe, expect, test } from "vitest";
import { check } from "#protocol/decode.ts";
import { DeskFeed } from "#protocol/desk-frames.ts";
import { feedFor, narrowedTo } from "../../../worker/core/desk/feed.ts";
import { active, MINUTE, open, person, ref, rosterOf, Scene, START, waiting, wrapUp } from "./scene.ts";

const away = { since: START + 1, holdUntil: START + 5 * MINUTE, resumableUntil: START + 20 * MINUTE };
/** The feed; made of the part that concerns one agent, it is the same but for the colleagues. */
function feed({ state, now }: Scene, agentId: string): DeskFeed {
  const { colleagues: _colleagues, ...own } = feedFor(state, agentId, now);
  expect(feedFor(narrowedTo(state, agentId), agentId, now, false)).toEqual(own);
  return feedFor(state, agentId, now);
}

describe("feed", () => {
  test("an agent's own: offers, what they have, what waits for its customer to come back to them, what they wrap up", () => {
    const scene = new Scene(rosterOf([person("ana", 9)], { mode: "by-hand", seconds: 60 }));
    scene.report("held", active("ana", "o1", away), { startedAt: 1 });
    scene.report("waits", waiting("ana", away.resumableUntil), { startedAt: 2 });
    scene.report("ended", wrapUp("ana", "close"), { startedAt: 3 });
    scene.report("other", active("ben", "o2"));
    scene.report("asked", open({ previousAgent: ref("ben") }), { customer: { name: "Kim", verified: true }, units: 2 });
    const told = feed(scene, "ana");
    expect(check(DeskFeed, told)).toEqual({ ok: true, value: told });
    expect(told.mine.map(({ conversationId, state, since }) => [conversationId, state, since])).toEqual([
      ["held", "active", START + 1],
      ["waits", "waiting", START],
      ["ended", "wrap-up", START],
    ]);
    expect(told.mine[0]).toMatchObject({
      present: false,
      holdUntil: away.holdUntil,
      resumableUntil: away.resumableUntil,
    });
    expect(told.offers).toMatchObject([
      {
        offerId: scene.offerOf("asked"),
        expiresAt: START + MINUTE,
        item: { customerName: "Kim", verified: true, units: 2, previousAgentName: "BEN" },
      },
    ]);
    expect(told.me).toMatchObject({ name: "ANA", presence: "available", capacity: 9, used: 4 });
    expect(told.me.slots.map((slot) => slot.reason)).toEqual(["held", "wrap-up", "offered"]);
    expect(told.queue).toEqual({ count: 0, first: [] });
  });

  test("an automatic offer shows while the conversation is asked, without an end", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    expect(feed(scene, "ana").offers).toMatchObject([{ expiresAt: null }]);
    scene.report("c", active("ana", scene.offerOf("c")));
    expect(feed(scene, "ana").offers).toEqual([]);
  });

  test("the queue: agents see that of their workstreams, supervisors all of it, in its order, twenty and the count", () => {
    const scene = new Scene(rosterOf([person("ana"), { ...person("sue", 1, []), role: "supervisor" }]), []);
    for (let nth = 0; nth < 25; nth++) scene.report(`c${nth}`, open({ queuedAt: START + 100 - nth }));
    scene.report(
      "front",
      open({
        front: true,
        queuedAt: START + 200,
        present: false,
        awaySince: START + 5,
        resumableUntil: START + MINUTE,
      }),
    );
    scene.report("v", open(), { workstreamId: "v" });
    const { queue } = feed(scene, "ana");
    expect(queue.count).toBe(26);
    expect(queue.first).toHaveLength(20);
    expect(queue.first.slice(0, 2).map((item) => item.conversationId)).toEqual(["front", "c24"]);
    expect(queue.first[0]).toMatchObject({ present: false, since: START + 5, resumableUntil: START + MINUTE });
    expect(feed(scene, "sue").queue.count).toBe(27);
  });

  test("what was transferred says for whom it waits: to its target, to who transferred it, and to all who see the queue", () => {
    const sue = { ...person("sue", 1, []), role: "supervisor" as const };
    const people = [person("ana", 1, ["v"]), person("ben", 1, ["v"]), person("cy"), person("dan", 1, ["v"]), sue];
    const scene = new Scene(rosterOf(people), ["ben"]);
    scene.given("full", { workstreamId: "v" });
    scene.report("c", open({ onlyTo: "ben", notTo: ["ana"] }));
    const waits = (agentId: string) => feed(scene, agentId).queue.first.map(({ waitsFor }) => waitsFor);
    const ben = { id: "ben", name: "BEN" };
    for (const agentId of ["ana", "ben", "sue"]) expect(waits(agentId)).toEqual([{ ...ben, mayTake: true }]);
    expect(waits("cy")).toEqual([{ ...ben, mayTake: false }]);
    expect(waits("dan")).toEqual([]);
    scene.presence("ben", "busy");
    expect(waits("cy")).toEqual([null]);
  });

  test("colleagues: everybody else on the roster, with their presence and use", () => {
    const scene = new Scene(rosterOf([person("ana", 3), person("ben")]), ["ana"]);
    scene.given("c", { units: 2 });
    expect(feed(scene, "ben").colleagues).toEqual([
      { id: "ana", name: "ANA", presence: "available", connected: true, capacity: 3, used: 2, workstreamIds: ["w"] },
    ]);
    expect(feed(scene, "ana").colleagues).toMatchObject([{ id: "ben", presence: "offline", connected: false }]);
  });

  test("somebody whom the roster does not know yet has no room and no queue", () => {
    const scene = new Scene(rosterOf([]));
    scene.report("c", open());
    expect(feed(scene, "new")).toMatchObject({ me: { id: "new", capacity: 0 }, queue: { count: 0 } });
  });
});

describe("urgency", () => {
  const urgent = (scene: Scene) =>
    scene.effects.flatMap((effect) => (effect.type === "feed" ? [[...effect.urgent].toSorted()] : []));

  test("whoever is concerned is told at once: before and after", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")], { mode: "by-hand", seconds: 60 }));
    scene.report("c", open());
    expect(urgent(scene)).toEqual([["ana"]]);
    scene.presence("ana", "away");
    expect(urgent(scene)).toEqual([["ana", "ben"]]);
    scene.report("d", open(), { workstreamId: "v" });
    expect(urgent(scene)).toEqual([[]]);
    scene.report("w", waiting("ana", START + MINUTE));
    expect(urgent(scene)).toEqual([["ana"]]);
    scene.report("w", { state: "closed" });
    expect(urgent(scene)).toEqual([["ana"]]);
    scene.tell({ type: "roster", roster: rosterOf([], undefined, 2) });
    expect(urgent(scene)).toEqual([["ana", "ben"]]);
  });

  test("nobody is told of nothing", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.tell({ type: "clock" });
    expect(urgent(scene)).toEqual([]);
  });
});
