import type { TemplateResult } from "lit/html.js";
import type { Kit } from "./kit.ts";

// Of the panel's set, what only these screens need.
export const CLOCK = "M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z";
export const PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c.6-3.4 3.4-5 7-5s6.4 1.6 7 5";
export const BACK = "m14 6-6 6 6 6";
export const CHECK = "m6 12.5 4 4 8-9";

/** A drawing in a disc, over a screen's title. */
export function disc({ html, icon }: Kit, path: string): TemplateResult {
  return html`<div class="disc">${icon(path)}</div>`;
}
