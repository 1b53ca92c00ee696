import type { DeskItem, Slot } from "#protocol/desk-frames.ts";
import type { ConversationView, DeskView } from "../client/agent.ts";

type Conversations = ReadonlyMap<string, ConversationView>;

/**
 * The desk as it was told, but for where the customers of one's own conversations are: their own lines say that at once, and the desk
 * hears of an absence only when it has lasted ten seconds.
 */
export function atOnce(desk: DeskView, conversations: Conversations): DeskView {
  const { feed } = desk;
  if (feed === null) return desk;
  const { me } = feed;
  const mine = feed.mine.map((item) => itemAtOnce(item, conversations));
  const slots = me.slots.map((slot) => slotAtOnce(slot, conversations));
  return { ...desk, feed: { ...feed, mine, me: { ...me, slots } } };
}

function itemAtOnce(item: DeskItem, conversations: Conversations): DeskItem {
  const customer = customerOf(item.conversationId, conversations);
  if (customer === null || item.state !== "active") return item;
  if (customer.at === "present")
    return item.present ? item : { ...item, present: true, holdUntil: null, resumableUntil: null };
  const { since, holdUntil = null, resumableUntil } = customer;
  return { ...item, present: false, since, holdUntil, resumableUntil };
}

function slotAtOnce(slot: Slot, conversations: Conversations): Slot {
  const customer = customerOf(slot.conversationId, conversations);
  if (customer === null || (slot.reason !== "active" && slot.reason !== "held")) return slot;
  return customer.at === "present"
    ? { ...slot, reason: "active", until: null }
    : { ...slot, reason: "held", until: customer.holdUntil ?? null };
}

/** Where the customer of an active conversation is, as far as its line is up. */
function customerOf(conversationId: string, conversations: Conversations) {
  const conversation = conversations.get(conversationId);
  const phase = conversation?.status.is === "connected" ? conversation.view?.phase : undefined;
  return phase?.state === "active" ? phase.customer : null;
}
