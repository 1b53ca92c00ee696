import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

// One set, drawn on a grid of 24 with strokes of 1.5.
export const PHONE =
  "M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3ZM11 18h2";
export const LEAVE = "M10 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H10M15.5 8l4 4-4 4m4-4H10";
export const MINUS = "M6 12h12";
export const UP = "M12 18.5v-13m-5.5 5.5L12 5.5l5.5 5.5";
export const DOWN = "M12 5.5v13M6.5 13l5.5 5.5 5.5-5.5";
export const CUT =
  "M4 4l16 16M3.5 9a13 13 0 0 1 4-2.5M11 5.5a13 13 0 0 1 9.5 3.5M6.5 12.5a9 9 0 0 1 3.5-2M15 11a9 9 0 0 1 2.5 1.5M9.5 16a4.5 4.5 0 0 1 5 0M12 19h.01";

/** One of the set's drawings, in the colour of the text around it; decoration, so nobody hears of it. */
export function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
