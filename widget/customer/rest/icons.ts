import type { Markup } from "../../parts/draw.ts";
import { icon } from "../panel/icons.ts";

// Of the panel's set, what only the rest needs.
export const PHONE =
  "M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3ZM11 18h2";
export const LEAVE = "M10 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H10M15.5 8l4 4-4 4m4-4H10";
export const CLOCK = "M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z";
export const PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c.6-3.4 3.4-5 7-5s6.4 1.6 7 5";
export const BACK = "m14 6-6 6 6 6";
export const CHECK = "m6 12.5 4 4 8-9";
export const CUT =
  "M4 4l16 16M3.5 9a13 13 0 0 1 4-2.5M11 5.5a13 13 0 0 1 9.5 3.5M6.5 12.5a9 9 0 0 1 3.5-2M15 11a9 9 0 0 1 2.5 1.5M9.5 16a4.5 4.5 0 0 1 5 0M12 19h.01";

/** A drawing in a disc, over a screen's title. */
export function disc(path: string): Markup {
  return ["div", { class: "disc" }, icon(path)];
}
