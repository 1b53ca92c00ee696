import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { BoundForm } from "./around.ts";
import { valueAt } from "./core/json.ts";
import { durationField } from "./duration-field.ts";
import { idOf, typed } from "./fields.ts";

/** What is put in when somebody chooses a time: a minute. */
const FIRST_SECONDS = 60;

/** Whether an ended conversation still takes units: not at all, for a time, or until it is closed. One setting, of two kinds. */
export function blocksField(bound: BoundForm): TemplateResult {
  const { form, edit } = bound;
  const value = valueAt(form.value, "wrapUp.blocks");
  const kind = value === "none" || value === "always" ? value : "seconds";
  const choose = (event: Event): void => {
    const next = typed(event);
    edit("wrapUp.blocks", next === "seconds" ? FIRST_SECONDS : next);
  };
  const options = [
    ["none", "Not at all: ending frees them at once"],
    ["seconds", "For a time"],
    ["always", "Until the wrap-up is closed"],
  ] as const;
  return html`<div class="field">
      <label for="${idOf("wrapUp.blocks")}-kind">An ended conversation still takes units</label>
      <select id="${idOf("wrapUp.blocks")}-kind" .value=${kind} @change=${choose}>
        ${options.map(([name, words]) => html`<option value=${name} ?selected=${name === kind}>${words}</option>`)}
      </select>
    </div>
    ${kind === "seconds" ? durationField(bound, "wrapUp.blocks", { label: "For how long" }) : nothing}`;
}
