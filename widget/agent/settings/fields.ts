import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Form } from "./core/form.ts";
import { inWords } from "./core/durations.ts";
import { fieldName } from "./core/field-names.ts";
import type { Json } from "./core/json.ts";
import { valueAt } from "./core/json.ts";

/** A form on the screen: how it stands, and what typing into it does. */
export interface Bound {
  form: Form;
  edit(path: string, to: Json): void;
}

export interface FieldSays {
  /** By default what the field is called in the record of changes. */
  label?: string;
  hint?: TemplateResult | string;
}

export function textOf(form: Form, path: string): string {
  const value = valueAt(form.value, path);
  return value === null || typeof value === "object" ? "" : String(value);
}

export function idOf(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

/** The ids of what is said about a field, for its input. */
export function describedBy(form: Form, path: string, hasHint: boolean): string | typeof nothing {
  const ids = [
    ...(hasHint ? [`${idOf(path)}-hint`] : []),
    ...(form.errors.has(path) ? [`${idOf(path)}-error`] : []),
    ...(form.theirs.has(path) ? [`${idOf(path)}-theirs`] : []),
  ];
  return ids.length === 0 ? nothing : ids.join(" ");
}

/** A value that somebody else set, as people read it. */
function inBrief(path: string, value: Json): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "number" && /seconds$/i.test(path)) return inWords(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What stands under an input: its hint, what is wrong, and what somebody else set meanwhile. */
export function remarks({ form, edit }: Bound, path: string, hint: FieldSays["hint"]): TemplateResult {
  const [error, theirs] = [form.errors.get(path), form.theirs.get(path)];
  return html`${hint === undefined ? nothing : html`<p class="hint" id="${idOf(path)}-hint">${hint}</p>`}
  ${error === undefined ? nothing : html`<p class="error" id="${idOf(path)}-error">${error}</p>`}
  ${
    theirs === undefined
      ? nothing
      : html`<p class="theirs" id="${idOf(path)}-theirs">
          Somebody else set this to <strong>${inBrief(path, theirs)}</strong> meanwhile.
          <button type="button" class="plain" @click=${() => edit(path, theirs)}>Take theirs</button>
        </p>`
  }`;
}

export function typed(event: Event): string {
  const { target } = event;
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return target.value;
  return "";
}

export function field(bound: Bound, path: string, says: FieldSays, input: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${idOf(path)}>${says.label ?? fieldName(path)}</label>
    ${input} ${remarks(bound, path, says.hint)}
  </div>`;
}

/** One line of text; `whenEmpty` is what an empty one is sent as. */
export function textField(
  bound: Bound,
  path: string,
  says: FieldSays & { placeholder?: string; type?: "text" | "url"; whenEmpty?: null } = {},
): TemplateResult {
  const { form, edit } = bound;
  const put = (event: Event): void => {
    const text = typed(event);
    edit(path, says.whenEmpty === null && text === "" ? null : text);
  };
  return field(
    bound,
    path,
    says,
    html`<input
      id=${idOf(path)}
      type="text"
      inputmode=${says.type === "url" ? "url" : "text"}
      autocomplete="off"
      spellcheck=${says.type === "url" ? "false" : "true"}
      placeholder=${says.placeholder ?? nothing}
      aria-invalid=${form.errors.has(path) ? "true" : nothing}
      aria-describedby=${describedBy(form, path, says.hint !== undefined)}
      .value=${live(textOf(form, path))}
      @input=${put}
    />`,
  );
}

export function areaField(bound: Bound, path: string, says: FieldSays & { placeholder?: string } = {}): TemplateResult {
  const { form, edit } = bound;
  return field(
    bound,
    path,
    says,
    html`<textarea
      id=${idOf(path)}
      rows="2"
      placeholder=${says.placeholder ?? nothing}
      aria-invalid=${form.errors.has(path) ? "true" : nothing}
      aria-describedby=${describedBy(form, path, says.hint !== undefined)}
      .value=${live(textOf(form, path))}
      @input=${(event: Event) => edit(path, typed(event))}
    ></textarea>`,
  );
}

/** A whole number; what is none is sent as it was typed, and refused at the field. */
export function numberField(bound: Bound, path: string, says: FieldSays = {}): TemplateResult {
  const { form, edit } = bound;
  const put = (event: Event): void => {
    const text = typed(event);
    const number = Number(text);
    edit(path, text.trim() === "" || !Number.isFinite(number) ? text : number);
  };
  return field(
    bound,
    path,
    says,
    html`<input
      id=${idOf(path)}
      class="count"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-invalid=${form.errors.has(path) ? "true" : nothing}
      aria-describedby=${describedBy(form, path, says.hint !== undefined)}
      .value=${textOf(form, path)}
      @input=${put}
    />`,
  );
}
