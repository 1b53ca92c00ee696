import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DeskItem } from "#protocol/desk-frames.ts";
import type { RecordView } from "#protocol/records.ts";
import type { WorkplaceView } from "../workplace.ts";
import { WORDS } from "../words.ts";
import { closedRow } from "./closed-row.ts";
import { offerRow, ownRow, queueRow } from "./row.ts";
import { mayTake, rowOf } from "./rows.ts";

export interface ListAsks {
  open(conversationId: string): void;
  accept(offerId: string, conversationId: string): void;
  decline(offerId: string): void;
  take(conversationId: string): void;
  openPast(record: RecordView): void;
}

/** A part of the list under its title. */
function section(title: string, count: number | null, rows: unknown, empty: string | null = null): TemplateResult {
  return html`<section>
    <h3>${title} ${count === null ? nothing : html`<span>${count}</span>`}</h3>
    <ul>
      ${rows}
    </ul>
    ${empty === null ? nothing : html`<p class="small muted so-far">${empty}</p>`}
  </section>`;
}

/** Offers, one's own conversations by what they need, the queue, and what is over. */
export function list(
  view: WorkplaceView,
  closed: readonly RecordView[],
  past: string | null,
  asks: ListAsks,
): TemplateResult | typeof nothing {
  const { feed, clockOffset } = view.desk;
  if (feed === null) return nothing;
  const { me, mine, queue } = feed;
  // What comes by itself is about to be there: a row for the moment between would only flicker.
  const offers = feed.offers.filter(({ expiresAt }) => expiresAt !== null);
  const now = Date.now() + clockOffset;
  const row = (item: DeskItem) =>
    rowOf(item, view.conversations.get(item.conversationId), view.widgetName(item.widgetId), now);
  const own = (state: DeskItem["state"]) => mine.filter((item) => item.state === state);
  const ownRows = (items: readonly DeskItem[]) =>
    repeat(
      items,
      ({ conversationId }) => conversationId,
      (item) => ownRow(row(item), item.conversationId === view.selected, now, asks),
    );
  const ownSection = (title: string, state: DeskItem["state"]) => {
    const items = own(state);
    return items.length === 0 ? nothing : section(title, items.length, ownRows(items));
  };
  const active = own("active");
  return html`<nav class="list" aria-label=${WORDS.conversations}>
    ${
      offers.length === 0
        ? nothing
        : section(
            WORDS.offers,
            offers.length,
            repeat(
              offers,
              ({ offerId }) => offerId,
              (offer) => offerRow(offer, row(offer.item), now, asks),
            ),
          )
    }
    ${section(WORDS.mine, active.length, ownRows(active), mine.length === 0 ? WORDS.noneMine : null)}
    ${ownSection(WORDS.canReturn, "waiting")}
    <div class="queue">
      ${section(
        WORDS.queue,
        queue.count,
        repeat(
          queue.first,
          ({ conversationId }) => conversationId,
          (item) => queueRow(row(item), mayTake(item, me.presence), now, asks),
        ),
        queue.count === 0 ? WORDS.noneQueue : null,
      )}
    </div>
    ${ownSection(WORDS.wrapUp, "wrap-up")}
    ${
      closed.length === 0
        ? nothing
        : section(
            WORDS.closed,
            null,
            repeat(
              closed,
              ({ conversationId }) => conversationId,
              (record) =>
                closedRow(record, record.conversationId === past, view.widgetName(record.widgetId), now, asks),
            ),
          )
    }
  </nav>`;
}
