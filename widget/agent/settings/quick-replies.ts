import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { SLUGS } from "#protocol/settings.ts";
import { icon } from "../icons.ts";
import type { Around, BoundForm } from "./around.ts";
import { bind } from "./around.ts";
import type { Json } from "./core/json.ts";
import { valueAt } from "./core/json.ts";
import { textOf, typed } from "./fields.ts";
import { savingForm } from "./save-bar.ts";

function errorOf({ form }: BoundForm, path: string): TemplateResult | typeof nothing {
  const error = form.errors.get(path);
  return error === undefined ? nothing : html`<p class="error" id="${path}-error">${error}</p>`;
}

function row(bound: BoundForm, n: number, remove: () => void): TemplateResult {
  const { form, edit } = bound;
  const [shortcut, text] = [`quickReplies.${n}.shortcut`, `quickReplies.${n}.text`];
  const invalid = (path: string): string | typeof nothing => (form.errors.has(path) ? "true" : nothing);
  const by = (path: string): string | typeof nothing => (form.errors.has(path) ? `${path}-error` : nothing);
  return html`<li class="reply">
    <div>
      <div class="shortcut">
        <span class="muted" aria-hidden="true">/</span>
        <input
          type="text"
          spellcheck="false"
          autocomplete="off"
          placeholder="shortcut"
          aria-label="Shortcut ${n + 1}"
          aria-invalid=${invalid(shortcut)}
          aria-describedby=${by(shortcut)}
          .value=${live(textOf(form, shortcut))}
          @input=${(event: Event) => edit(shortcut, typed(event))}
        />
      </div>
      ${errorOf(bound, shortcut)}
    </div>
    <div class="words">
      <textarea
        rows="2"
        placeholder="What it says"
        aria-label="Text of /${textOf(form, shortcut)}"
        aria-invalid=${invalid(text)}
        aria-describedby=${by(text)}
        .value=${live(textOf(form, text))}
        @input=${(event: Event) => edit(text, typed(event))}
      ></textarea>
      ${errorOf(bound, text)}
    </div>
    <button type="button" class="quiet icon" aria-label="Remove /${textOf(form, shortcut)}" @click=${remove}>
      ${icon("close")}
    </button>
  </li>`;
}

/** All quick replies, saved together. */
export function quickRepliesPage(around: Around): TemplateResult {
  const bound = bind(around, "quick-replies");
  if (bound === null) return html`<p class="empty">One moment…</p>`;
  const list = valueAt(bound.form.value, "quickReplies");
  const replies: readonly Json[] = Array.isArray(list) ? list : [];
  const put = (to: readonly Json[]): void => bound.edit("quickReplies", to);
  const theirs = bound.form.theirs.get("quickReplies");
  return html`<div class="head">
      <h2 tabindex="-1">Quick replies</h2>
      <p class="muted">
        Agents type “/” and the shortcut.
        ${SLUGS.map((slug, n) => html`${n === 0 ? "" : n === SLUGS.length - 1 ? " and " : ", "}<code>${slug}</code>`)}
        are filled in when it is sent.
      </p>
    </div>
    ${savingForm(
      bound,
      around,
      html`${
          theirs === undefined
            ? nothing
            : html`<p class="theirs">
                Somebody else changed the quick replies meanwhile.
                <button type="button" class="plain" @click=${() => put(Array.isArray(theirs) ? theirs : [])}>
                  Take theirs
                </button>
              </p>`
        }
        ${replies.length === 0 ? html`<p class="empty">There are none yet.</p>` : nothing}
        <ul class="replies">
          ${replies.map((_, n) => row(bound, n, () => put(replies.filter((__, at) => at !== n))))}
        </ul>
        <div class="buttons">
          <button type="button" @click=${() => put([...replies, { shortcut: "", text: "" }])}>Add a quick reply</button>
        </div>`,
    )}`;
}
