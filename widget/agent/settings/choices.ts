import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { fieldName } from "./core/field-names.ts";
import { valueAt } from "./core/json.ts";
import type { Bound, FieldSays } from "./fields.ts";
import { describedBy, field, idOf, remarks, textOf, typed } from "./fields.ts";

/** One of several, each with its name. */
export function selectField(
  bound: Bound,
  path: string,
  options: readonly (readonly [value: string, name: string])[],
  says: FieldSays = {},
): TemplateResult {
  const { form, edit } = bound;
  const now = textOf(form, path);
  return field(
    bound,
    path,
    says,
    html`<select
      id=${idOf(path)}
      aria-invalid=${form.errors.has(path) ? "true" : nothing}
      aria-describedby=${describedBy(form, path, says.hint !== undefined)}
      .value=${live(now)}
      @change=${(event: Event) => edit(path, typed(event))}
    >
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`)}
    </select>`,
  );
}

/** On or off. */
export function switchField(bound: Bound, path: string, says: FieldSays = {}): TemplateResult {
  const { form, edit } = bound;
  return html`<div class="field">
    <div class="switch">
      <input
        id=${idOf(path)}
        type="checkbox"
        role="switch"
        aria-describedby=${describedBy(form, path, says.hint !== undefined)}
        .checked=${live(valueAt(form.value, path) === true)}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && edit(path, target.checked)}
      />
      <label for=${idOf(path)}>${says.label ?? fieldName(path)}</label>
    </div>
    ${remarks(bound, path, says.hint)}
  </div>`;
}

/** Any number of several, each with its name, as a list of their values. */
export function manyField(
  bound: Bound,
  path: string,
  options: readonly (readonly [value: string, name: string])[],
  says: FieldSays = {},
): TemplateResult {
  const { form, edit } = bound;
  const list = valueAt(form.value, path);
  const chosen = Array.isArray(list) ? list.map(String) : [];
  const toggle = (value: string, on: boolean): void =>
    edit(
      path,
      options.flatMap(([id]) => ((id === value ? on : chosen.includes(id)) ? [id] : [])),
    );
  return html`<fieldset class="field" aria-describedby=${describedBy(form, path, says.hint !== undefined)}>
    <legend>${says.label ?? fieldName(path)}</legend>
    ${options.map(
      ([value, name]) =>
        html`<label class="check"
          ><input
            type="checkbox"
            .checked=${live(chosen.includes(value))}
            @change=${({ target }: Event) => target instanceof HTMLInputElement && toggle(value, target.checked)}
          />${name}</label
        >`,
    )}
    ${remarks(bound, path, says.hint)}
  </fieldset>`;
}
