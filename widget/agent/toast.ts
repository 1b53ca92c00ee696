import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { icon } from "./icons.ts";
import { WORDS } from "./words.ts";

/** What came of what one last did. The region stays: a live one is heard only if it was there before its words. */
export function toast(said: string, dismiss: () => void): TemplateResult {
  return html`<div class="toasts">
    <div class=${said === "" ? "" : "toast"}>
      <p role="status">${said}</p>
      ${
        said === ""
          ? nothing
          : html`<button class="quiet icon" aria-label=${WORDS.dismiss} @click=${dismiss}>${icon("close", 16)}</button>`
      }
    </div>
  </div>`;
}
