import * as v from "valibot";
import { AgentRef, Id, Instant, RandomId } from "./basics.ts";
import { Bye } from "./frames.ts";

export const Presence = v.picklist(["available", "busy", "away", "offline"]);
export type Presence = v.InferOutput<typeof Presence>;

/** What an agent's console says on its desk socket. Requests are answered by one `ack` or `nack` with their id. */
export const DeskClientFrame = v.variant("type", [
  v.object({ type: v.literal("presence"), id: RandomId, presence: Presence }),
  v.object({ type: v.literal("accept"), id: RandomId, offerId: Id }),
  v.object({ type: v.literal("decline"), id: RandomId, offerId: Id }),
  /** Takes a conversation out of the queue without being offered it. */
  v.object({ type: v.literal("take"), id: RandomId, conversationId: Id }),
  v.object({ type: v.literal("visibility"), hidden: v.boolean() }),
]);
export type DeskClientFrame = v.InferOutput<typeof DeskClientFrame>;

/** A conversation on a console's list; enough to show a row. What is said further on comes from the conversation's own socket. */
export const DeskItem = v.object({
  conversationId: v.string(),
  workstreamId: v.string(),
  widgetId: v.string(),
  customerName: v.nullable(v.string()),
  verified: v.boolean(),
  state: v.picklist(["open", "active", "waiting", "wrap-up"]),
  present: v.boolean(),
  /** Since when it is in its state (queued, active, ended) or, if the customer is away, since when that is. */
  since: Instant,
  units: v.number(),
  holdUntil: v.nullable(Instant),
  resumableUntil: v.nullable(Instant),
  previousAgentName: v.nullable(v.string()),
  closesAt: v.nullable(Instant),
  /** To whom it was transferred, as long as it waits for them alone; `mayTake`: this agent may take it all the same. */
  waitsFor: v.optional(v.nullable(v.object({ ...AgentRef.entries, mayTake: v.boolean() })), null),
  /** What tells guests in the queue apart: the page on which it began, and the first words said there. */
  page: v.optional(v.nullable(v.string()), null),
  words: v.optional(v.nullable(v.string()), null),
});
export type DeskItem = v.InferOutput<typeof DeskItem>;

/** One reason for which an agent's units are taken, and when that ends; null: when a person acts. */
export const Slot = v.object({
  conversationId: v.string(),
  customerName: v.nullable(v.string()),
  units: v.number(),
  reason: v.picklist(["offered", "active", "held", "wrap-up"]),
  until: v.nullable(Instant),
});
export type Slot = v.InferOutput<typeof Slot>;

export const DeskOffer = v.object({ offerId: v.string(), expiresAt: v.nullable(Instant), item: DeskItem });
export type DeskOffer = v.InferOutput<typeof DeskOffer>;

export const Colleague = v.object({
  id: v.string(),
  name: v.string(),
  presence: Presence,
  connected: v.boolean(),
  capacity: v.number(),
  used: v.number(),
  workstreamIds: v.array(v.string()),
});
export type Colleague = v.InferOutput<typeof Colleague>;

/** All that one console needs to know of the desk. Each one replaces the one before; sent at most once a second unless something of the agent's own changed. */
export const DeskFeed = v.object({
  type: v.literal("desk"),
  me: v.object({
    id: v.string(),
    name: v.string(),
    role: v.picklist(["agent", "supervisor"]),
    presence: Presence,
    capacity: v.number(),
    used: v.number(),
    slots: v.array(Slot),
  }),
  offers: v.array(DeskOffer),
  mine: v.array(DeskItem),
  queue: v.object({ count: v.number(), first: v.array(DeskItem) }),
  /** Left out where very many consoles are open and they were told a short while ago: they are as they were. */
  colleagues: v.optional(v.array(Colleague)),
  serverTime: Instant,
});
export type DeskFeed = v.InferOutput<typeof DeskFeed>;

export const DeskServerFrame = v.variant("type", [
  DeskFeed,
  v.object({ type: v.literal("ack"), id: v.string() }),
  v.object({ type: v.literal("nack"), id: v.string(), code: v.string() }),
  v.object({ type: v.literal("error"), code: v.string(), ref: v.optional(v.string()) }),
  Bye,
]);
export type DeskServerFrame = v.InferOutput<typeof DeskServerFrame>;

/** The query of a desk socket's URL. */
export const DeskQuery = v.object({ tab: RandomId, hidden: v.optional(v.literal("1")) });
