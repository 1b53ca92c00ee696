import { leave, choosePresence } from "./agents.ts";
import { agentOf, type Draft, patchItem } from "./draft.ts";
import { isWaiting } from "./queue.ts";
import { ASK_AFTER_MS, type DeskState, REST } from "./state.ts";

/** Lets every deadline that has passed take effect: before anything else, so that whatever comes late finds it so. */
export function passTime(draft: Draft): void {
  const { now } = draft;
  for (const [agentId, { connection }] of draft.agents) {
    if (connection.at === "dropped" && connection.graceUntil <= now)
      leave(draft, agentId, { at: "lost", since: connection.graceUntil });
  }
  for (const item of draft.items.values()) {
    const { hand, refusals, askAt } = item;
    if (hand.at === "offered" && hand.expiresAt <= now) {
      patchItem(draft, item, { hand: REST });
      if (agentOf(draft, hand.agentId).presence === "available") choosePresence(draft, hand.agentId, "away");
    }
    if (refusals.some((refusal) => refusal.until <= now)) {
      const lasting = refusals.filter((refusal) => refusal.until > now);
      patchLatest(draft, item.summary.conversationId, { refusals: lasting });
    }
    if (askAt !== null && askAt <= now) {
      patchLatest(draft, item.summary.conversationId, { askAt: now + ASK_AFTER_MS });
      draft.effects.push({ type: "report", conversationId: item.summary.conversationId });
    }
  }
}

/** The next instant at which time alone changes something here; null if nothing is pending. */
export function nextDeadline(state: DeskState): number | null {
  let next = state.places.dueAt ?? Infinity;
  for (const { connection } of state.agents.values()) {
    if (connection.at === "dropped") next = Math.min(next, connection.graceUntil);
  }
  for (const item of state.items.values()) {
    if (item.hand.at === "offered") next = Math.min(next, item.hand.expiresAt);
    if (item.askAt !== null) next = Math.min(next, item.askAt);
    if (isWaiting(item)) for (const refusal of item.refusals) next = Math.min(next, refusal.until);
  }
  return next === Infinity ? null : next;
}

function patchLatest(draft: Draft, conversationId: string, change: Parameters<typeof patchItem>[2]): void {
  const item = draft.items.get(conversationId);
  if (item !== undefined) patchItem(draft, item, change);
}
