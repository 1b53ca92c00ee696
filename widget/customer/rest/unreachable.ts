import type { Markup } from "../../parts/draw.ts";
import type { Screen } from "../panel/screen.ts";
import { CUT, disc } from "./icons.ts";
import { nextTry } from "./notice.ts";
import type { Scene } from "./scene.ts";

type Unreachable = Extract<Screen, { is: "unreachable" }>;

/** The question could not be answered; nothing is started because of that. `next`: when it is asked again. */
export function unreachableScreen(scene: Scene, { what, text }: Unreachable, next: number | null): Markup {
  const { texts, more, asks, view } = scene;
  const again = next !== null || view.entrance.at !== "unreachable" ? nextTry(scene, next) : "";
  return [
    "section",
    { class: "screen", part: "screen", key: "unreachable" },
    disc(CUT),
    ["h2", { tabindex: -1 }, more.cantReach],
    ["p", {}, `${what === "start" ? more.startFailed : more.nothingLost} `, ["span", { "aria-hidden": "true" }, again]],
    text === "" ? null : ["div", { class: "bubble" }, text],
    ["button", { class: "main", part: "button", onclick: asks.retry }, texts.tryAgain],
  ];
}

/** The same for those who hear it. */
export function unreachableText({ more }: Scene, { what }: Unreachable): string {
  return `${more.cantReach}\n${what === "start" ? more.startFailed : more.nothingLost}`;
}
