import type { Slot } from "#protocol/desk-frames.ts";
import { type DeskState, type Item, personOf } from "./state.ts";

type Known = Pick<DeskState, "roster" | "items">;

/** Whose units a conversation takes, why, and until when: one agent's, but for the moment between two. */
type Taking = { readonly agentId: string } & Pick<Slot, "reason" | "until">;

function heldOf({ phase }: Item["summary"]): Taking | null {
  if (phase.state === "active") {
    const agentId = phase.agent.id;
    return phase.away === null
      ? { agentId, reason: "active", until: null }
      : { agentId, reason: "held", until: phase.away.holdUntil };
  }
  if (phase.state === "wrap-up" && phase.blocks !== null) {
    return {
      agentId: phase.agent.id,
      reason: "wrap-up",
      until: phase.blocks === "close" ? phase.closesAt : phase.blocks,
    };
  }
  return null;
}

function reservedOf({ hand }: Item): Taking | null {
  if (hand.at === "offered") return { agentId: hand.agentId, reason: "offered", until: hand.expiresAt };
  if (hand.at === "assigning") return { agentId: hand.agentId, reason: "offered", until: null };
  return null;
}

/** What an offer reserved counts once: when the conversation says that it is theirs, by that reason. */
export function takingsOf(item: Item): Taking[] {
  const held = heldOf(item.summary);
  const reserved = reservedOf(item);
  if (held === null) return reserved === null ? [] : [reserved];
  return reserved === null || reserved.agentId === held.agentId ? [held] : [held, reserved];
}

/** Every reason for which units are taken, of each agent. */
export function slotsByAgent(state: Known): Map<string, Slot[]> {
  const slots = new Map<string, Slot[]>();
  for (const item of state.items.values()) {
    const { conversationId, customer, units } = item.summary;
    for (const { agentId, reason, until } of takingsOf(item)) {
      const slot = { conversationId, customerName: customer.name, units, reason, until };
      const own = slots.get(agentId);
      if (own === undefined) slots.set(agentId, [slot]);
      else own.push(slot);
    }
  }
  return slots;
}

/** The units that are taken of each agent: held, offered, active and blocking wrap-up together. */
export function usage(state: Known): Map<string, number> {
  const used = new Map<string, number>();
  for (const item of state.items.values()) {
    for (const { agentId } of takingsOf(item)) used.set(agentId, (used.get(agentId) ?? 0) + item.summary.units);
  }
  return used;
}

/** The units of this agent that are free; below 0 after a supervisor lowered the capacity. */
export function roomOf(state: Known, agentId: string): number {
  return (personOf(state.roster, agentId)?.capacity ?? 0) - (usage(state).get(agentId) ?? 0);
}
