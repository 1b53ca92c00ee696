import { html, type TemplateResult } from "lit";
import type { PlotSpec } from "./plot-spec.ts";

/** The plot in numbers. Places where nothing is are left out, but for lines, on which each is a choice. */
export function plotTable({ kind, axis, places, series, name, value, summary }: PlotSpec): TemplateResult {
  const rows = places
    .map((place, index) => ({ name: name(place, index), values: series.map(({ values }) => values[index] ?? 0) }))
    .filter(({ values }) => kind === "lines" || values.some((each) => each > 0));
  return html`<div class="wide" tabindex="0" role="region" aria-label=${`${summary}, as a table`}>
    <table class="data">
      <thead>
        <tr>
          <th scope="col">${axis}</th>
          ${series.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.name}</th>
              ${row.values.map((each, at) => html`<td class="number">${value(each, at)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
