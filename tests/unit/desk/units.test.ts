import { describe, expect, test } from "vitest";
import { nextDeadline } from "../../../worker/core/desk/deadlines.ts";
import { PLACES_EVERY_MS } from "../../../worker/core/desk/places.ts";
import { ASK_AFTER_MS } from "../../../worker/core/desk/state.ts";
import {
  active,
  expectNothingNew,
  MINUTE,
  open,
  person,
  ref,
  rosterOf,
  Scene,
  START,
  waiting,
  wrapUp,
} from "./scene.ts";

const away = { since: START, holdUntil: START + 5 * MINUTE, resumableUntil: START + 20 * MINUTE };

describe("queue", () => {
  test("K01 dropped while queued: keeps its place, is offered to nobody, and is served first on return", () => {
    const scene = new Scene(rosterOf([person("ana")]), []);
    scene.report("c", open());
    scene.report("d", open({ queuedAt: START + 1 }));
    scene.report("c", open({ present: false, awaySince: START, resumableUntil: START + 20 * MINUTE }));
    scene.report("c", open());
    scene.tell({ type: "agent-connected", agentId: "ana" });
    scene.presence("ana", "available");
    expect(scene.askedFor("c")).toBe("ana");
    expect(scene.askedFor("d")).toBeNull();
  });

  test("K01 limit passed while away: closed, never assigned, whatever is still told of it", () => {
    const scene = new Scene(rosterOf([person("ana")]), []);
    const queued = scene.summary("c", open());
    scene.tell({ type: "summary", summary: queued });
    scene.report("c", open({ present: false, awaySince: START, resumableUntil: START + 20 * MINUTE }));
    const returned = scene.summary("c", open());
    scene.report("c", { state: "closed" });
    scene.tell({ type: "agent-connected", agentId: "ana" });
    scene.presence("ana", "available");
    expectNothingNew(scene, { type: "summary", summary: queued });
    expectNothingNew(scene, { type: "summary", summary: returned });
    expect(scene.state.items.size).toBe(0);
  });

  test("the returned and given back stand before those that wait for the first time", () => {
    const scene = new Scene(rosterOf([person("ana")]), []);
    scene.report("first", open());
    scene.report("second", open({ queuedAt: START + 1 }));
    scene.report("back", open({ queuedAt: START + 2, front: true }));
    scene.tell({ type: "agent-connected", agentId: "ana" });
    scene.presence("ana", "available");
    expect(scene.askedFor("back")).toBe("ana");
    scene.answer("back", "accepted");
    scene.report("back", { state: "closed" });
    expect(scene.askedFor("first")).toBe("ana");
  });

  test("customers who are there are told their place, when it changes; those who are away when they return", () => {
    const scene = new Scene(rosterOf([person("ana")]), []);
    scene.report("c", open());
    expect(scene.words("place")).toEqual([{ type: "place", conversationId: "c", place: 1 }]);
    scene.report("d", open({ queuedAt: START + 1 }));
    expect(scene.words("place")).toEqual([{ type: "place", conversationId: "d", place: 2 }]);
    const gone = { present: false, awaySince: START, resumableUntil: START + 20 * MINUTE };
    scene.report("d", open({ queuedAt: START + 1, ...gone }));
    scene.report("c", { state: "closed" });
    expect(scene.words("place")).toEqual([]);
    scene.report("d", open({ queuedAt: START + 1 }));
    expect(scene.words("place")).toEqual([{ type: "place", conversationId: "d", place: 1 }]);
    scene.report("other", open(), { workstreamId: "v" });
    expect(scene.words("place")).toEqual([{ type: "place", conversationId: "other", place: 1 }]);
  });

  test("a queue that moves quickly is told its places together, and not at each step", () => {
    const scene = new Scene(rosterOf([]));
    for (let n = 0; n < 20; n++) scene.report(`c${n + 10}`, open({ queuedAt: START + n }));
    scene.report("c10", { state: "closed" });
    expect(scene.words("place")).toHaveLength(19);
    for (const id of ["c11", "c12"]) {
      scene.report(id, { state: "closed" });
      expect(scene.words("place")).toEqual([]);
    }
    scene.report("new", open({ queuedAt: START + 20 }));
    expect(scene.words("place")).toEqual([{ type: "place", conversationId: "new", place: 18 }]);
    expect(nextDeadline(scene.state)).toBe(START + PLACES_EVERY_MS);
    scene.pass(PLACES_EVERY_MS);
    expect(scene.words("place")).toHaveLength(17);
    expect(scene.words("place")).toContainEqual({ type: "place", conversationId: "c13", place: 1 });
    expect(nextDeadline(scene.state)).toBeNull();
  });

  test("places beyond the twentieth are not told", () => {
    const scene = new Scene(rosterOf([]));
    for (let nth = 1; nth <= 20; nth++) scene.report(`c${nth}`, open({ queuedAt: START + nth }));
    expect(scene.words("place")).toMatchObject([{ place: 20 }]);
    scene.report("c21", open({ queuedAt: START + 21 }));
    expect(scene.words("place")).toEqual([]);
    scene.report("front", open({ queuedAt: START + 22, front: true }));
    expect(scene.words("place")).toHaveLength(21);
    expect(scene.words("place")).toContainEqual({ type: "place", conversationId: "c20", place: null });
  });
});

describe("units", () => {
  test("K02 dropped while active: the unit stays taken, and says until when", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.given("c");
    scene.report("c", active("ana", "o", away));
    expect(scene.slots("ana")).toEqual([
      { conversationId: "c", customerName: null, units: 1, reason: "held", until: away.holdUntil },
    ]);
    scene.report("d", open());
    expect(scene.askedFor("d")).toBeNull();
  });

  test("K03 back inside the hold: same agent, same unit, never two", () => {
    const scene = new Scene(rosterOf([person("ana", 2), person("ben", 2)]));
    const agentId = scene.given("c");
    const { phase } = scene.item("c").summary;
    const offerId = phase.state === "active" ? phase.offerId : "";
    scene.report("c", active(agentId, offerId, away));
    expect(scene.used(agentId)).toBe(1);
    scene.report("c", active(agentId, offerId));
    expect(scene.slots(agentId)).toMatchObject([{ conversationId: "c", reason: "active", until: null }]);
    expect(scene.used("ana") + scene.used("ben")).toBe(1);
    expect(scene.effects.filter((effect) => effect.type !== "feed")).toEqual([]);
  });

  test("K04 hold over: waiting, the unit is released once, and the agent can be given another", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.given("c");
    scene.report("d", open({ queuedAt: START + 1 }));
    const held = scene.summary("c", active("ana", "o", away));
    scene.tell({ type: "summary", summary: held });
    const over = scene.summary("c", waiting("ana", away.resumableUntil));
    scene.tell({ type: "summary", summary: over });
    expect(scene.askedFor("d")).toBe("ana");
    scene.answer("d", "accepted");
    expect(scene.used("ana")).toBe(1);
    expectNothingNew(scene, { type: "summary", summary: over });
    expectNothingNew(scene, { type: "summary", summary: held });
    scene.report("c", open({ front: true, previousAgent: ref("ana"), queuedAt: START + 9 }));
    expect(scene.askedFor("c")).toBeNull();
    expect(scene.used("ana")).toBe(1);
  });

  test("K06 wrap-up: units are free at once, after its time, or at the close, as the conversation says", () => {
    const scene = new Scene(rosterOf([person("ana", 3)]));
    for (const id of ["none", "seconds", "always"]) scene.given(id);
    scene.report("none", wrapUp("ana", null));
    scene.report("seconds", wrapUp("ana", START + MINUTE));
    scene.report("always", wrapUp("ana", "close"));
    expect(scene.slots("ana")).toMatchObject([
      { conversationId: "seconds", reason: "wrap-up", until: START + MINUTE },
      { conversationId: "always", reason: "wrap-up", until: START + 15 * MINUTE },
    ]);
    scene.pass(MINUTE);
    expect(scene.used("ana")).toBe(2);
    scene.report("seconds", wrapUp("ana", null));
    expect(scene.used("ana")).toBe(1);
    scene.report("always", { state: "closed" });
    expect(scene.used("ana")).toBe(0);
  });

  test("K13 two customers return in the same instant for one free unit: one gets it, the other stands at the front", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    const back = { front: true, previousAgent: ref("ana"), queuedAt: START + MINUTE };
    scene.report("b", waiting("ana", START + 20 * MINUTE));
    scene.report("c", waiting("ana", START + 20 * MINUTE));
    scene.report("c", open(back));
    scene.report("b", open(back));
    scene.report("new", open());
    expect(scene.askedFor("c")).toBe("ana");
    expect([scene.askedFor("b"), scene.askedFor("new")]).toEqual([null, null]);
    expect(scene.used("ana")).toBe(1);
    scene.answer("c", "accepted");
    scene.report("c", { state: "closed" });
    expect(scene.askedFor("b")).toBe("ana");
  });

  test("a conversation takes its units; a large head is not overtaken, and gets its room in the end", () => {
    const scene = new Scene(rosterOf([person("ana", 3)]));
    scene.given("c", { units: 2 });
    scene.report("large", open(), { units: 3 });
    scene.report("small", open({ queuedAt: START + 1 }));
    expect([scene.askedFor("large"), scene.askedFor("small")]).toEqual([null, null]);
    scene.report("c", { state: "closed" });
    expect([scene.askedFor("large"), scene.askedFor("small")]).toEqual(["ana", null]);
  });

  test("a lowered capacity takes nothing away, and gives nothing new until there is room under it", () => {
    const scene = new Scene(rosterOf([person("ana", 2)]));
    scene.given("c");
    scene.given("d");
    scene.tell({ type: "roster", roster: rosterOf([person("ana", 1)], undefined, 2) });
    expect(scene.used("ana")).toBe(2);
    scene.report("e", open());
    scene.report("c", { state: "closed" });
    expect(scene.askedFor("e")).toBeNull();
    scene.report("d", { state: "closed" });
    expect(scene.askedFor("e")).toBe("ana");
  });

  test("an older roster changes nothing", () => {
    const scene = new Scene(rosterOf([person("ana", 2)], undefined, 5));
    expectNothingNew(scene, { type: "roster", roster: rosterOf([], undefined, 4) });
    expectNothingNew(scene, { type: "roster", roster: rosterOf([], undefined, 5) });
  });
});

describe("asking", () => {
  test("a minute after a deadline without a word the desk asks, frees nothing, and asks again", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.given("c");
    scene.report("c", active("ana", "o", away));
    expect(nextDeadline(scene.state)).toBe(away.holdUntil + ASK_AFTER_MS);
    scene.pass(away.holdUntil + ASK_AFTER_MS - START - 1);
    expect(scene.words("report")).toEqual([]);
    scene.pass(1);
    expect(scene.words("report")).toEqual([{ type: "report", conversationId: "c" }]);
    expect(scene.used("ana")).toBe(1);
    expectNothingNew(scene, { type: "clock" });
    scene.pass(ASK_AFTER_MS);
    expect(scene.words("report")).toHaveLength(1);
    scene.report("c", waiting("ana", away.resumableUntil));
    expect(scene.used("ana")).toBe(0);
    expect(nextDeadline(scene.state)).toBe(away.resumableUntil + ASK_AFTER_MS);
  });

  test.for([
    {
      what: "queued, away",
      phase: open({ present: false, awaySince: START, resumableUntil: START + MINUTE }),
      at: START + MINUTE,
    },
    { what: "waiting", phase: waiting("ana", START + MINUTE), at: START + MINUTE },
    { what: "wrap-up that blocks for a while", phase: wrapUp("ana", START + MINUTE), at: START + MINUTE },
    { what: "wrap-up that blocks", phase: wrapUp("ana", "close", START + MINUTE), at: START + MINUTE },
    { what: "active, present", phase: active("ana", "o"), at: null },
    { what: "queued, present", phase: open(), at: null },
  ])("the deadline of: $what", ({ phase, at }) => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.presence("ana", "busy");
    scene.report("c", phase);
    expect(nextDeadline(scene.state)).toBe(at === null ? null : at + ASK_AFTER_MS);
  });

  test("a summary that comes after its own deadline: its successor is given a minute", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.now += 10 * MINUTE;
    scene.report("c", waiting("ana", START + MINUTE));
    expect(nextDeadline(scene.state)).toBe(scene.now + ASK_AFTER_MS);
  });

  test("a conversation that does not exist is forgotten, with what was kept for it", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    scene.tell({ type: "unknown-conversation", conversationId: "c" });
    expect(scene.used("ana")).toBe(0);
    expect(scene.state.items.size).toBe(0);
  });

  test("what closed is gone from the state, and any later word of it changes nothing", () => {
    const scene = new Scene(rosterOf([]));
    scene.report("c", open());
    const late = scene.summary("c", open());
    scene.report("c", { state: "closed" });
    expect(scene.changes.closed).toEqual(["c"]);
    expect(scene.state.items.size).toBe(0);
    expect(nextDeadline(scene.state)).toBeNull();
    expectNothingNew(scene, { type: "summary", summary: late });
    expectNothingNew(scene, { type: "unknown-conversation", conversationId: "c" });
  });

  test("a decision costs what it touches: the rest is not even copied", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.given("c");
    const { agents, items } = scene.state;
    scene.presence("ana", "busy");
    expect(scene.state.items).toBe(items);
    expect(scene.changes).toEqual({ roster: false, agents: ["ana"], items: [], closed: [] });
    expect(agents).not.toBe(scene.state.agents);
  });
});
