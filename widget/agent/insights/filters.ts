import { html, type TemplateResult } from "lit";
import type { SettingsAnswer } from "#protocol/console.ts";
import { type InsightsView, PERIODS } from "./view.ts";

interface Choice {
  id: string;
  name: string;
}

/** What narrows the figures. */
export function filters(
  view: InsightsView,
  settings: SettingsAnswer | null,
  change: (view: InsightsView) => void,
): TemplateResult {
  const pick = (
    label: string,
    key: "widgetId" | "workstreamId" | "agentId",
    all: string,
    choices: readonly Choice[],
  ): TemplateResult => {
    const chosen = view[key];
    const known =
      choices.some(({ id }) => id === chosen) || chosen === "" ? choices : [...choices, { id: chosen, name: chosen }];
    return html`<label class="field">
      <span>${label}</span>
      <select
        name=${key}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLSelectElement) change({ ...view, [key]: event.target.value });
        }}
      >
        <option value="" ?selected=${chosen === ""}>${all}</option>
        ${known.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
      </select>
    </label>`;
  };
  return html`<form class="filters" aria-label="What to count" @submit=${(event: Event) => event.preventDefault()}>
    <label class="field">
      <span>Period</span>
      <select
        name="days"
        @change=${(event: Event) => {
          if (event.target instanceof HTMLSelectElement) change({ ...view, days: Number(event.target.value) });
        }}
      >
        ${PERIODS.map(({ days, label }) => html`<option value=${days} ?selected=${days === view.days}>${label}</option>`)}
      </select>
    </label>
    ${pick(
      "Widget",
      "widgetId",
      "All widgets",
      (settings?.widgets ?? []).map(({ widgetId: id, name }) => ({ id, name })),
    )}
    ${pick(
      "Workstream",
      "workstreamId",
      "All workstreams",
      (settings?.workstreams ?? []).map(({ workstreamId: id, name }) => ({ id, name })),
    )}
    ${pick(
      "Agent",
      "agentId",
      "All agents",
      (settings?.agents ?? []).map(({ agentId: id, name }) => ({ id, name })),
    )}
  </form>`;
}
