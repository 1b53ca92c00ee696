import type { Draft } from "./draft.ts";
import { patchAgent, patchItem } from "./draft.ts";
import { type OpenItem, isOpen, isWaiting, queueOf, seatsOf, waitingOf } from "./queue.ts";
import { type Asker, type Item, REST, personOf } from "./state.ts";
import { candidates, route } from "./routing.ts";
import type { AssignAnswer, Roster } from "../summary.ts";
import { ingest } from "./ingest.ts";
import { REFUSED_FOR_MS } from "./state.ts";

/** Takes back offers to agents who can no longer be asked: away, disconnected, out of the workstream. */
export function withdrawOffers(draft: Draft): void {
  const offered: Item[] = [];
  for (const item of draft.items.values()) if (item.hand.at === "offered") offered.push(item);
  if (offered.length === 0) return;
  const seats = seatsOf(draft);
  for (const item of offered) {
    const { hand } = item;
    if (hand.at !== "offered" || !isOpen(item)) continue;
    const able = candidates(waitingOf(item), seats);
    if (!able.some((seat) => seat.agentId === hand.agentId)) patchItem(draft, item, { hand: REST });
  }
}

/** Gives what waits to whoever has room. */
export function makeOffers(draft: Draft): void {
  const queue = queueOf(draft)
    .filter(isWaiting)
    .map((item) => waitingOf(item));
  if (queue.length === 0) return;
  for (const { conversationId, agentId } of route(queue, seatsOf(draft))) {
    const item = draft.items.get(conversationId);
    if (item === undefined || !isOpen(item)) continue;
    const { mode, seconds } = offerRule(draft.roster, item.summary.workstreamId);
    if (mode === "automatic") {
      assign(draft, item, draft.nextOfferId(), agentId, []);
    } else {
      const expiresAt = draft.now + seconds * 1_000;
      patchItem(draft, item, {
        hand: { at: "offered", offerId: draft.nextOfferId(), agentId, madeAt: draft.now, expiresAt },
      });
      patchAgent(draft, agentId, { idleSince: draft.now });
    }
  }
}

/** Reserves the units and asks the conversation, which alone can say whether its customer is still there. */
export function assign(
  draft: Draft,
  item: OpenItem,
  offerId: string,
  agentId: string,
  requests: readonly Asker[],
): void {
  const { conversationId } = item.summary;
  const name = personOf(draft.roster, agentId)?.name ?? agentId;
  patchItem(draft, item, { hand: { at: "assigning", offerId, agentId, requests } });
  patchAgent(draft, agentId, { idleSince: draft.now });
  draft.effects.push({ type: "assign", conversationId, offerId, agent: { id: agentId, name } });
}

/** The conversation has answered: from here on its summaries alone say whose it is. */
export function settleAssign(
  draft: Draft,
  conversationId: string,
  offerId: string,
  { answer, summary }: AssignAnswer,
): void {
  ingest(draft, summary);
  const item = draft.items.get(conversationId);
  if (item === undefined || item.hand.at !== "assigning" || item.hand.offerId !== offerId) return;
  const { agentId, requests } = item.hand;
  // A refusal although the customer is there would be repeated at once, and for ever: someone else's turn. Not so one of an offer
  // that is spent, whose answer was lost with a process: the next offer is another.
  const baseless = answer === "gone" && summary.phase.state === "open" && summary.phase.present;
  patchItem(draft, item, { hand: REST, ...(baseless ? { refusals: refusedBy(item, agentId, draft.now) } : {}) });
  for (const asker of requests)
    draft.effects.push({ type: "reply", asker, code: answer === "accepted" ? null : "gone" });
}

export function refusedBy(item: Item, agentId: string, now: number): Item["refusals"] {
  return [...item.refusals.filter((refusal) => refusal.agentId !== agentId), { agentId, until: now + REFUSED_FOR_MS }];
}

function offerRule(roster: Roster, workstreamId: string): Roster["workstreams"][number]["offer"] {
  return (
    roster.workstreams.find((workstream) => workstream.id === workstreamId)?.offer ?? { mode: "automatic", seconds: 60 }
  );
}
