import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../icons.ts";
import type { BoundForm } from "./around.ts";
import { valueAt } from "./core/json.ts";
import { idOf, remarks, typed } from "./fields.ts";

/** What was pasted is often a whole address: its origin is what is meant. */
function originIn(text: string): string {
  const trimmed = text.trim();
  return /^https?:\/\/[^/]+\/./i.test(`${trimmed} `) && URL.canParse(trimmed) ? new URL(trimmed).origin : trimmed;
}

/** The origins on whose pages the chat may be, one a line. */
export function originsField(bound: BoundForm): TemplateResult {
  const { form, edit } = bound;
  const list = valueAt(form.value, "origins");
  const origins = Array.isArray(list) ? list.map(String) : [];
  const put = (n: number, to: string): void =>
    edit(
      "origins",
      origins.map((origin, at) => (at === n ? to : origin)),
    );
  return html`<fieldset class="field" aria-describedby="${idOf("origins")}-hint">
    <legend>Allowed origins</legend>
    ${remarks(
      bound,
      "origins",
      html`Pages on these origins may have the chat: scheme, host and port, as <code>https://shop.example</code>.`,
    )}
    <ul class="rows">
      ${origins.map((origin, n) => {
        const error = form.errors.get(`origins.${n}`);
        return html`<li>
          <div class="row">
            <input
              id="origin-${n}"
              type="text"
              inputmode="url"
              spellcheck="false"
              autocomplete="off"
              aria-label="Allowed origin ${n + 1}"
              aria-invalid=${error === undefined ? nothing : "true"}
              aria-describedby=${error === undefined ? nothing : `origin-${n}-error`}
              .value=${live(origin)}
              @input=${(event: Event) => put(n, typed(event))}
              @change=${(event: Event) => put(n, originIn(typed(event)))}
            />
            <button
              type="button"
              class="quiet icon"
              aria-label="Remove ${origin === "" ? `allowed origin ${n + 1}` : origin}"
              @click=${() =>
                edit(
                  "origins",
                  origins.filter((_, at) => at !== n),
                )}
            >
              ${icon("close")}
            </button>
          </div>
          ${error === undefined ? nothing : html`<p class="error" id="origin-${n}-error">${error}</p>`}
        </li>`;
      })}
    </ul>
    <div class="buttons">
      <button type="button" @click=${() => edit("origins", [...origins, ""])}>Add an origin</button>
    </div>
  </fieldset>`;
}
