import type { Markup } from "../../parts/draw.ts";
import type { Scene } from "./scene.ts";

/** Ending asks once. What keeps things as they are comes first for the keyboard. */
export function endSheet({ say, more, asks }: Scene): Markup {
  return [
    "div",
    { class: "sheet", role: "alertdialog", "aria-labelledby": "really", "aria-describedby": "after" },
    ["h2", { id: "really", tabindex: -1 }, say(more.reallyEnd)],
    ["p", { id: "after" }, say(more.endHint)],
    [
      "div",
      { class: "row" },
      ["button", { part: "button", onclick: asks.closeSheet }, say(more.noEnd)],
      ["button", { class: "main", part: "button", onclick: asks.end }, say(more.yesEnd)],
    ],
  ];
}
