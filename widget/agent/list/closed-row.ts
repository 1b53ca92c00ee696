import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { initialsOf, nameOfRecord } from "../names.ts";
import { ring } from "../ring.ts";
import { slugText } from "../slug.ts";
import type { RecordView } from "#protocol/records.ts";
import { timeAgo } from "./row.ts";

/** A conversation that is over: to be read. */
export function closedRow(
  record: RecordView,
  selected: boolean,
  widgetName: string,
  now: number,
  asks: { openPast(record: RecordView): void },
): TemplateResult {
  const { endedAt, excerpt, agents } = record;
  const name = nameOfRecord(record, widgetName);
  const line = excerpt === "" ? agents.map((agent) => agent.name).join(", ") : slugText(excerpt);
  return html`<li>
    <button
      class="row past ${selected ? "selected" : ""}"
      data-row
      aria-current=${selected ? "true" : nothing}
      @click=${() => asks.openPast(record)}
    >
      ${ring({ is: "none" }, initialsOf(name))}
      <span class="name">${name}</span>
      <span class="words">${line}</span>
      ${timeAgo(endedAt, now)}
    </button>
  </li>`;
}
