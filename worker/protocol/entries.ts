import * as v from "valibot";
import { AgentRef, Instant, Seq } from "./basics.ts";

/** Who ended a conversation: a person, or the clock. */
export const EndedBy = v.picklist(["customer", "agent", "limit"]);
export type EndedBy = v.InferOutput<typeof EndedBy>;

/** Why: plainly ended, replaced by a new chat of the same customer, or the customer stayed away too long. */
export const EndReason = v.picklist(["ended", "started-new", "expired"]);
export type EndReason = v.InferOutput<typeof EndReason>;

/** Why an agent no longer has the conversation although it goes on. */
export const LeftReason = v.picklist(["gave-back", "transferred", "disconnected", "offline"]);
export type LeftReason = v.InferOutput<typeof LeftReason>;

/** What happened, as it stands in the transcript between the messages. */
export const Happening = v.variant("type", [
  v.object({ type: v.literal("started") }),
  v.object({ type: v.literal("joined"), agent: AgentRef }),
  v.object({ type: v.literal("left"), agent: AgentRef, reason: LeftReason }),
  /** The customer has had no connection since `since`; written once that is 10 s ago. `holdUntil` is null where nobody holds. */
  v.object({ type: v.literal("away"), since: Instant, holdUntil: v.nullable(Instant) }),
  v.object({ type: v.literal("back"), afterSeconds: v.number() }),
  v.object({ type: v.literal("hold-extended"), until: Instant }),
  v.object({ type: v.literal("hold-over"), agent: AgentRef, givenUp: v.boolean() }),
  v.object({ type: v.literal("link-made"), linkId: v.string(), by: v.picklist(["customer", "agent"]) }),
  v.object({ type: v.literal("links-revoked"), linkIds: v.array(v.string()) }),
  v.object({ type: v.literal("identified") }),
  v.object({ type: v.literal("ended"), by: EndedBy, reason: EndReason }),
  v.object({ type: v.literal("closed") }),
]);
export type Happening = v.InferOutput<typeof Happening>;

export const Message = v.object({
  seq: Seq,
  at: Instant,
  kind: v.literal("message"),
  /** Made by the client that composed it; the same id never stands twice in a transcript. */
  id: v.string(),
  from: v.picklist(["customer", "agent"]),
  agent: v.optional(AgentRef),
  /** As stored: a reconnect link stands in it as `{ReconnectUrl}`. Only a customer's own sockets get the URL instead. */
  text: v.string(),
  linkId: v.optional(v.string()),
});
export type Message = v.InferOutput<typeof Message>;

export const Event = v.object({
  seq: Seq,
  at: Instant,
  kind: v.literal("event"),
  /** An event that this version does not know keeps its place in the order and shows nothing. */
  what: v.fallback(v.union([Happening, v.object({ type: v.literal("unknown") })]), { type: "unknown" }),
});
export type Event = v.InferOutput<typeof Event>;

/** Whatever else has a place in the order: a kind of entry, or of author, that this version does not know. */
const Unknown = v.pipe(
  v.object({ seq: Seq, at: v.fallback(Instant, 0) }),
  v.transform(({ seq, at }): Event => ({ seq, at, kind: "event", what: { type: "unknown" } })),
);

/** One line of the transcript. `seq` counts from 1 without gaps. */
export const Entry = v.union([v.variant("kind", [Message, Event]), Unknown]);
export type Entry = v.InferOutput<typeof Entry>;
