import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Unit } from "./core/durations.ts";
import { countIn, SECONDS_IN, secondsFrom, unitFor } from "./core/durations.ts";
import { fieldName } from "./core/field-names.ts";
import type { Form } from "./core/form.ts";
import { valueAt } from "./core/json.ts";
import type { Bound, FieldSays } from "./fields.ts";
import { describedBy, idOf, remarks, textOf, typed } from "./fields.ts";

const UNITS: readonly Unit[] = ["seconds", "minutes", "hours", "days"];

function isUnit(text: string): text is Unit {
  return text in SECONDS_IN;
}

/** Which unit somebody chose for a field of a form. Only how it is shown: what is sent is seconds. */
const chosen = new WeakMap<object, Map<string, Unit>>();

/** The number of seconds in a field; null if something else stands there. */
export function secondsIn(form: Form, path: string): number | null {
  const value = valueAt(form.value, path);
  return typeof value === "number" ? value : null;
}

/** A duration: shown in minutes, or in seconds where it is small, sent in seconds. `owner` remembers the unit that was chosen. */
export function durationField(
  bound: Bound & { key: string; owner: object; redraw(): void },
  path: string,
  says: FieldSays = {},
): TemplateResult {
  const { form, edit, key, owner, redraw } = bound;
  const field = `${key} ${path}`;
  const units = chosen.get(owner) ?? new Map<string, Unit>();
  chosen.set(owner, units);
  const [value, before] = [valueAt(form.value, path), valueAt(form.base, path)];
  const unit = units.get(field) ?? unitFor(typeof before === "number" ? before : 60);
  const put = (event: Event): void => {
    // While one types, the unit stays what it is.
    units.set(field, unit);
    edit(path, secondsFrom(typed(event), unit));
  };
  const choose = (event: Event): void => {
    const next = typed(event);
    if (!isUnit(next)) return;
    units.set(field, next);
    // The number stays what it is, in the unit that was meant.
    if (typeof value === "number") edit(path, secondsFrom(countIn(unit, value), next));
    redraw();
  };
  const label = says.label ?? fieldName(path);
  return html`<div class="field">
    <label for=${idOf(path)}>${label}</label>
    <div class="duration">
      <input
        id=${idOf(path)}
        class="count"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${form.errors.has(path) ? "true" : nothing}
        aria-describedby=${describedBy(form, path, says.hint !== undefined)}
        .value=${typeof value === "number" ? countIn(unit, value) : textOf(form, path)}
        @input=${put}
      />
      <select aria-label="Unit of ${label}" @change=${choose}>
        ${UNITS.map((name) => html`<option value=${name} ?selected=${name === unit}>${name}</option>`)}
      </select>
    </div>
    ${remarks(bound, path, says.hint)}
  </div>`;
}
