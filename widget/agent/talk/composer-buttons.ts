import { html } from "lit";
import type { TemplateResult } from "lit";
import { icon } from "../icons.ts";
import { WORDS } from "../words.ts";

/** The caret stays where it is while a button beside the box is pressed. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Begins to name a quick reply. */
export function nameButton(start: () => void): TemplateResult {
  return html`<button class="chip" @mousedown=${keepFocus} @click=${start}>
    <kbd>/</kbd><span>${WORDS.quickReplies}</span>
  </button>`;
}

/** Goes over to notes, and back. */
export function noteButton(isNote: boolean, toggle: () => void): TemplateResult {
  return html`<button class="chip" aria-pressed=${isNote ? "true" : "false"} @click=${toggle}>
    ${icon("note", 16)}${WORDS.note}
  </button>`;
}
