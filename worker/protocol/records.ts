import * as v from "valibot";
import { AgentRef, Id, Instant, Seq } from "./basics.ts";
import { EndedBy, EndReason } from "./entries.ts";

/** A number in a query string. */
export const QueryNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/, "not a number"), v.transform(Number));

/** What an organisation looks for by, in records as in insights; each of them narrows the answer. */
export const RecordFilter = v.object({
  widgetId: v.optional(Id),
  workstreamId: v.optional(Id),
  agentId: v.optional(Id),
  /** When it ended: not before `from`, and before `until`. */
  from: v.optional(QueryNumber),
  until: v.optional(QueryNumber),
});
export type RecordFilter = v.InferOutput<typeof RecordFilter>;

/** Where the next page begins; made by the server. */
const Cursor = v.pipe(v.string(), v.regex(/^\d{1,15}\.[A-Za-z0-9_-]{1,64}$/, "not a cursor"));

/** `GET /v1/records`: past conversations, those that ended last first. */
export const RecordsQuery = v.object({
  ...RecordFilter.entries,
  /** Words: all must be there, in what was said or in the customer's name. Each may be the beginning of one. */
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Of one verified customer: their `sub`. */
  subject: v.optional(v.pipe(v.string(), v.maxLength(512))),
  cursor: v.optional(Cursor),
});
export type RecordsQuery = v.InferOutput<typeof RecordsQuery>;

/** One past conversation. */
export const RecordView = v.object({
  conversationId: v.string(),
  customerName: v.nullable(v.string()),
  /** The verified customer's `sub`. */
  subject: v.nullable(v.string()),
  widgetId: v.string(),
  workstreamId: v.string(),
  /** Who had it, in order. */
  agents: v.array(AgentRef),
  startedAt: Instant,
  endedAt: Instant,
  by: v.fallback(EndedBy, "agent"),
  reason: v.fallback(EndReason, "ended"),
  messages: v.number(),
  /** What was said where the words of the query stand, or at the beginning. */
  excerpt: v.string(),
});
export type RecordView = v.InferOutput<typeof RecordView>;

export const RecordsAnswer = v.object({
  records: v.array(RecordView),
  /** The `cursor` of the next page; null on the last. */
  next: v.nullable(v.string()),
});
export type RecordsAnswer = v.InferOutput<typeof RecordsAnswer>;

/** `GET /v1/records/:conversationId/entries`, answered as `EntriesAnswer`. */
export const RecordEntriesQuery = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), Seq)),
});
