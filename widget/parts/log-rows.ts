import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Happening } from "#protocol/entries.ts";
import type { Delivery } from "../client/customer.ts";
import type { MessageLine, Row } from "./arrange.ts";
import { clockTime, dayName, exactTime } from "./time.ts";

/** What a transcript says on one side of the conversation. */
export interface LogWords {
  label: string;
  earlier: string;
  retry: string;
  discard: string;
  typing: string;
  /** Null for what this side is not told. */
  event(what: Happening): string | null;
  delivery(delivery: Delivery): string;
}

/** What a person does in a transcript. */
export type LogAction = { do: "resend" | "discard"; key: string } | { do: "earlier" } | { do: "seen"; seq: number };

type Tell = (action: LogAction) => void;

function under(line: MessageLine, show: boolean, words: LogWords, tell: Tell): TemplateResult | typeof nothing {
  const { key, at, mine, delivery } = line;
  if (mine && delivery.is === "failed") {
    return html`<p class="under bad">
      ${words.delivery(delivery)}
      <button class="plain" @click=${() => tell({ do: "resend", key })}>${words.retry}</button>
      <button class="plain" @click=${() => tell({ do: "discard", key })}>${words.discard}</button>
    </p>`;
  }
  const state = mine ? ` · ${words.delivery(delivery)}` : "";
  return show ? html`<p class="under"><time title=${exactTime(at)}>${clockTime(at)}</time>${state}</p>` : nothing;
}

/** One row of the transcript. What people wrote is text, never markup. */
export function logRow(row: Row, words: LogWords, tell: Tell): TemplateResult {
  if (row.is === "day") return html`<p class="day">${dayName(row.at, Date.now())}</p>`;
  if (row.is === "event") return html`<p class="event" title=${exactTime(row.at)}>${row.text}</p>`;
  const { line, first, last, newestOfMine } = row;
  const { mine, delivery, agentName, text } = line;
  const unsure = mine && (delivery.is === "waiting" || delivery.is === "sending" || delivery.is === "failed");
  const classes = [mine ? "mine" : "", first ? "first" : "", last ? "last" : "", unsure ? "unsure" : ""].join(" ");
  return html`<div class="message ${classes}">
    ${first && agentName !== null && !mine ? html`<p class="author">${agentName}</p>` : nothing}
    <div class="bubble" dir="auto">${text}</div>
    ${under(line, mine ? newestOfMine : last, words, tell)}
  </div>`;
}
