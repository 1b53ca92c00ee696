import { CLOSE } from "#protocol/codes.ts";
import type { Actor } from "./commands.ts";
import type { Beginning } from "./beginning.ts";
import type { ConversationState } from "./state.ts";

type Agent = Extract<Actor, { side: "agent" }>;

/** Whether an agent may be in the conversation: it is or was in their hands, or they oversee all. */
export function mayRead(state: ConversationState, agent: Pick<Agent, "agentId" | "role">): boolean {
  if (agent.role === "supervisor") return true;
  const { phase } = state;
  switch (phase.state) {
    case "active":
    case "wrap-up":
      return phase.agent.id === agent.agentId;
    case "waiting":
      return phase.previousAgent.id === agent.agentId;
    case "closed":
      return phase.agent?.id === agent.agentId;
    case "open":
      return false;
  }
}

/** Whether somebody may act on it: the customer, whoever has it in hand, or a supervisor. Who had it before may read. */
export function mayAct(state: ConversationState, actor: Actor): boolean {
  if (actor.side === "customer" || actor.role === "supervisor") return true;
  return isTheirs(state, actor.agentId);
}

/** Whether somebody may end it. The last agent of a waiting conversation may, since nobody else has it. */
export function mayEnd(state: ConversationState, actor: Actor): boolean {
  const { phase } = state;
  if (actor.side === "agent" && phase.state === "waiting" && phase.previousAgent.id === actor.agentId) return true;
  return mayAct(state, actor);
}

/** Whether this agent has it, or had it when it closed: then nothing can change any more, and asking again is no offence. */
export function isTheirs({ phase }: ConversationState, agentId: string): boolean {
  return phase.state !== "open" && phase.state !== "waiting" && phase.agent?.id === agentId;
}

/** Whoever has or wants a seat, as far as it decides whether they may. Instants in epoch milliseconds. */
export type Claim =
  | { side: "customer"; generation: number; identityUntil: number | null }
  | { side: "agent"; agentId: string; role: "agent" | "supervisor"; validUntil: number };

/**
 * Why somebody may not be here, as a close code; null if they may. A customer's credential of an older generation is void, and
 * an owned conversation needs a fresh identity.
 */
export function refusalOf(state: ConversationState, claim: Claim, now: number): number | null {
  if (claim.side === "agent") {
    if (claim.validUntil <= now) return CLOSE.stale;
    return mayRead(state, claim) ? null : CLOSE.unassigned;
  }
  if (claim.generation < state.generation) return CLOSE.unauthorised;
  if (state.customer.subject !== null && (claim.identityUntil ?? 0) <= now) return CLOSE.identityExpired;
  return null;
}

/** Whether a start leads to this conversation: the same verified customer's, or the very start that made it. */
export function isSameStart(state: ConversationState, { startId, customer }: Beginning): boolean {
  const { subject } = state.customer;
  return subject === customer.subject && (subject !== null || state.startId === startId);
}
