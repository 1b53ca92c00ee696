import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConnectionText } from "./connection-text.ts";

/**
 * One slim line about the connection. The element stays, with nothing in it: a live region is heard only if it was there
 * before its words.
 */
export function noticeLine(said: ConnectionText | null, tryNow: string, onTry: () => void): TemplateResult {
  const retry = html`<button class="plain" @click=${onTry}>${tryNow}</button>`;
  return html`<p class="notice ${said === null ? "unseen" : ""}" role="status">
    ${said?.text} <span aria-hidden="true">${said?.next}</span> ${said?.tryNow === true ? retry : nothing}
  </p>`;
}
