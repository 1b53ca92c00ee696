import type { Drawn, Markup } from "../../parts/draw.ts";
import type { MainScene } from "./scene.ts";

/** A greeting and what to expect; below it one writes. */
export function welcomeScreen({ settings, texts }: MainScene, starting: boolean, aside: Drawn): Markup {
  return [
    "section",
    { class: "screen", part: "screen", key: "welcome" },
    aside,
    ["h2", { dir: "auto" }, settings.greeting || texts.greeting],
    ["p", { dir: "auto" }, starting ? texts.starting : settings.hint || texts.hint],
  ];
}

/** While it is not known what there is to show. */
export function loadingScreen({ texts }: MainScene): Markup {
  return ["section", { class: "screen loading", part: "screen" }, ["p", {}, texts.loading]];
}
