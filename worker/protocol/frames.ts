import * as v from "valibot";
import { Id, Instant, MessageText, RandomId, Seq } from "./basics.ts";
import { ContextName, ContextPage, Facts } from "./context.ts";
import { Entry } from "./entries.ts";
import { Backstage, Seen, View } from "./view.ts";

/**
 * What clients say on a conversation socket. A frame with an `id` is a request: it is answered by exactly one `ack`
 * or `nack` with that id, and sending it again changes nothing. The one exception: on a live socket the answer to a new message is its
 * entry, in an `update`. The others are fleeting.
 */
const shared = [
  v.object({ type: v.literal("message"), id: RandomId, text: MessageText }),
  v.object({ type: v.literal("typing"), on: v.boolean() }),
  v.object({ type: v.literal("seen"), seq: Seq }),
  /** Whether the page is hidden: decides how long its silence is forgiven. */
  v.object({ type: v.literal("visibility"), hidden: v.boolean() }),
  /** The next page of a gap that was too long for one reply; only before the socket is live. */
  v.object({ type: v.literal("more"), after: Seq }),
  /** Older history: the page that ends before `before`. */
  v.object({ type: v.literal("history"), before: Seq }),
  v.object({ type: v.literal("end"), id: RandomId }),
  /** Asks for a reconnect link; the `ack` carries its URL. A customer who asks again gets the same link. */
  v.object({ type: v.literal("make-link"), id: RandomId }),
  /** Kills one link, or all of them. */
  v.object({ type: v.literal("revoke-links"), id: RandomId, linkId: v.optional(v.string()) }),
] as const;

export const CustomerFrame = v.variant("type", [
  ...shared,
  /** The person's first input on a page that came by link: from here on it counts as present. */
  v.object({ type: v.literal("activity") }),
  /**
   * What the site tells of its customer has changed. What is left out stays as it is; `facts` are all of them. Fleeting, as
   * there is nothing to wait for; saying the same again changes nothing.
   */
  v.object({
    type: v.literal("context"),
    name: ContextName,
    page: ContextPage,
    facts: v.fallback(v.optional(Facts), undefined),
  }),
]);
export type CustomerFrame = v.InferOutput<typeof CustomerFrame>;

export const AgentFrame = v.variant("type", [
  ...shared,
  /** Lengthens the hold by its own length, never past the limit. */
  v.object({ type: v.literal("extend-hold"), id: RandomId }),
  v.object({ type: v.literal("give-up-hold"), id: RandomId }),
  v.object({ type: v.literal("give-back"), id: RandomId }),
  v.object({
    type: v.literal("transfer"),
    id: RandomId,
    to: v.union([v.object({ agentId: Id }), v.object({ workstreamId: Id })]),
  }),
  v.object({ type: v.literal("close"), id: RandomId }),
  v.object({ type: v.literal("set-notes"), id: RandomId, text: v.pipe(v.string(), v.maxLength(8_000)) }),
  /** Makes the conversation look who is there and what is due; also says that this page does so whenever it is asked by `look-at`. */
  v.object({ type: v.literal("look") }),
]);
export type AgentFrame = v.InferOutput<typeof AgentFrame>;

export const Ack = v.object({
  type: v.literal("ack"),
  id: v.string(),
  /** Of messages: where it stands in the transcript. Sent after it is stored. */
  seq: v.optional(Seq),
  at: v.optional(Instant),
  /** Of `make-link`. */
  url: v.optional(v.string()),
  linkId: v.optional(v.string()),
});
export const Nack = v.object({ type: v.literal("nack"), id: v.string(), code: v.string() });

/** The first frame on every conversation socket: state and words together. */
export const Welcome = v.object({
  type: v.literal("welcome"),
  epoch: v.string(),
  /** The last entry that exists. The socket is live once entries up to here were received. */
  head: Seq,
  /**
   * How `entries` relate to what the page holds: `resumed`, they follow the cursor it sent; `snapshot`, they are the
   * newest ones and replace all (no cursor, another epoch, or a cursor from the future).
   */
  mode: v.picklist(["resumed", "snapshot"]),
  entries: v.array(Entry),
  /** Older entries exist before the first of a snapshot. */
  hasBefore: v.boolean(),
  /** More of the gap is to be asked for with `more`. */
  more: v.boolean(),
  view: View,
  backstage: v.optional(Backstage),
  seen: Seen,
  serverTime: Instant,
});
export type Welcome = v.InferOutput<typeof Welcome>;

/**
 * The server's last word before it closes a socket. To be acted on like the close itself, which can reach a client seconds later:
 * browsers wait for the end of the TCP connection before they report it.
 */
export const Bye = v.object({ type: v.literal("bye"), code: v.number() });

/**
 * To an agent's page that has said `look`: it is to say so again in so many milliseconds. A socket's frame costs a twentieth of the alarm
 * that it takes the place of. Whoever does not look is found out, and the alarm is set again as it was.
 */
export const LookAt = v.object({ type: v.literal("look-at"), inMs: v.number() });

/** What the server says on a conversation socket. A client ignores types that it does not know. */
export const ServerFrame = v.variant("type", [
  Welcome,
  /** A further page of a gap. */
  v.object({ type: v.literal("page"), entries: v.array(Entry), head: Seq, more: v.boolean() }),
  /** A page of older history, oldest first. */
  v.object({ type: v.literal("history"), before: Seq, entries: v.array(Entry), hasBefore: v.boolean() }),
  /** What happened now: new entries and the state after them, in one frame. */
  v.object({
    type: v.literal("update"),
    entries: v.array(Entry),
    view: v.optional(View),
    backstage: v.optional(Backstage),
    serverTime: Instant,
  }),
  Ack,
  Nack,
  v.object({ type: v.literal("typing"), from: v.picklist(["customer", "agent"]), on: v.boolean() }),
  v.object({ type: v.literal("seen"), seen: Seen }),
  /** Answer to a frame that has no id, or could not be read. */
  v.object({ type: v.literal("error"), code: v.string(), ref: v.optional(v.string()) }),
  Bye,
]);
export type ServerFrame = v.InferOutput<typeof ServerFrame>;

/** What it says to agents. */
export const AgentServerFrame = v.variant("type", [...ServerFrame.options, LookAt]);

/** The query of a conversation socket's URL. */
export const SocketQuery = v.object({
  /** Cursor: the last entry that the page holds in memory; absent without one. */
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
  epoch: v.optional(Id),
  /** Random per page: a newer socket of the same tab takes over from an older one. */
  tab: RandomId,
  hidden: v.optional(v.literal("1")),
  /** The page came by link and its person has not touched it yet: it does not count as present. */
  quiet: v.optional(v.literal("1")),
});
export type SocketQuery = v.InferOutput<typeof SocketQuery>;
