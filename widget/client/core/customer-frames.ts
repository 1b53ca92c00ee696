import { CLOSE } from "#protocol/codes.ts";
import type { ServerFrame } from "#protocol/frames.ts";
import type { Phase, Seen, Side, View } from "#protocol/view.ts";
import { AGENT, ENDING, INSTANT, SIDE } from "./basics.ts";
import { ENTRY } from "./customer-entries.ts";
import { BOOLEAN, kinds, list, nullable, NUMBER, object, oneOf, optional, parse, STRING } from "./shape.ts";

/** As customers get them. */
type CustomersFrame = ServerFrame extends infer F ? (F extends unknown ? Omit<F, "backstage"> : never) : never;

const CUSTOMER = kinds<"at", Side>("at", {
  present: {},
  away: { since: INSTANT, holdUntil: optional(INSTANT), resumableUntil: INSTANT },
});

const VIEW = object<View>({
  conversationId: STRING,
  startedAt: INSTANT,
  reconnect: BOOLEAN,
  holdSeconds: optional(NUMBER),
  customer: object<View["customer"]>({ name: nullable(STRING), verified: BOOLEAN }),
  phase: kinds<"state", Phase>("state", {
    open: { customer: CUSTOMER, place: nullable(NUMBER), previousAgent: optional(AGENT) },
    active: { customer: CUSTOMER, agent: AGENT, agentConnected: BOOLEAN },
    waiting: { customer: CUSTOMER, previousAgent: AGENT },
    "wrap-up": { agent: AGENT, ended: ENDING, closesAt: INSTANT },
    closed: { ended: ENDING, closedAt: INSTANT },
  }),
});

const SEEN = object<Seen>({ customer: NUMBER, agent: NUMBER });
const ENTRIES = list(ENTRY);

const FRAME = kinds<"type", CustomersFrame>("type", {
  welcome: {
    epoch: STRING,
    head: INSTANT,
    mode: oneOf("resumed", "snapshot"),
    entries: ENTRIES,
    hasBefore: BOOLEAN,
    more: BOOLEAN,
    view: VIEW,
    seen: SEEN,
    serverTime: INSTANT,
  },
  page: { entries: ENTRIES, head: INSTANT, more: BOOLEAN },
  history: { before: INSTANT, entries: ENTRIES, hasBefore: BOOLEAN },
  update: { entries: ENTRIES, view: optional(VIEW), serverTime: INSTANT },
  ack: {
    id: STRING,
    seq: optional(INSTANT),
    at: optional(INSTANT),
    url: optional(STRING),
    linkId: optional(STRING),
  },
  nack: { id: STRING, code: STRING },
  typing: { from: SIDE, on: BOOLEAN },
  seen: { seen: SEEN },
  error: { code: STRING, ref: optional(STRING) },
  bye: { code: NUMBER },
});

const VITAL = object<{ type: string }>({ type: oneOf("welcome", "page", "update") });

/**
 * Reads what the server says to a customer; null for what is to be passed over. A vital frame that can't be read ends the
 * line for good, since whoever cannot follow would hear the same again and again.
 */
export function readCustomerFrame(text: string): ServerFrame | null {
  return parse(FRAME, text) ?? (parse(VITAL, text) && { type: "bye", code: CLOSE.protocol });
}
