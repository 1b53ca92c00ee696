import assert from "node:assert/strict";
import { isWaiting, queueOf, seatsOf, waitingOf } from "../../../worker/core/desk/queue.ts";
import { candidates } from "../../../worker/core/desk/routing.ts";
import type { Summary } from "../../../worker/core/summary.ts";
import type { World } from "./world.ts";

/** What must hold when everything was told that there was to tell. */
export function checkRest(world: World): void {
  const { state, conversations } = world;
  for (const { id, phase, summary, place, agentConnected } of conversations.values()) {
    const item = state.items.get(id);
    assert.deepEqual(item?.summary, phase.state === "closed" ? undefined : summary);
    if (item === undefined) continue;
    assert.ok(item.hand.at === "rest" || item.hand.at === "offered", `${id} is left in hand`);
    if (phase.state === "open" && phase.present) assert.equal(place, placeOf(world, id), `the place of ${id}`);
    if (phase.state !== "active") continue;
    const { presence, connection } = state.agents.get(phase.agent.id) ?? { presence: "offline" };
    assert.notEqual(presence, "offline", `${id} is left with an agent who is offline`);
    assert.equal(agentConnected, connection?.at === "connected", `what ${id} was told of its agent's connection`);
  }
  const seats = seatsOf(state);
  const heads = new Map(
    queueOf(state)
      .filter(isWaiting)
      .toReversed()
      .map((item) => [item.summary.workstreamId, item]),
  );
  for (const head of heads.values()) {
    const waiting = waitingOf(head);
    const idle = candidates(waiting, seats).filter((seat) => seat.room >= waiting.units);
    assert.deepEqual(idle, [], `${waiting.conversationId} waits at the head although there is room for it`);
  }
}

/** Counted by hand: those of its workstream that are served before it. */
function placeOf({ conversations }: World, id: string): number {
  const mine = conversations.get(id)?.summary;
  const isBefore = (one: Summary): boolean => {
    if (mine?.phase.state !== "open" || one.phase.state !== "open" || one.workstreamId !== mine.workstreamId)
      return false;
    if (one.phase.front !== mine.phase.front) return one.phase.front;
    if (one.phase.queuedAt !== mine.phase.queuedAt) return one.phase.queuedAt < mine.phase.queuedAt;
    return one.conversationId < mine.conversationId;
  };
  return 1 + [...conversations.values()].filter((one) => isBefore(one.summary)).length;
}
