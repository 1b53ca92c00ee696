import type { Markup } from "../../parts/draw.ts";
import { icon, UP } from "./icons.ts";
import type { MainScene } from "./scene.ts";

/** Safari ends the composition before it tells of the Enter that ended it; only the old key code shows it then. */
function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * The box one writes in: Enter sends, Shift+Enter breaks the line, and an Enter that ends a composition does neither. Behind
 * it stands the same text unseen, and so it grows.
 */
export function composer({ view: { draft }, texts, asks }: MainScene): Markup {
  const send = (event: Event): void => {
    event.preventDefault();
    asks.send();
  };
  const typed = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) asks.draft(target.value);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.shiftKey && !composes(event)) send(event);
  };
  const submitted = (event: Event): void => {
    send(event);
    // The button has nothing to do now; one writes on.
    if (event.target instanceof HTMLFormElement) event.target.querySelector("textarea")?.focus();
  };
  return [
    "form",
    { class: "composer", part: "composer", onsubmit: submitted },
    [
      "div",
      { "data-text": draft },
      [
        "textarea",
        {
          part: "input",
          rows: 1,
          enterkeyhint: "send",
          "aria-label": texts.write,
          placeholder: texts.write,
          oninput: typed,
          onkeydown: pressed,
        },
      ],
    ],
    ["button", { class: "main send", part: "send", "aria-label": texts.send, disabled: draft.trim() === "" }, icon(UP)],
  ];
}
