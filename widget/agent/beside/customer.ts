import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { RecordView } from "#protocol/records.ts";
import type { ConversationView } from "../../client/agent.ts";
import { pathText } from "../names.ts";
import { clockTime, dayName, exactTime } from "../time.ts";
import { WORDS } from "../words.ts";

type Asks = { openPast(record: RecordView): void };

function fact(name: string, value: unknown): TemplateResult {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}

/** A page leads nowhere from here but in a tab of its own that knows nothing of this one. */
function pageLink(page: string): TemplateResult {
  return html`<a href=${page} target="_blank" rel="noreferrer noopener" title=${page}>${pathText(page)}</a>`;
}

function dayOf(at: number, now: number): string {
  const day = dayName(at, now);
  return day === "Today" || day === "Yesterday" ? `${day}, ${clockTime(at)}` : day;
}

/** Conversations of this customer that are over. */
function earlier(records: readonly RecordView[], now: number, asks: Asks): TemplateResult | typeof nothing {
  if (records.length === 0) return nothing;
  return html`<section>
    <h3>${WORDS.before}</h3>
    <ul class="earlier">
      ${records.map(
        (record) =>
          html`<li>
            <button class="quiet" @click=${() => asks.openPast(record)}>
              <span>${dayOf(record.startedAt, now)}</span><span class="muted">${record.excerpt}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Who the customer is: what is known, what the site says, and what was before. */
export function customer(
  { view, backstage, clockOffset }: ConversationView,
  name: string,
  before: readonly RecordView[],
  asks: Asks,
): TemplateResult | typeof nothing {
  if (view === null || backstage === null) return nothing;
  const { subject, page, context } = backstage;
  const told = Object.entries(context);
  const since = view.startedAt;
  return html`<section>
      <h3>${WORDS.customer}</h3>
      <dl>
        ${fact("Name", view.customer.name ?? name)}
        ${fact("Identity", view.customer.verified ? `Verified${subject === null ? "" : ` · ${subject}`}` : "Guest")}
        ${page === null ? nothing : fact("Page", pageLink(page))}
        ${fact("Here since", html`<time title=${exactTime(since)}>${clockTime(since)}</time>`)}
      </dl>
    </section>
    ${
      told.length === 0
        ? nothing
        : html`<section>
            <h3 title=${WORDS.toldHint}>${WORDS.told}</h3>
            <dl>${told.map(([key, value]) => fact(key, value))}</dl>
          </section>`
    }
    ${earlier(before, Date.now() + clockOffset, asks)}`;
}
