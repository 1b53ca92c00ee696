import { hasEnded } from "../records/record.ts";
import type { Summary } from "../summary.ts";
import { toSummary } from "./report.ts";
import type { ConversationState } from "./state.ts";
import { isLive } from "./state.ts";

/** What the customer object is told of a verified customer's conversation. */
export interface Ownership {
  subject: string;
  conversationId: string;
  widgetId: string;
  startedAt: number;
  live: boolean;
}

/** What a change makes the conversation tell other objects; each word is whole and may be repeated. */
export type Word =
  | { topic: "desk"; body: Summary }
  | { topic: "customer"; body: Ownership }
  /** It has ended. The record itself is made when it is told: the transcript, which is part of it, would stand in storage twice. */
  | { topic: "record"; body: null };

/** The words that follow from a change; all of them at the start. */
export function wordsAfter(before: ConversationState | null, after: ConversationState): Word[] {
  const words: Word[] = [];
  // A start whose customer never came is nobody's business: otherwise anyone could fill the queue by starting.
  if (after.arrived && before?.rev !== after.rev) words.push({ topic: "desk", body: toSummary(after) });
  const [was, is] = [before === null ? null : ownership(before), ownership(after)];
  if (is !== null && (was === null || was.live !== is.live)) words.push({ topic: "customer", body: is });
  if (hasEnded(before, after)) words.push({ topic: "record", body: null });
  return words;
}

function ownership(state: ConversationState): Ownership | null {
  const { subject } = state.customer;
  if (subject === null) return null;
  const { id: conversationId, startedAt, terms, phase } = state;
  return { subject, conversationId, widgetId: terms.widgetId, startedAt, live: isLive(phase) };
}
