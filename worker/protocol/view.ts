import * as v from "valibot";
import { AgentRef, Instant } from "./basics.ts";
import { EndedBy, EndReason } from "./entries.ts";

/** The customer's side of a live conversation. */
export const Side = v.variant("at", [
  v.object({ at: v.literal("present") }),
  /** No live connection since `since`; `holdUntil` only while an agent's units are kept for them. */
  v.object({ at: v.literal("away"), since: Instant, holdUntil: v.optional(Instant), resumableUntil: Instant }),
]);
export type Side = v.InferOutput<typeof Side>;

/** An end is an end, also one whose author or reason this version does not know. */
export const Ending = v.object({
  at: Instant,
  by: v.fallback(EndedBy, "agent"),
  reason: v.fallback(EndReason, "ended"),
  /** Of reason `expired`: since when the customer had been away. */
  awaySince: v.optional(Instant),
});
export type Ending = v.InferOutput<typeof Ending>;

/** The state of a conversation as everyone in it may know it. */
export const Phase = v.variant("state", [
  v.object({
    state: v.literal("open"),
    customer: Side,
    /** Place in the queue from 1; null until the desk has told it, or beyond the places it tells. */
    place: v.nullable(v.number()),
    previousAgent: v.optional(AgentRef),
  }),
  v.object({
    state: v.literal("active"),
    customer: Side,
    agent: AgentRef,
    /** False while the agent's own connection is lost and their grace runs. */
    agentConnected: v.boolean(),
  }),
  v.object({ state: v.literal("waiting"), customer: Side, previousAgent: AgentRef }),
  v.object({ state: v.literal("wrap-up"), agent: AgentRef, ended: Ending, closesAt: Instant }),
  v.object({ state: v.literal("closed"), ended: Ending, closedAt: Instant }),
]);
export type Phase = v.InferOutput<typeof Phase>;

export const View = v.object({
  conversationId: v.string(),
  startedAt: Instant,
  reconnect: v.boolean(),
  /** For how long an agent's units are kept for a customer who drops, unless the agent decides otherwise. Servers before this one did not say it. */
  holdSeconds: v.optional(v.number()),
  customer: v.object({ name: v.nullable(v.string()), verified: v.boolean() }),
  phase: Phase,
});
export type View = v.InferOutput<typeof View>;

export const LinkView = v.object({
  id: v.string(),
  by: v.fallback(v.picklist(["customer", "agent"]), "agent"),
  madeAt: Instant,
  /** When it was last opened; null if never. It says "somebody is there" only while the customer is away since before then. */
  openedAt: v.nullable(Instant),
});
export type LinkView = v.InferOutput<typeof LinkView>;

/** What agents know beyond the view. */
export const Backstage = v.object({
  widgetId: v.string(),
  workstreamId: v.string(),
  units: v.number(),
  holdSeconds: v.number(),
  limitSeconds: v.number(),
  /** The verified customer's `sub`. */
  subject: v.nullable(v.string()),
  links: v.array(LinkView),
  notes: v.string(),
  /** Set while the customer's connection comes and goes often: until when to call it unstable. */
  unstableUntil: v.nullable(Instant),
  /** Until when an ended conversation takes units: null when it does not, "close" until it is closed. */
  blocks: v.nullable(v.union([Instant, v.literal("close")])),
  /** Where the customer was last, as far as their page said. */
  page: v.nullable(v.string()),
  /** What the site tells of its customer. Nothing of it is proved. */
  context: v.optional(v.record(v.string(), v.string()), {}),
});
export type Backstage = v.InferOutput<typeof Backstage>;

/** The last entry that each side has read. */
export const Seen = v.object({ customer: v.number(), agent: v.number() });
export type Seen = v.InferOutput<typeof Seen>;
