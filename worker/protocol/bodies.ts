import * as v from "valibot";
import { Id, Instant, RandomId, Seq } from "./basics.ts";
import { ContextName, ContextPage, Facts } from "./context.ts";
import { Entry } from "./entries.ts";
import { Ending } from "./view.ts";

const Token = v.pipe(v.string(), v.minLength(1), v.maxLength(8_192));

/** `GET /v1/widgets/:widgetId?lang=de-AT,en`: what any page may know of a widget. */
export const PublicWidget = v.object({
  name: v.string(),
  reconnect: v.boolean(),
  accent: v.string(),
  position: v.picklist(["left", "right"]),
  theme: v.optional(v.picklist(["auto", "light", "dark"]), "auto"),
  /** The address of a picture; null for none. */
  logo: v.optional(v.nullable(v.string()), null),
  /** Empty: the widget greets in the customer's own language. */
  greeting: v.string(),
  /** What to expect; empty likewise. */
  hint: v.optional(v.string(), ""),
  /** Of those that were asked for, the first that there are texts for: as a BCP 47 tag, and the table of texts. */
  language: v.object({ tag: v.string(), table: v.string() }),
  /** What the launcher says in that language: its name, and that the chat could not be loaded. */
  launcher: v.object({ open: v.string(), lost: v.string() }),
});
export type PublicWidget = v.InferOutput<typeof PublicWidget>;

/**
 * `POST /v1/widgets/:widgetId/resume`: what may this visitor resume? Everything that could prove something is sent along,
 * and the server alone answers.
 */
export const ResumeBody = v.object({
  identity: v.optional(Token),
  /** What is too long for either opens nothing, like anything else that we did not make. */
  link: v.optional(v.fallback(Token, "-")),
  credential: v.optional(v.fallback(Token, "-")),
  /** The visitor chose to continue at the prompt; judged anew. */
  continue: v.optional(v.boolean()),
});
export type ResumeBody = v.InferOutput<typeof ResumeBody>;

/** What the prompt shows. */
export const Offer = v.object({
  agentName: v.nullable(v.string()),
  awaySince: v.nullable(Instant),
  holdUntil: v.nullable(Instant),
  resumableUntil: v.nullable(Instant),
  /** What the conversation calls its customer, if anything. */
  customerName: v.optional(v.nullable(v.string()), null),
});
export type Offer = v.InferOutput<typeof Offer>;

/** Something that opens a conversation's socket. Kept in the page's storage; never in a URL. */
export const Access = v.object({
  conversationId: Id,
  credential: v.string(),
  /** Epoch milliseconds after which a fresh identity is needed; null for guests. */
  identityUntil: v.nullable(Instant),
});
export type Access = v.InferOutput<typeof Access>;

/**
 * The one answer to the one question. `drop: true` beside it says that the credential that was sent is void
 * (another person's, or unknown) and everything stored with it is to be cleared.
 */
export const ResumeAnswer = v.variant("answer", [
  v.object({
    answer: v.literal("resume"),
    access: Access,
    via: v.picklist(["link", "credential", "identity"]),
    drop: v.boolean(),
  }),
  v.object({ answer: v.literal("offer"), offer: Offer, drop: v.boolean() }),
  v.object({
    answer: v.literal("ended"),
    /** Where a customer goes who came too late; only for links and open panels (the client decides). */
    redirectUrl: v.nullable(v.string()),
    ended: v.nullable(Ending),
    /** For reading what was said, in the browser that still holds the credential. */
    access: v.nullable(Access),
    via: v.picklist(["link", "credential", "identity"]),
    drop: v.boolean(),
  }),
  v.object({ answer: v.literal("none"), drop: v.boolean() }),
  v.object({ answer: v.literal("refused"), reason: v.picklist(["identity-invalid", "identity-expired"]) }),
]);
export type ResumeAnswer = v.InferOutput<typeof ResumeAnswer>;

/** `POST /v1/widgets/:widgetId/conversations`: starts one, or joins the one that the same start made. */
export const StartBody = v.object({
  /** Random, shared by the tabs of a browser until the start is answered. */
  startId: RandomId,
  identity: v.optional(Token),
  /** The credential of the conversation that "start new" ends first. */
  replaces: v.optional(Token),
  /** A verified customer chose "start new" at the prompt: their live conversation ends first. */
  startNew: v.optional(v.boolean()),
  /** What the site tells of its customer: shown to agents, and no proof of anything. */
  name: ContextName,
  page: ContextPage,
  context: v.fallback(v.optional(v.object({ facts: v.fallback(v.optional(Facts), undefined) })), undefined),
});
export type StartBody = v.InferOutput<typeof StartBody>;

export const StartAnswer = v.variant("answer", [
  v.object({ answer: v.literal("started"), access: Access, joined: v.boolean() }),
  v.object({ answer: v.literal("refused"), reason: v.picklist(["identity-invalid", "identity-expired"]) }),
]);
export type StartAnswer = v.InferOutput<typeof StartAnswer>;

/** `GET /v1/conversation/entries?after=N`, with the credential as bearer: the transcript, page by page, also after the end. */
export const EntriesAnswer = v.object({ epoch: v.string(), head: Seq, entries: v.array(Entry), more: v.boolean() });
export type EntriesAnswer = v.InferOutput<typeof EntriesAnswer>;

/** RFC 9457, with our closed list of codes and an id that stands in the server's log. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  id: v.string(),
  detail: v.optional(v.string()),
  /** The field of the request that is at fault, as `a.b.c`. */
  field: v.optional(v.string()),
  /** Everything that is wrong with what was to be saved, field by field, as sentences for people. */
  problems: v.optional(v.array(v.object({ field: v.nullable(v.string()), detail: v.string() }))),
});
export type Problem = v.InferOutput<typeof Problem>;
