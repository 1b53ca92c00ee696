import { html } from "lit";
import type { TemplateResult } from "lit";
import type { BoundForm } from "./around.ts";
import { selectField } from "./choices.ts";
import { areaField, describedBy, field, idOf, textField, textOf, typed } from "./fields.ts";

/** The picker and the text beside it are one setting; the text is the field, since it can hold what is none. */
function accentField(bound: BoundForm): TemplateResult {
  const { form, edit } = bound;
  const [path, now] = ["looks.accent", textOf(form, "looks.accent")];
  const put = (event: Event): void => edit(path, typed(event).trim());
  return field(
    bound,
    path,
    { hint: "Any colour will do: what stands on it is made readable." },
    html`<div class="duration">
      <input
        type="color"
        aria-label="Choose the accent"
        .value=${/^#[0-9a-f]{6}$/i.test(now) ? now : "#000000"}
        @input=${put}
      />
      <input
        id=${idOf(path)}
        class="colour"
        type="text"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${form.errors.has(path) ? "true" : "false"}
        aria-describedby=${describedBy(form, path, true)}
        .value=${now}
        @input=${put}
      />
    </div>`,
  );
}

/** What customers see and read, beside a preview that shows it with what stands in the form. */
export function looksAndTexts(bound: BoundForm, widgetId: string): TemplateResult {
  return html`<div class="beside">
    <div class="form">
      <section class="card">
        <h2>Texts</h2>
        ${areaField(bound, "texts.greeting", {
          placeholder: "In the customer's language, if you leave this empty",
          hint: "The first thing that customers read. Shown as it stands, to everybody.",
        })}
        ${areaField(bound, "texts.hint", {
          placeholder: "In the customer's language, if you leave this empty",
          hint: "What to expect: “We answer within minutes, from 9 to 18.”",
        })}
      </section>
      <section class="card">
        <h2>Looks</h2>
        ${accentField(bound)}
        ${selectField(bound, "looks.theme", [
          ["auto", "As the customer's system"],
          ["light", "Light"],
          ["dark", "Dark"],
        ])}
        ${selectField(bound, "looks.position", [
          ["right", "Right"],
          ["left", "Left"],
        ])}
        ${textField(bound, "looks.logo", {
          type: "url",
          whenEmpty: null,
          placeholder: "https://shop.example/logo.svg",
          hint: "The address of a picture for the chat's header. Empty: none.",
        })}
      </section>
    </div>
    <rejoin-preview .widgetId=${widgetId} .value=${bound.form.value}></rejoin-preview>
  </div>`;
}
