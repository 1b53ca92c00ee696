import type { AgentRef } from "#protocol/basics.ts";
import type { LeftReason } from "#protocol/entries.ts";
import type { Outcome } from "./commands.ts";
import { refused, unchanged } from "./commands.ts";
import type { ConversationState, Wishes } from "./state.ts";
import { noteAway } from "./presence.ts";
import { inPhase, remembering } from "./state.ts";

/**
 * The desk has reserved an agent's units under this offer: taken, unless the customer is gone or another has it. An offer that
 * was accepted once is over with that assignment: repeated after the agent gave it back, it would bring them back.
 */
export function assign(state: ConversationState, offerId: string, agent: AgentRef, now: number): Outcome {
  const { phase } = state;
  if (phase.state === "active" && phase.offerId === offerId) return unchanged(state);
  if (phase.state !== "open" || phase.side.at !== "present" || state.recentRequests.includes(offerId))
    return refused(state, "gone");
  const active = { state: "active", agent, offerId, since: now, agentConnected: true, side: phase.side } as const;
  const taken = remembering(inPhase(state, active), offerId);
  return { ...unchanged(taken), lines: [{ at: now, what: { type: "joined", agent } }] };
}

/** Takes the conversation from its agent: to the front of the queue, or waiting if there is no customer to hold for. */
export function release(before: ConversationState, reason: LeftReason, wishes: Wishes, now: number): Outcome {
  const { state, lines: noted } = noteAway(before, now);
  const { phase } = state;
  if (phase.state !== "active") return refused(before, "not-now");
  const lines = [...noted, { at: now, what: { type: "left", agent: phase.agent, reason } as const }];
  if (phase.side.at === "present") {
    const open = { state: "open", ...wishes, side: phase.side, queuedAt: now, front: true, place: null } as const;
    return { ...unchanged(inPhase(state, open)), lines };
  }
  const { holdUntil: _, ...side } = phase.side;
  return { ...unchanged(inPhase(state, { state: "waiting", ...wishes, previousAgent: phase.agent, side })), lines };
}

/**
 * The desk says that this agent is gone, since `at`. Late or repeated words about another assignment change nothing. An offer on
 * its way when they went is accepted after that, and nobody leaves before they joined.
 */
export function unassign(
  state: ConversationState,
  offerId: string,
  reason: "disconnected" | "offline",
  at: number,
  now: number,
): Outcome {
  const { phase } = state;
  if (phase.state !== "active" || phase.offerId !== offerId) return unchanged(state);
  const wishes = { previousAgent: phase.agent, notTo: [], onlyTo: null };
  // The customer's absence may have begun after the agent was gone.
  const noted = noteAway(state, now);
  const left = release(noted.state, reason, wishes, Math.max(at, phase.since));
  return { ...left, lines: [...noted.lines, ...left.lines] };
}

/** Back into the queue, for anybody but the one who gave it back. */
export function giveBack(state: ConversationState, now: number): Outcome {
  const { phase } = state;
  if (phase.state !== "active") return refused(state, "not-now");
  return release(state, "gave-back", { previousAgent: null, notTo: [phase.agent.id], onlyTo: null }, now);
}

/** To another agent, or to the agents of another workstream. */
export function transfer(
  state: ConversationState,
  to: { agentId: string } | { workstreamId: string },
  now: number,
): Outcome {
  const { phase } = state;
  if (phase.state !== "active") return refused(state, "not-now");
  const notTo = [phase.agent.id];
  if ("agentId" in to) {
    if (to.agentId === phase.agent.id) return refused(state, "not-now");
    return release(state, "transferred", { previousAgent: null, notTo, onlyTo: to.agentId }, now);
  }
  const moved = { ...state, workstreamId: to.workstreamId };
  return release(moved, "transferred", { previousAgent: null, notTo, onlyTo: null }, now);
}

/** Whether the agent's own connection lives: the customer is told while it does not. */
export function agentConnection(state: ConversationState, offerId: string, connected: boolean): Outcome {
  const { phase } = state;
  if (phase.state !== "active" || phase.offerId !== offerId || phase.agentConnected === connected)
    return unchanged(state);
  return unchanged(inPhase(state, { ...phase, agentConnected: connected }));
}

/** The place in the queue, as the desk counts it. */
export function placed(state: ConversationState, place: number | null): Outcome {
  const { phase } = state;
  if (phase.state !== "open" || phase.place === place) return unchanged(state);
  return unchanged(inPhase(state, { ...phase, place }));
}
