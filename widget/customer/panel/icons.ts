import type { Markup } from "../../parts/draw.ts";

// One set, drawn on a grid of 24 with strokes of 1.5.
export const MINUS = "M6 12h12";
export const UP = "M12 18.5v-13m-5.5 5.5L12 5.5l5.5 5.5";

/** One of the set's drawings, in the colour of the text around it; decoration, so nobody hears of it. */
export function icon(path: string): Markup {
  return ["svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, ["path", { d: path }]];
}
