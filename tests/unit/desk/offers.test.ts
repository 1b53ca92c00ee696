import { describe, expect, test } from "vitest";
import { feedFor } from "../../../worker/core/desk/feed.ts";
import { nextDeadline } from "../../../worker/core/desk/deadlines.ts";
import { REFUSED_FOR_MS } from "../../../worker/core/desk/state.ts";
import {
  active,
  asker,
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

const byHand = { mode: "by-hand", seconds: 60 } as const;

describe("automatic", () => {
  test("the units are reserved, then the conversation is asked", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    expect(scene.words("assign")).toEqual([
      { type: "assign", conversationId: "c", offerId: scene.offerOf("c"), agent: ref("ana") },
    ]);
    expect(scene.slots("ana")).toEqual([
      { conversationId: "c", customerName: null, units: 1, reason: "offered", until: null },
    ]);
    scene.answer("c", "accepted");
    expect(scene.slots("ana")).toMatchObject([{ reason: "active", until: null }]);
    expect(scene.used("ana")).toBe(1);
  });

  test("the summary that comes before the answer does not count its units twice", () => {
    const scene = new Scene(rosterOf([person("ana", 2)]));
    scene.report("c", open());
    scene.report("c", active("ana", scene.offerOf("c")));
    expect(scene.used("ana")).toBe(1);
    expect(scene.item("c").hand.at).toBe("assigning");
    scene.answer("c", "accepted");
    expect(scene.item("c").hand.at).toBe("rest");
  });

  test("gone: the units are free again, and the next one is asked for", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    scene.report("d", open({ queuedAt: START + 1 }));
    expect(scene.askedFor("d")).toBeNull();
    scene.answer("c", "gone", open({ present: false, awaySince: START, resumableUntil: START + MINUTE }));
    expect(scene.askedFor("d")).toBe("ana");
    expect(scene.used("ana")).toBe(1);
  });

  test("gone although the customer is there is not repeated at once", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    scene.answer("c", "gone", open());
    expect(scene.words("assign")).toEqual([]);
    scene.pass(REFUSED_FOR_MS);
    expect(scene.words("assign")).toHaveLength(1);
  });

  test("an offer that was accepted once, and is over, is followed by another at once: its answer was lost with a process", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    scene.answer("c", "spent", open({ front: true }));
    expect(scene.words("assign")).toHaveLength(1);
    expect(scene.askedFor("c")).toBe("ana");
    scene.answer("c", "accepted");
    expect(scene.used("ana")).toBe(1);
  });

  test("a late answer about another offer does not end the one that is in flight", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    const { summary } = scene.item("c");
    expectNothingNew(scene, {
      type: "assign-answered",
      conversationId: "c",
      offerId: "an-older-one",
      answer: { answer: "gone", summary },
    });
    expect(scene.used("ana")).toBe(1);
  });

  test("an answer that is told again changes nothing", () => {
    const scene = new Scene(rosterOf([person("ana", 2)]));
    scene.report("c", open());
    const offerId = scene.offerOf("c");
    scene.answer("c", "accepted");
    const { summary } = scene.item("c");
    expectNothingNew(scene, {
      type: "assign-answered",
      conversationId: "c",
      offerId,
      answer: { answer: "accepted", summary },
    });
    expectNothingNew(scene, { type: "summary", summary });
  });
});

describe("by hand", () => {
  test("taken: the conversation is asked, and its answer is the agent's", () => {
    const scene = new Scene(rosterOf([person("ana")], byHand));
    scene.report("c", open());
    expect(scene.words("assign")).toEqual([]);
    expect(scene.slots("ana")).toMatchObject([{ reason: "offered", until: START + MINUTE }]);
    const offerId = scene.offerOf("c");
    const request = asker("ana");
    scene.tell({ type: "accept", asker: request, offerId });
    expect(scene.words("assign")).toMatchObject([{ offerId }]);
    expect(scene.replies()).toEqual([]);
    scene.tell({ type: "accept", asker: request, offerId });
    expect(scene.words("assign")).toEqual([]);
    expect(scene.replies()).toEqual([]);
    scene.answer("c", "accepted");
    expect(scene.replies()).toEqual([null]);
    scene.tell({ type: "accept", asker: request, offerId });
    expect(scene.replies()).toEqual([null]);
  });

  test("K15 an offer not taken in time goes to the next agent, and the first is set away", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")], byHand));
    scene.report("c", open());
    const offerId = scene.offerOf("c");
    expect(scene.askedFor("c")).toBe("ana");
    expect(nextDeadline(scene.state)).toBe(START + MINUTE);
    scene.pass(MINUTE - 1);
    expect(scene.askedFor("c")).toBe("ana");
    scene.pass(1);
    expect(scene.askedFor("c")).toBe("ben");
    expect(scene.agent("ana").presence).toBe("away");
    expect(scene.used("ana")).toBe(0);
    scene.tell({ type: "accept", asker: asker("ana"), offerId });
    expect(scene.replies()).toEqual(["gone"]);
    expectNothingNew(scene, { type: "clock" });
  });

  test("an accept that comes with the deadline is late, though no alarm has rung", () => {
    const scene = new Scene(rosterOf([person("ana")], byHand));
    scene.report("c", open());
    scene.now += MINUTE;
    scene.tell({ type: "accept", asker: asker("ana"), offerId: scene.offerOf("c") });
    expect(scene.replies()).toEqual(["gone"]);
    expect(scene.agent("ana").presence).toBe("away");
  });

  test("declined: the next agent, without setting the first away; again after a while if nobody else took it", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")], byHand));
    scene.report("c", open());
    scene.tell({ type: "decline", asker: asker("ana"), offerId: scene.offerOf("c") });
    expect(scene.replies()).toEqual([null]);
    expect(scene.agent("ana").presence).toBe("available");
    expect(scene.askedFor("c")).toBe("ben");
    scene.tell({ type: "decline", asker: asker("ben"), offerId: scene.offerOf("c") });
    expect(scene.askedFor("c")).toBeNull();
    expect(nextDeadline(scene.state)).toBe(START + REFUSED_FOR_MS);
    scene.pass(REFUSED_FOR_MS);
    expect(scene.askedFor("c")).not.toBeNull();
  });

  test("declining what somebody else is asked for, or what is already taken", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")], byHand));
    scene.report("c", open());
    const offerId = scene.offerOf("c");
    scene.tell({ type: "decline", asker: asker("ben"), offerId });
    expect(scene.replies()).toEqual(["not-allowed"]);
    scene.tell({ type: "accept", asker: asker("ben"), offerId });
    expect(scene.replies()).toEqual(["gone"]);
    scene.tell({ type: "accept", asker: asker("ana"), offerId });
    scene.tell({ type: "decline", asker: asker("ana"), offerId });
    expect(scene.replies()).toEqual(["not-now"]);
    scene.tell({ type: "decline", asker: asker("ana"), offerId: "unheard-of" });
    expect(scene.replies()).toEqual([null]);
  });

  test("K15 the customer drops while the offer is out: withdrawn, units freed, a late accept is gone", () => {
    const scene = new Scene(rosterOf([person("ana")], byHand));
    scene.report("c", open());
    const offerId = scene.offerOf("c");
    scene.report("c", open({ present: false, awaySince: START, resumableUntil: START + 20 * MINUTE }));
    expect(scene.used("ana")).toBe(0);
    expect(scene.askedFor("c")).toBeNull();
    scene.tell({ type: "accept", asker: asker("ana"), offerId });
    expect(scene.replies()).toEqual(["gone"]);
    expect(scene.words("assign")).toEqual([]);
    scene.pass(MINUTE);
    expect(scene.agent("ana").presence).toBe("available");
  });

  test("K15 the customer drops while the taken offer travels: the conversation says gone, and so does the desk", () => {
    const scene = new Scene(rosterOf([person("ana")], byHand));
    scene.report("c", open());
    scene.tell({ type: "accept", asker: asker("ana"), offerId: scene.offerOf("c") });
    const away = open({ present: false, awaySince: START, resumableUntil: START + 20 * MINUTE });
    scene.report("c", away);
    expect(scene.used("ana")).toBe(1);
    scene.answer("c", "gone", away);
    expect(scene.replies()).toEqual(["gone"]);
    expect(scene.used("ana")).toBe(0);
  });

  test("K15 the customer ends while the taken offer travels", () => {
    const scene = new Scene(rosterOf([person("ana")], byHand));
    scene.report("c", open());
    scene.tell({ type: "accept", asker: asker("ana"), offerId: scene.offerOf("c") });
    scene.report("c", { state: "closed" });
    expect(scene.replies()).toEqual(["gone"]);
    expect(scene.used("ana")).toBe(0);
  });

  test.for(["busy", "away", "offline"] as const)(
    "whoever becomes %s is asked no longer, and the next one is",
    (presence) => {
      const scene = new Scene(rosterOf([person("ana"), person("ben")], byHand));
      scene.report("c", open());
      scene.presence("ana", presence);
      expect(scene.askedFor("c")).toBe("ben");
      expect(scene.agent("ana").presence).toBe(presence);
    },
  );

  test("whoever leaves the workstream is asked no longer", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")], byHand));
    scene.report("c", open());
    scene.tell({ type: "roster", roster: rosterOf([person("ana", 1, ["v"]), person("ben")], byHand, 2) });
    expect(scene.askedFor("c")).toBe("ben");
  });
});

describe("take", () => {
  const inQueue = (capacity = 1) => {
    const scene = new Scene(rosterOf([person("ana", capacity), { ...person("sue", 1, []), role: "supervisor" }]));
    scene.presence("ana", "busy");
    scene.report("c", open());
    return scene;
  };

  test("an agent picks from the queue, also while busy, and waits for the conversation's answer", () => {
    const scene = inQueue();
    scene.tell({ type: "take", asker: asker("ana"), conversationId: "c" });
    expect(scene.replies()).toEqual([]);
    expect(scene.words("assign")).toMatchObject([{ agent: { id: "ana" } }]);
    scene.answer("c", "accepted");
    expect(scene.replies()).toEqual([null]);
    scene.tell({ type: "take", asker: asker("ana"), conversationId: "c" });
    expect(scene.replies()).toEqual([null]);
  });

  test("a supervisor picks from any workstream", () => {
    const scene = inQueue();
    scene.tell({ type: "take", asker: asker("sue"), conversationId: "c" });
    expect(scene.words("assign")).toMatchObject([{ agent: { id: "sue" } }]);
  });

  test.for<[string, string, (scene: Scene) => void]>([
    ["gone", "unknown", (scene) => scene.report("c", { state: "closed" })],
    ["gone", "another has it", (scene) => scene.report("c", active("sue", "o"))],
    ["gone", "waiting for its customer", (scene) => scene.report("c", waiting("sue", START + MINUTE))],
    [
      "gone",
      "another is asked for it",
      (scene) => scene.tell({ type: "take", asker: asker("sue"), conversationId: "c" }),
    ],
    [
      "not-now",
      "its customer is away",
      (scene) => scene.report("c", open({ present: false, awaySince: START, resumableUntil: START + MINUTE })),
    ],
    ["not-now", "the agent is offline", (scene) => scene.presence("ana", "offline")],
    ["no-room", "the agent is full", (scene) => scene.report("d", wrapUp("ana", "close"))],
    ["not-allowed", "of another workstream", (scene) => scene.report("c", open(), { workstreamId: "v" })],
  ])("%s: %s", ([code, , prepare]) => {
    const scene = inQueue();
    prepare(scene);
    scene.tell({ type: "take", asker: asker("ana"), conversationId: "c" });
    expect(scene.replies()).toEqual([code]);
  });

  /** It was Ana's of another workstream, and waits for Ben, who is full. */
  const transferred = (phase: Partial<Parameters<typeof open>[0]> = {}) => {
    const sue = { ...person("sue", 1, []), role: "supervisor" as const };
    const scene = new Scene(rosterOf([person("ana", 1, ["v"]), person("ben"), person("cy"), sue]), ["ben"]);
    scene.given("full");
    for (const agentId of ["ana", "cy", "sue"]) {
      scene.tell({ type: "agent-connected", agentId });
      scene.presence(agentId, "busy");
    }
    scene.report("c", open({ onlyTo: "ben", notTo: ["ana"], ...phase }));
    return scene;
  };
  const takenBy = (scene: Scene, agentId: string) => {
    scene.tell({ type: "take", asker: asker(agentId), conversationId: "c" });
    return scene.replies()[0] ?? scene.askedFor("c");
  };

  test("kept-for-other: it was transferred to somebody who is there", () => {
    const scene = transferred();
    expect(takenBy(scene, "cy")).toBe("kept-for-other");
    scene.presence("cy", "available");
    expect(scene.askedFor("c")).toBeNull();
    scene.presence("ben", "away");
    expect(scene.askedFor("c")).toBe("cy");
  });

  test.for(["ana", "sue"])(
    "%s, who transferred it or oversees all, takes back what its target has no room for",
    (id) => {
      expect(takenBy(transferred(), id)).toBe(id);
    },
  );

  test("its target is told that there is no room, and nobody else may serve a workstream that is not theirs", () => {
    expect(takenBy(transferred(), "ben")).toBe("no-room");
    expect(takenBy(transferred({ onlyTo: "cy" }), "ben")).toBe("no-room");
    expect(takenBy(transferred({ onlyTo: null }), "ana")).toBe("not-allowed");
  });

  test.for<[string, (scene: Scene) => void]>([
    ["said no", (scene) => scene.report("c", open({ onlyTo: "ben", notTo: ["ana", "ben"] }))],
    ["could never take so much", (scene) => scene.report("c", open({ onlyTo: "ben", notTo: ["ana"] }), { units: 2 })],
    ["is gone", (scene) => scene.tell({ type: "agent-left", agentId: "ben" })],
  ])("it is kept for nobody whose target %s", ([, prepare]) => {
    const scene = transferred();
    prepare(scene);
    expect(feedFor(scene.state, "cy", scene.now).queue.first[0]).toMatchObject({ waitsFor: null });
    expect(takenBy(scene, "cy")).not.toBe("kept-for-other");
  });
});
