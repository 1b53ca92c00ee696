import type { ErrorCode } from "#protocol/errors.ts";
import type { DeskCommand } from "./command.ts";
import { agentOf, type Draft, patchItem } from "./draft.ts";
import { keptFor, mayTakeKept, reaches } from "./kept.ts";
import { assign, refusedBy } from "./offers.ts";
import { isOpen } from "./queue.ts";
import { roomOf } from "./slots.ts";
import { type Asker, type Item, personOf, REST } from "./state.ts";

type Request<T extends DeskCommand["type"]> = Extract<DeskCommand, { type: T }>;
/** What a request is answered with: null, done; "later", when the conversation has answered. */
type Answer = ErrorCode | null | "later";

/** Takes the offer: the conversation is asked, and its answer is the answer. Sent again, it waits for the same answer. */
export function accept(draft: Draft, { asker, offerId }: Request<"accept">): Answer {
  const item = offeredAs(draft, offerId);
  if (item === undefined) return "gone";
  const { hand } = item;
  const { phase } = item.summary;
  if (hand.at === "offered" && hand.agentId === asker.agentId && isOpen(item)) {
    assign(draft, item, offerId, asker.agentId, [asker]);
    return "later";
  }
  if (hand.at === "assigning" && hand.agentId === asker.agentId) return alsoAsk(draft, item, asker);
  return phase.state === "active" && phase.agent.id === asker.agentId ? null : "gone";
}

/** Declines the offer; the next agent is asked, and presence stays. An offer that is no more needs no declining. */
export function decline(draft: Draft, { asker, offerId }: Request<"decline">): Answer {
  const item = offeredAs(draft, offerId);
  if (item === undefined) return null;
  const { hand } = item;
  if (hand.at === "rest" || hand.agentId !== asker.agentId) return "not-allowed";
  if (hand.at !== "offered") return "not-now";
  patchItem(draft, item, { hand: REST, refusals: refusedBy(item, asker.agentId, draft.now) });
  return null;
}

/**
 * Takes a conversation out of the queue by the agent's own choice: past the order, never past room or workstream, and past a transfer
 * only who made it or oversees all.
 */
export function take(draft: Draft, { asker, conversationId }: Request<"take">): Answer {
  const item = draft.items.get(conversationId);
  if (item === undefined) return "gone";
  const { agentId } = asker;
  const { hand } = item;
  const { phase, units } = item.summary;
  if (phase.state === "active" && phase.agent.id === agentId) return null;
  if (!isOpen(item)) return "gone";
  if (hand.at === "offered" && hand.agentId === agentId)
    return accept(draft, { type: "accept", asker, offerId: hand.offerId });
  if (hand.at === "assigning" && hand.agentId === agentId) return alsoAsk(draft, item, asker);
  if (hand.at !== "rest") return "gone";
  const person = personOf(draft.roster, agentId);
  if (person === undefined || !reaches(item, person)) return "not-allowed";
  if (keptFor(draft, item) !== null && !mayTakeKept(item, person)) return "kept-for-other";
  const { presence, connection } = agentOf(draft, agentId);
  if (!item.summary.phase.present || presence === "offline" || connection.at !== "connected") return "not-now";
  if (roomOf(draft, agentId) < units) return "no-room";
  assign(draft, item, draft.nextOfferId(), agentId, [asker]);
  return "later";
}

function offeredAs(draft: Draft, offerId: string): Item | undefined {
  for (const item of draft.items.values()) {
    if (item.hand.at !== "rest" && item.hand.offerId === offerId) return item;
    if (item.summary.phase.state === "active" && item.summary.phase.offerId === offerId) return item;
  }
  return undefined;
}

function alsoAsk(draft: Draft, item: Item, asker: Asker): Answer {
  if (item.hand.at !== "assigning") return "gone";
  const { requests } = item.hand;
  if (!requests.some(({ tab, id }) => tab === asker.tab && id === asker.id)) {
    patchItem(draft, item, { hand: { ...item.hand, requests: [...requests, asker] } });
  }
  return "later";
}
