import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { Happening } from "#protocol/entries.ts";
import type { Delivery } from "../client/customer.ts";
import type { MessageLine, Row } from "./arrange.ts";

/** What a transcript says on one side of the conversation. */
export interface LogWords {
  label: string;
  earlier: string;
  toNewest: string;
  retry: string;
  discard: string;
  typing: string;
  /** Null for what this side is not told. */
  event(what: Happening): string | null;
  delivery(delivery: Delivery): string;
  /** Who wrote it, above the first of a group; empty where nobody needs to be told. */
  author(line: MessageLine): string;
  time(at: number): string;
  exact(at: number): string;
  day(at: number): string;
  /** A message's text as it is drawn; text alone is never markup. */
  body(text: string): unknown;
}

/** What a person does in a transcript. */
export type LogAction = { do: "resend" | "discard"; key: string } | { do: "earlier" } | { do: "seen"; seq: number };

type Tell = (action: LogAction) => void;

function under(
  { line, last, newestOfMine }: Extract<Row, { is: "message" }>,
  words: LogWords,
  tell: Tell,
): TemplateResult | typeof nothing {
  const { key, at, seq, mine, delivery } = line;
  if (mine && delivery.is === "failed") {
    return html`<p class="under bad">
      ${words.delivery(delivery)}
      <button class="plain" @click=${() => tell({ do: "resend", key })}>${words.retry}</button>
      <button class="plain" @click=${() => tell({ do: "discard", key })}>${words.discard}</button>
    </p>`;
  }
  if (!last) return nothing;
  const time = seq === null ? nothing : html`<time title=${words.exact(at)}>${words.time(at)}</time>`;
  const state = newestOfMine ? html`<span>${words.delivery(delivery)}</span>` : nothing;
  return html`<p class="under">${time}${seq === null || !newestOfMine ? nothing : " · "}${state}</p>`;
}

/** One row of the transcript: its classes, and what stands in it. */
export function drawRow(row: Row, words: LogWords, tell: Tell): { kind: string; content: TemplateResult } {
  if (row.is === "day") return { kind: "day", content: html`${words.day(row.at)}` };
  if (row.is === "event")
    return { kind: `event ${row.type}`, content: html`<span title=${words.exact(row.at)}>${row.text}</span>` };
  const { line, first, last } = row;
  const { mine, delivery } = line;
  const unsure = mine && (delivery.is === "waiting" || delivery.is === "sending" || delivery.is === "failed");
  const classes = ["message", mine && "mine", first && "first", last && "last", unsure && "unsure"];
  const author = first ? words.author(line) : "";
  return {
    kind: classes.filter(Boolean).join(" "),
    content: html`${author === "" ? nothing : html`<p class="author">${author}</p>`}
      <div class="bubble" part="bubble" dir="auto">${words.body(line.text)}</div>
      ${under(row, words, tell)}`,
  };
}
