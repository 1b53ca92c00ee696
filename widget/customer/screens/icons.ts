import type { TemplateResult } from "lit/html.js";
import type { Kit } from "./kit.ts";

const PATHS = {
  clock: "M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c.6-3.4 3.4-5 7-5s6.400 1.600 7 5",
  back: "m14 6-6 6 6 6",
  check: "m6 12.500 4 4 8-9",
} as const;

export type Icon = keyof typeof PATHS;

/** One of the set's drawings, in the colour of the text around it; decoration, so nobody hears of it. */
export function icon({ html }: Kit, name: Icon, mirrored = false): TemplateResult {
  return html`<svg class=${mirrored ? "icon mirrored" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
    <path d=${PATHS[name]} />
  </svg>`;
}

/** The same in a disc, over a screen's title. */
export function disc(kit: Kit, name: Icon): TemplateResult {
  return kit.html`<div class="disc">${icon(kit, name)}</div>`;
}
