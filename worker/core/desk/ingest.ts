import { agentOf, type Draft, patchAgent, patchItem } from "./draft.ts";
import { ASK_AFTER_MS, type Hand, type Item, type Refusal, REFUSED_FOR_MS, REST } from "./state.ts";
import { takingsOf } from "./slots.ts";
import type { Summary, SummaryPhase } from "../summary.ts";

/** Takes in what a conversation says of itself. An older word, a repeated one, and any word after the last change nothing. */
export function ingest(draft: Draft, summary: Summary): void {
  const { conversationId, rev, phase } = summary;
  const known = draft.items.get(conversationId);
  if (known !== undefined && rev <= known.summary.rev) return;
  if (phase.state === "closed") {
    forget(draft, conversationId);
    return;
  }
  const before = known ?? fresh(summary);
  const sameStint = isSameStint(before.summary.phase, phase);
  const after = patchItem(draft, before, {
    summary,
    hand: handAfter(before.hand, phase),
    refusals: refusalsAfter(sameStint ? before.refusals : [], phase, draft.now),
    toldPlace: sameStint ? before.toldPlace : null,
    toldConnected: isSameAssignment(before.summary.phase, phase) ? before.toldConnected : true,
    askAt: askAtOf(phase, draft.now),
  });
  markIdle(draft, before, after);
}

/** The conversation closed, or never was: nothing of it stays but that it is over. */
export function forget(draft: Draft, conversationId: string): void {
  const item = draft.items.get(conversationId);
  draft.closed.push(conversationId);
  if (item === undefined) return;
  draft.removeItem(conversationId);
  markIdle(draft, item, null);
  if (item.hand.at === "assigning") {
    for (const asker of item.hand.requests) draft.effects.push({ type: "reply", asker, code: "gone" });
  }
}

function fresh(summary: Summary): Item {
  return { summary, hand: REST, refusals: [], toldPlace: null, toldConnected: true, askAt: null };
}

/** An offer that nobody has taken yet ends when there is no present customer to take. What was called stays until it is answered. */
function handAfter(hand: Hand, phase: SummaryPhase): Hand {
  return hand.at === "offered" && !(phase.state === "open" && phase.present) ? REST : hand;
}

function refusalsAfter(kept: readonly Refusal[], phase: SummaryPhase, now: number): readonly Refusal[] {
  if (phase.state !== "open") return [];
  const fresh = phase.notTo.filter((agentId) => !kept.some((refusal) => refusal.agentId === agentId));
  return fresh.length === 0 ? kept : [...kept, ...fresh.map((agentId) => ({ agentId, until: now + REFUSED_FOR_MS }))];
}

/** Still in the queue since the same moment, so that what was refused and told still stands. */
function isSameStint(before: SummaryPhase, after: SummaryPhase): boolean {
  return before.state === "open" && after.state === "open" && before.queuedAt === after.queuedAt;
}

function isSameAssignment(before: SummaryPhase, after: SummaryPhase): boolean {
  return before.state === "active" && after.state === "active" && before.offerId === after.offerId;
}

/** A summary that comes late can tell a deadline that has passed: its successor is probably on its way, too. */
function askAtOf(phase: SummaryPhase, now: number): number | null {
  const deadline = deadlineOf(phase);
  return deadline === null ? null : Math.max(deadline, now) + ASK_AFTER_MS;
}

/** The conversation's own next deadline, as far as it has told. */
function deadlineOf(phase: SummaryPhase): number | null {
  switch (phase.state) {
    case "open":
      return phase.present ? null : phase.resumableUntil;
    case "active":
      return phase.away === null ? null : Math.min(phase.away.holdUntil, phase.away.resumableUntil);
    case "waiting":
      return phase.resumableUntil;
    case "wrap-up":
      return typeof phase.blocks === "number" ? Math.min(phase.blocks, phase.closesAt) : phase.closesAt;
    case "closed":
      return null;
  }
}

/** Whoever no longer has it is idle from now on. */
function markIdle(draft: Draft, before: Item, after: Item | null): void {
  const still = after === null ? [] : takingsOf(after).map((taking) => taking.agentId);
  for (const { agentId } of takingsOf(before)) {
    if (!still.includes(agentId)) patchAgent(draft, agentId, { ...agentOf(draft, agentId), idleSince: draft.now });
  }
}
