import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { DeskOffer } from "#protocol/desk-frames.ts";
import { once } from "../../parts/double-click.ts";
import { initialsOf } from "../names.ts";
import { ring } from "../ring.ts";
import { ago, clockTime, countdown, exactTime } from "../time.ts";
import { WORDS } from "../words.ts";
import type { ListAsks } from "./list.ts";
import type { Need, Row } from "./rows.ts";

/** The one mark of a row. Clocks that run are seen, and read out as the time at which they end. */
export function needMark(need: Need, now: number): TemplateResult | typeof nothing {
  switch (need.is) {
    case "none":
      return nothing;
    case "unread":
      return html`<span class="count" title="${need.count} unread"
        >${need.count}<span class="unseen"> unread</span></span
      >`;
    case "held":
      return html`<span class="mark held" title="Held until ${clockTime(need.until)}"
        ><span aria-hidden="true">${countdown(need.until - now)} held</span
        ><span class="unseen">held until ${clockTime(need.until)}</span></span
      >`;
    case "returnable":
      return html`<span class="mark">until ${clockTime(need.until)}</span>`;
    case "closing":
      return html`<span class="mark">closes ${clockTime(need.until)}</span>`;
    case "queued":
      return html`<span class="mark" title="Waiting since ${exactTime(need.since)}"
        ><span aria-hidden="true">${countdown(now - need.since)}</span
        ><span class="unseen">waiting since ${clockTime(need.since)}</span></span
      >`;
  }
}

export function timeAgo(at: number, now: number): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()} title=${exactTime(at)}>${ago(at, now)}</time>`;
}

/** Who it is and what was said: what all rows have in common. */
function who({ name, ring: state, line }: Row): TemplateResult {
  return html`${ring(state, initialsOf(name))}
    <span class="name">${name}</span>
    <span class="words">${line}</span>`;
}

export function ownRow(row: Row, selected: boolean, now: number, asks: ListAsks): TemplateResult {
  return html`<li>
    <button
      class="row ${selected ? "selected" : ""} ${row.need.is === "unread" ? "unread" : ""}"
      data-row
      aria-current=${selected ? "true" : nothing}
      @click=${() => asks.open(row.conversationId)}
    >
      ${who(row)} ${timeAgo(row.at, now)} ${needMark(row.need, now)}
    </button>
  </li>`;
}

export function offerRow({ offerId, expiresAt }: DeskOffer, row: Row, now: number, asks: ListAsks): TemplateResult {
  const left =
    expiresAt === null
      ? nothing
      : html`<span class="mark held"
          ><span aria-hidden="true">${countdown(expiresAt - now)}</span
          ><span class="unseen">until ${clockTime(expiresAt)}</span></span
        >`;
  return html`<li class="row offer">
    ${who(row)} ${timeAgo(row.at, now)} ${left}
    <span class="buttons">
      <button
        class="main"
        data-row
        aria-label="${WORDS.accept} ${row.name}"
        @click=${once(() => asks.accept(offerId, row.conversationId))}
      >
        ${WORDS.accept}
      </button>
      <button aria-label="${WORDS.decline} ${row.name}" @click=${once(() => asks.decline(offerId))}>
        ${WORDS.decline}
      </button>
    </span>
  </li>`;
}

export function queueRow(row: Row, mayTake: boolean, now: number, asks: ListAsks): TemplateResult {
  const take = html`<button
    class="take"
    data-row
    aria-label="${WORDS.take} ${row.name}"
    @click=${once(() => asks.take(row.conversationId))}
  >
    ${WORDS.take}
  </button>`;
  return html`<li class="row queued">${who(row)} ${needMark(row.need, now)} ${mayTake ? take : nothing}</li>`;
}
