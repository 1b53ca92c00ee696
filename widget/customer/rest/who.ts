import type { Markup } from "../../parts/draw.ts";
import { disc, PERSON } from "./icons.ts";
import type { Scene } from "./scene.ts";

/** The site's word for its customer is not good. */
export function refusedScreen({ say, texts, more, asks }: Scene): Markup {
  return [
    "section",
    { class: "screen", part: "screen", key: "refused" },
    disc(PERSON),
    ["h2", { tabindex: -1 }, say(more.signInProblem)],
    ["p", {}, say(more.signInHint)],
    ["button", { class: "main", part: "button", onclick: asks.retry }, say(texts.tryAgain)],
  ];
}

/** Another person's chat is in another tab of this browser, which has room for one. */
export function elsewhereScreen({ say, more, asks }: Scene): Markup {
  return [
    "section",
    { class: "screen", part: "screen", key: "elsewhere" },
    disc(PERSON),
    ["h2", { tabindex: -1 }, say(more.elsewhere)],
    ["p", {}, say(more.elsewhereHint)],
    ["button", { class: "main", part: "button", onclick: asks.retry }, say(more.continue)],
  ];
}
