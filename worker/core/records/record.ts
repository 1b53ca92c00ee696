import type { EndedBy, EndReason } from "#protocol/entries.ts";
import { isLive, type ConversationState } from "../conversation/state.ts";
import type { Tally } from "../conversation/tally.ts";
import type { Terms } from "../terms.ts";

/**
 * What an ended conversation leaves behind, for those who look for it later: told whole, under a `rev`, so that telling it again
 * changes nothing. Everything that can still happen to it (its wrap-up, its closing) is nothing that stands in here.
 */
export interface ConversationRecord {
  conversationId: string;
  rev: number;
  widgetId: string;
  workstreamId: string;
  customerName: string | null;
  subject: string | null;
  startedAt: number;
  endedAt: number;
  by: EndedBy;
  reason: EndReason;
  terms: Pick<Terms, "reconnect" | "holdSeconds" | "limitSeconds" | "units">;
  said: Said;
  tally: Omit<Tally, "waitingSince" | "away">;
}

/** What was said, as far as a record needs it. */
export interface Said {
  messages: number;
  /** When an agent said something first; null if none did. */
  firstAnswerAt: number | null;
  /** The words of both, one message a line: what a search looks through. */
  text: string;
}

/** How much of what was said can be found: more than nearly all conversations have. */
const SEARCHED_CHARS = 50_000;

/** One message, as stored. */
export type SaidMessage = {
  at: number;
  from: "customer" | "agent";
  text: string;
};

/** Gathers what was said, in its order; a transcript can be longer than what fits into memory. */
export function saidIn(transcript: Iterable<SaidMessage>): Said {
  let [messages, text] = [0, ""];
  let firstAnswerAt: number | null = null;
  for (const message of transcript) {
    if (message.from === "agent") firstAnswerAt ??= message.at;
    if (text.length < SEARCHED_CHARS) text += messages === 0 ? message.text : `\n${message.text}`;
    messages += 1;
  }
  return { messages, firstAnswerAt, text: text.slice(0, SEARCHED_CHARS) };
}

/** The record of a conversation that has ended; null while it lives. */
export function toRecord(state: ConversationState, said: Said): ConversationRecord | null {
  const { phase, terms, customer } = state;
  if (isLive(phase)) return null;
  const { waitingSince: _, away: __, ...tally } = state.tally;
  const { at, by, reason } = phase.ended;
  return {
    conversationId: state.id,
    rev: state.rev,
    widgetId: terms.widgetId,
    workstreamId: state.workstreamId,
    customerName: customer.name,
    subject: customer.subject,
    startedAt: state.startedAt,
    endedAt: at,
    by,
    reason,
    terms: {
      reconnect: terms.reconnect,
      holdSeconds: terms.holdSeconds,
      limitSeconds: terms.limitSeconds,
      units: terms.units,
    },
    said,
    tally,
  };
}

/** Whether a change ended it: then there is something to record, once. */
export function hasEnded(before: ConversationState | null, after: ConversationState): boolean {
  return after.arrived && !isLive(after.phase) && (before === null || isLive(before.phase));
}
