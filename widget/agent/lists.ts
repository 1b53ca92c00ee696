import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DeskItem, DeskOffer } from "#protocol/desk-frames.ts";
import type { ConversationView } from "../client/agent.ts";
import { clockTime, countdown } from "./time.ts";
import { customerName, markOf, WORDS } from "./words.ts";
import type { WorkplaceView } from "./workplace.ts";

export interface ListAsks {
  open(conversationId: string): void;
  accept(offerId: string): void;
  decline(offerId: string): void;
  take(conversationId: string): void;
}

/** What of it the agent has not read. */
function unread({ lines, seen }: ConversationView): number {
  return lines.filter((line) => line.kind === "message" && line.from === "customer" && (line.seq ?? 0) > seen.agent)
    .length;
}

function lastWords({ lines }: ConversationView): string {
  const last = lines.findLast((line) => line.kind === "message");
  return last?.kind === "message" ? `${last.mine ? "You: " : ""}${last.text}` : "";
}

function mineRow(
  item: DeskItem,
  view: ConversationView | undefined,
  selected: boolean,
  now: number,
  asks: ListAsks,
): TemplateResult {
  const count = view === undefined ? 0 : unread(view);
  return html`<li>
    <button
      class="row ${selected ? "selected" : ""}"
      aria-current=${selected ? "true" : nothing}
      @click=${() => asks.open(item.conversationId)}
    >
      <span class="name">${customerName(item)}</span>
      <span class="mark ${item.state} ${item.present ? "" : "gone"}">${markOf(item, now)}</span>
      <span class="words muted">${view === undefined ? nothing : lastWords(view)}</span>
      ${count > 0 ? html`<span class="count" aria-label="${count} unread">${count}</span>` : nothing}
    </button>
  </li>`;
}

function offerRow({ offerId, expiresAt, item }: DeskOffer, now: number, asks: ListAsks): TemplateResult {
  return html`<li class="offer">
    <span class="name">${customerName(item)}</span>
    <span class="mark" aria-hidden="true">${expiresAt === null ? nothing : countdown(expiresAt - now)}</span>
    ${expiresAt === null ? nothing : html`<span class="unseen">until ${clockTime(expiresAt)}</span>`}
    <span class="buttons">
      <button class="main" @click=${() => asks.accept(offerId)}>${WORDS.accept}</button>
      <button @click=${() => asks.decline(offerId)}>${WORDS.decline}</button>
    </span>
  </li>`;
}

function queueRow(item: DeskItem, mayTake: boolean, now: number, asks: ListAsks): TemplateResult {
  const before =
    item.previousAgentName === null
      ? nothing
      : html`<span class="words muted">was with ${item.previousAgentName}</span>`;
  return html`<li class="queued">
    <span class="name">${customerName(item)}</span>
    <span class="mark">${markOf(item, now)}</span>
    ${before}
    ${item.present && mayTake ? html`<button @click=${() => asks.take(item.conversationId)}>${WORDS.take}</button>` : nothing}
  </li>`;
}

/** What of one's own is in these states, under a title. */
function mineSection(
  title: string,
  items: readonly DeskItem[],
  { conversations, selected }: WorkplaceView,
  now: number,
  asks: ListAsks,
) {
  return html`<h3>${title} <span>${items.length}</span></h3>
    <ul>
      ${repeat(
        items,
        ({ conversationId }) => conversationId,
        (item) => mineRow(item, conversations.get(item.conversationId), item.conversationId === selected, now, asks),
      )}
    </ul>`;
}

/** Offers, one's own conversations by what they need, and the queue. */
export function lists(view: WorkplaceView, asks: ListAsks): TemplateResult | typeof nothing {
  const { feed, clockOffset } = view.desk;
  if (feed === null) return nothing;
  const { me, offers, mine, queue } = feed;
  const now = Date.now() + clockOffset;
  const section = (title: string, state: DeskItem["state"]) => {
    const items = mine.filter((item) => item.state === state);
    return items.length === 0 ? nothing : mineSection(title, items, view, now, asks);
  };
  return html`<nav class="lists" aria-label="Conversations">
    ${offers.length === 0 ? nothing : html`<h3>${WORDS.offers}</h3>`}
    <ul aria-live="assertive">
      ${repeat(
        offers,
        ({ offerId }) => offerId,
        (offer) => offerRow(offer, now, asks),
      )}
    </ul>
    ${
      mine.length === 0
        ? html`<h3>${WORDS.mine}</h3>
            <p class="small muted empty">${WORDS.noneMine}</p>`
        : nothing
    }
    ${section(WORDS.mine, "active")} ${section(WORDS.canReturn, "waiting")}
    <h3>${WORDS.queue} <span>${queue.count}</span></h3>
    <ul>
      ${repeat(
        queue.first,
        ({ conversationId }) => conversationId,
        (item) => queueRow(item, me.presence !== "offline", now, asks),
      )}
    </ul>
    ${queue.count === 0 ? html`<p class="small muted empty">${WORDS.noneQueue}</p>` : nothing}
    ${section(WORDS.wrapUp, "wrap-up")}
  </nav>`;
}
