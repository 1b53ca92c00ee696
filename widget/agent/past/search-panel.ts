import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { RecordView } from "#protocol/records.ts";
import { icon } from "../icons.ts";
import { closedRow } from "../list/closed-row.ts";
import { refusalText } from "../refusals.ts";
import { WORDS } from "../words.ts";
import type { Query, Search } from "./search-controller.ts";

export interface SearchAsks {
  look(wanted: Partial<Query>): void;
  moreResults(): void;
  leaveSearch(): void;
  openPast(record: RecordView): void;
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : "";
}

function status({ state, records }: Search): string {
  if (state.is === "asking") return WORDS.searching;
  if (state.is === "refused") return refusalText(state.code);
  return records.length === 0 ? WORDS.nothingFound : "";
}

/** In the place of the list: what is looked for, and what was found. */
export function searchPanel(
  search: Search,
  open: string | null,
  widgetName: (widgetId: string) => string,
  asks: SearchAsks,
): TemplateResult {
  const { query, records, next } = search;
  const now = Date.now();
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape") asks.leaveSearch();
  };
  return html`<search class="finding" @keydown=${pressed}>
    <div class="looking">
      <input
        type="search"
        id="search"
        aria-label=${WORDS.search}
        placeholder=${WORDS.searchHint}
        autocomplete="off"
        .value=${query.q}
        @input=${(event: Event) => asks.look({ q: textOf(event) })}
      />
      <button class="quiet icon" aria-label=${WORDS.leaveSearch} title=${WORDS.leaveSearch} @click=${asks.leaveSearch}>
        ${icon("close")}
      </button>
    </div>
    <div class="days small muted">
      <label
        >${WORDS.searchFrom}
        <input type="date" .value=${query.from} @change=${(event: Event) => asks.look({ from: textOf(event) })}
      /></label>
      <label
        >${WORDS.searchUntil}
        <input type="date" .value=${query.until} @change=${(event: Event) => asks.look({ until: textOf(event) })}
      /></label>
    </div>
    <p class="small muted so-far" role="status">${status(search)}</p>
    <ul aria-label=${WORDS.results}>
      ${repeat(
        records,
        ({ conversationId }) => conversationId,
        (record) => closedRow(record, record.conversationId === open, widgetName(record.widgetId), now, asks),
      )}
    </ul>
    ${next === null ? nothing : html`<button @click=${asks.moreResults}>${WORDS.moreResults}</button>`}
  </search>`;
}
