import { describe, expect, test } from "vitest";
import { AGENT_GRACE_MS } from "#protocol/limits.ts";
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
} from "./scene.ts";

/** Ana has c. */
function withConversation(agents = [person("ana")]): Scene {
  const scene = new Scene(rosterOf(agents), ["ana"]);
  scene.given("c");
  return scene;
}

function unassigned(scene: Scene, phase: Parameters<Scene["summary"]>[1]): void {
  const summary = scene.summary("c", phase);
  scene.tell({ type: "unassign-answered", conversationId: "c", offerId: scene.offerOf("c"), summary });
}

describe("grace", () => {
  test("a lost console: the conversation is told, the agent keeps it, and gets nothing new", () => {
    const scene = withConversation([person("ana", 2)]);
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    expect(scene.words("connection")).toMatchObject([
      { type: "connection", conversationId: "c", agentId: "ana", connected: false },
    ]);
    expect(scene.agent("ana").connection).toEqual({
      at: "dropped",
      graceUntil: START + AGENT_GRACE_MS,
    });
    scene.report("d", open());
    expect(scene.askedFor("d")).toBeNull();
    scene.pass(AGENT_GRACE_MS - 1);
    expect(scene.words("unassign")).toEqual([]);
    scene.tell({ type: "agent-connected", agentId: "ana" });
    expect(scene.words("connection")).toMatchObject([
      { type: "connection", conversationId: "c", agentId: "ana", connected: true },
    ]);
    expect(scene.askedFor("d")).toBe("ana");
    expect(nextDeadline(scene.state)).toBeNull();
  });

  test("the grace passes: offline, and the conversation is taken back, once", () => {
    const scene = withConversation();
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    expect(nextDeadline(scene.state)).toBe(START + AGENT_GRACE_MS);
    scene.pass(AGENT_GRACE_MS);
    expect(scene.words("unassign")).toMatchObject([{ conversationId: "c", agentId: "ana", reason: "disconnected" }]);
    expect(scene.agent("ana")).toMatchObject({ presence: "offline", connection: { at: "lost" } });
    expect(scene.used("ana")).toBe(1);
    expectNothingNew(scene, { type: "clock" });
    unassigned(scene, open({ front: true, previousAgent: ref("ana"), queuedAt: START + 9 }));
    expect(scene.used("ana")).toBe(0);
    scene.tell({ type: "agent-connected", agentId: "ana" });
    expect(scene.askedFor("c")).toBeNull();
    scene.presence("ana", "available");
    expect(scene.askedFor("c")).toBe("ana");
  });

  test("a grace that passed while the process was down takes effect before the agent is back", () => {
    const scene = withConversation();
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    scene.now += AGENT_GRACE_MS + 1;
    scene.tell({ type: "agent-connected", agentId: "ana" });
    expect(scene.words("unassign")).toMatchObject([{ conversationId: "c", reason: "disconnected" }]);
    expect(scene.agent("ana")).toMatchObject({ presence: "offline", connection: { at: "connected" } });
  });

  test("after a restart whoever has no console any more has dropped", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")]));
    const agentId = scene.given("c");
    const other = agentId === "ana" ? "ben" : "ana";
    scene.tell({ type: "woke", connected: [other] });
    expect(scene.words("connection")).toMatchObject([{ agentId, connected: false }]);
    expect(scene.agent(agentId).connection).toMatchObject({ at: "dropped" });
    expect(scene.agent(other).connection.at).toBe("connected");
    expectNothingNew(scene, { type: "woke", connected: [other] });
  });

  test("an offer that waits for the agent goes to the next when they drop", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")], { mode: "by-hand", seconds: 60 }));
    scene.report("c", open());
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    expect(scene.askedFor("c")).toBe("ben");
    scene.pass(MINUTE);
    expect(scene.agent("ana").presence).toBe("available");
  });

  test("assigned while the agent dropped: the conversation learns it with the answer", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    expect(scene.words("connection")).toEqual([]);
    scene.answer("c", "accepted");
    expect(scene.words("connection")).toMatchObject([{ connected: false }]);
  });
});

describe("offline", () => {
  test("K16 offline on purpose: taken back at once; the customer is away, so it waits, units free, nobody held", () => {
    const scene = withConversation();
    scene.report(
      "c",
      active("ana", "o", { since: START, holdUntil: START + 5 * MINUTE, resumableUntil: START + 20 * MINUTE }),
    );
    scene.presence("ana", "offline");
    expect(scene.words("unassign")).toMatchObject([{ conversationId: "c", agentId: "ana", reason: "offline" }]);
    unassigned(scene, waiting("ana", START + 20 * MINUTE));
    expect(scene.used("ana")).toBe(0);
    expect(scene.item("c").hand.at).toBe("rest");
  });

  test("K16 the customer is away and the grace passes: waiting, units free", () => {
    const scene = withConversation();
    scene.report(
      "c",
      active("ana", "o", { since: START, holdUntil: START + 5 * MINUTE, resumableUntil: START + 20 * MINUTE }),
    );
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    scene.pass(AGENT_GRACE_MS);
    expect(scene.words("unassign")).toMatchObject([{ reason: "disconnected" }]);
    unassigned(scene, waiting("ana", START + 20 * MINUTE));
    expect(scene.used("ana")).toBe(0);
  });

  test("signed out: no grace, whether or not the consoles are closed yet", () => {
    const scene = withConversation();
    scene.tell({ type: "agent-left", agentId: "ana" });
    expect(scene.words("unassign")).toMatchObject([{ conversationId: "c", reason: "offline" }]);
    expectNothingNew(scene, { type: "agent-dropped", agentId: "ana" });
    expectNothingNew(scene, { type: "agent-left", agentId: "ana" });
  });

  test("assigned while the agent went offline: taken back with the answer", () => {
    const scene = new Scene(rosterOf([person("ana")]));
    scene.report("c", open());
    scene.presence("ana", "offline");
    expect(scene.words("unassign")).toEqual([]);
    scene.answer("c", "accepted");
    expect(scene.words("unassign")).toHaveLength(1);
  });

  test("assigned by a summary that came before the answer: taken back only with the answer, which the agent gets, too", () => {
    const scene = new Scene(rosterOf([person("ana")], { mode: "by-hand", seconds: 60 }));
    scene.report("c", open());
    scene.tell({ type: "accept", asker: asker("ana"), offerId: scene.offerOf("c") });
    scene.report("c", active("ana", scene.offerOf("c")));
    scene.presence("ana", "offline");
    expect(scene.words("unassign")).toEqual([]);
    scene.answer("c", "accepted");
    expect(scene.replies()).toEqual([null]);
    expect(scene.words("unassign")).toHaveLength(1);
  });

  test("who was offline already has nothing to lose: no grace runs", () => {
    const scene = withConversation();
    scene.presence("ana", "offline");
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    expect(scene.agent("ana").connection.at).toBe("absent");
    expect(nextDeadline(scene.state)).toBeNull();
  });

  test("the next agent starts with a clean slate: nothing is told of a connection that was never lost", () => {
    const scene = withConversation([person("ana"), person("ben")]);
    scene.tell({ type: "agent-connected", agentId: "ben" });
    scene.presence("ben", "available");
    scene.tell({ type: "agent-dropped", agentId: "ana" });
    scene.report("c", open({ front: true, notTo: ["ana"], queuedAt: START + 1 }));
    scene.answer("c", "accepted");
    expect(scene.item("c").summary.phase).toMatchObject({ agent: { id: "ben" } });
    expect(scene.words("connection")).toEqual([]);
  });

  test("nothing is assigned before the taking back is confirmed: a repeated one would hit the new assignment", () => {
    const scene = withConversation([person("ana"), person("ben")]);
    scene.tell({ type: "agent-connected", agentId: "ben" });
    scene.presence("ben", "available");
    scene.presence("ana", "offline");
    const back = open({ front: true, previousAgent: ref("ana"), queuedAt: START + 9 });
    scene.report("c", back);
    expect(scene.used("ana")).toBe(0);
    expect(scene.words("assign")).toEqual([]);
    unassigned(scene, back);
    expect(scene.words("assign")).toMatchObject([{ agent: { id: "ben" } }]);
  });

  test("an agent who is no longer on the roster loses what is theirs", () => {
    const scene = withConversation();
    scene.tell({ type: "roster", roster: rosterOf([], undefined, 2) });
    expect(scene.words("unassign")).toMatchObject([{ agentId: "ana", reason: "offline" }]);
  });

  test("an agent who left the workstream keeps what is theirs and gets nothing new of it", () => {
    const scene = withConversation([person("ana", 2)]);
    scene.tell({ type: "roster", roster: rosterOf([person("ana", 2, ["v"])], undefined, 2) });
    expect(scene.effects.filter((effect) => effect.type !== "feed")).toEqual([]);
    scene.report("d", open());
    scene.report("e", open(), { workstreamId: "v" });
    expect(scene.askedFor("d")).toBeNull();
    expect(scene.askedFor("e")).toBe("ana");
  });
});

describe("preference", () => {
  test("K09 given back: offered again, but not to the one who gave it back while another could have it", () => {
    const scene = withConversation([person("ana"), person("ben")]);
    scene.report("c", open({ front: true, notTo: ["ana"], queuedAt: START + 1 }));
    expect(scene.askedFor("c")).toBeNull();
    scene.tell({ type: "agent-connected", agentId: "ben" });
    scene.presence("ben", "available");
    expect(scene.askedFor("c")).toBe("ben");
  });

  test("K09 given back by the only agent: asked again after a while, and at their own wish at once", () => {
    const scene = withConversation();
    scene.report("c", open({ front: true, notTo: ["ana"], queuedAt: START + 1 }));
    expect(nextDeadline(scene.state)).toBe(START + REFUSED_FOR_MS);
    const before = scene.state;
    scene.tell({ type: "take", asker: asker("ana"), conversationId: "c" });
    expect(scene.askedFor("c")).toBe("ana");
    scene.state = before;
    scene.pass(REFUSED_FOR_MS);
    expect(scene.askedFor("c")).toBe("ana");
  });

  test("who gave it back may be asked when it comes back from somebody else", () => {
    const scene = withConversation([person("ana"), person("ben")]);
    scene.report("c", open({ front: true, notTo: ["ana"], queuedAt: START + 1 }));
    scene.tell({ type: "agent-connected", agentId: "ben" });
    scene.presence("ben", "available");
    scene.answer("c", "accepted");
    scene.report("c", open({ front: true, notTo: ["ben"], queuedAt: START + 2 }));
    expect(scene.askedFor("c")).toBe("ana");
  });

  test("a refusal ends with the stay in the queue, also if the desk never heard of what was in between", () => {
    const scene = withConversation();
    scene.report("c", open({ front: true, notTo: ["ana"], queuedAt: START + 1 }));
    expect(scene.askedFor("c")).toBeNull();
    scene.report("c", open({ front: true, queuedAt: START + 2 }));
    expect(scene.askedFor("c")).toBe("ana");
  });

  test("a returned conversation goes to its previous agent if they have room, although another has more", () => {
    const scene = new Scene(rosterOf([person("ana", 2), person("ben", 9)]));
    scene.report("c", waiting("ana", START + MINUTE));
    scene.report("c", open({ front: true, previousAgent: ref("ana") }));
    expect(scene.askedFor("c")).toBe("ana");
  });

  test("a transfer goes to its target alone while they are available, else to any", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben"), person("cleo", 9)]));
    scene.report("c", active("ana", "o"));
    scene.report("c", open({ front: true, onlyTo: "ben", notTo: ["ana"], queuedAt: START + 1 }));
    expect(scene.askedFor("c")).toBe("ben");
    scene.answer("c", "accepted");
    scene.report("d", open({ front: true, onlyTo: "ben", queuedAt: START + 2 }));
    expect(scene.askedFor("d")).toBeNull();
    scene.presence("ben", "away");
    expect(scene.askedFor("d")).toBe("cleo");
  });

  test("the longest idle is asked first among equals", () => {
    const scene = new Scene(rosterOf([person("ana"), person("ben")]), []);
    for (const agentId of ["ben", "ana"]) {
      scene.tell({ type: "agent-connected", agentId });
      scene.presence(agentId, "available");
      scene.now += 1;
    }
    expect(scene.given("c")).toBe("ben");
    scene.now += 1;
    scene.report("c", { state: "closed" });
    expect(scene.given("d")).toBe("ana");
  });
});
