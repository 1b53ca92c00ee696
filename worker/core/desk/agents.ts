import { AGENT_GRACE_MS } from "#protocol/limits.ts";
import type { Presence } from "#protocol/desk-frames.ts";
import { agentOf, type Draft, patchAgent, patchItem } from "./draft.ts";
import { type Agent, type Connection, type Item, personOf } from "./state.ts";
import type { UnassignReason } from "../summary.ts";

export function choosePresence(draft: Draft, agentId: string, presence: Presence): void {
  const before = agentOf(draft, agentId);
  if (before.presence === presence) return;
  patchAgent(draft, agentId, { presence, ...(presence === "available" ? { idleSince: draft.now } : {}) });
}

export function connect(draft: Draft, agentId: string): void {
  if (agentOf(draft, agentId).connection.at !== "connected")
    patchAgent(draft, agentId, { connection: { at: "connected" } });
}

/** The grace runs from now, when the loss was noticed. Who is offline already has nothing to lose. */
export function drop(draft: Draft, agentId: string): void {
  const { connection, presence } = agentOf(draft, agentId);
  if (connection.at !== "connected") return;
  patchAgent(draft, agentId, {
    connection: presence === "offline" ? { at: "absent" } : { at: "dropped", graceUntil: draft.now + AGENT_GRACE_MS },
  });
}

/** Gone: on purpose (`absent`), or because their grace has passed (`lost`). */
export function leave(draft: Draft, agentId: string, gone: Extract<Connection, { at: "absent" | "lost" }>): void {
  const { connection, presence } = agentOf(draft, agentId);
  if (connection.at === "absent" && presence === "offline") return;
  patchAgent(draft, agentId, { connection: gone, presence: "offline" });
}

/**
 * What their conversations have to be told: that their agent's connection is lost or back, or that they have no agent any more. As
 * long as nobody came or went since the last decision, which told everything, only what this one has touched can have news.
 */
export function tellConversations(draft: Draft): void {
  for (const item of draft.haveAgentsTurned() ? draft.items.values() : draft.touchedItems()) {
    const { conversationId, phase } = item.summary;
    if (item.hand.at === "taking-back") {
      const isStillTheirs = phase.state === "active" && phase.offerId === item.hand.offerId;
      if (item.hand.answered && !isStillTheirs) patchItem(draft, item, { hand: { at: "rest" } });
      continue;
    }
    if (phase.state !== "active" || item.hand.at !== "rest") continue;
    const agent = agentOf(draft, phase.agent.id);
    const reason = whyUnassign(draft, item, agent);
    if (reason === null) {
      const connected = agent.connection.at === "connected";
      if (connected === item.toldConnected) continue;
      patchItem(draft, item, { toldConnected: connected });
      draft.effects.push({
        type: "connection",
        conversationId,
        offerId: phase.offerId,
        agentId: phase.agent.id,
        connected,
      });
    } else {
      const { offerId } = phase;
      const agentId = phase.agent.id;
      patchItem(draft, item, { hand: { at: "taking-back", offerId, agentId, reason, answered: false } });
      const at = agent.connection.at === "lost" ? agent.connection.since : draft.now;
      draft.effects.push({ type: "unassign", conversationId, offerId, agentId, reason, at });
    }
  }
}

function whyUnassign(draft: Draft, item: Item, agent: Agent): UnassignReason | null {
  const { phase } = item.summary;
  if (phase.state !== "active") return null;
  if (personOf(draft.roster, phase.agent.id) === undefined) return "offline";
  if (agent.presence !== "offline") return null;
  return agent.connection.at === "lost" ? "disconnected" : "offline";
}
