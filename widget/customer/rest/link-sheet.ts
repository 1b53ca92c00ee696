import type { Drawn, Markup } from "../../parts/draw.ts";
import { icon } from "../panel/icons.ts";
import { BACK, CHECK } from "./icons.ts";
import type { Code } from "./qr.ts";
import type { Scene } from "./scene.ts";

/** Codes that were made, by their URL; the maker loads with the first. */
export interface Codes {
  /** Null until it is there. */
  of(url: string): Code | null;
}

export function createCodes(redraw: () => void): Codes {
  let known: { url: string; code: Code | null } | null = null;
  const make = async (url: string): Promise<void> => {
    const { codeOf } = await import("./qr.ts");
    if (known?.url === url) known = { url, code: codeOf(url) };
    redraw();
  };
  return {
    of: (url) => {
      if (known?.url !== url) {
        known = { url, code: null };
        // Without the code there is the link itself.
        make(url).catch(() => undefined);
      }
      return known.code;
    },
  };
}

function codeCard({ say, more }: Scene, code: Code | null): Markup {
  return [
    "div",
    { class: "code" },
    code && [
      "svg",
      { viewBox: `0 0 ${code.size} ${code.size}`, role: "img", "aria-label": say(more.code) },
      ["path", { d: code.path }],
    ],
  ];
}

function selectAll({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLInputElement) currentTarget.select();
}

/** Who holds a phone hands the link on: there is no other to scan it with. */
const isPhone = (): boolean => matchMedia("(pointer: coarse) and (width <= 480px)").matches;

/** How the link gets to the other device, the usual way first. */
function ways(scene: Scene, codes: Codes, url: string): Drawn[] {
  const { say, more, asks } = scene;
  if (!isPhone()) return [codeCard(scene, codes.of(url)), ["h2", {}, say(more.scan)]];
  return "share" in navigator
    ? [["button", { class: "main", part: "button", onclick: () => asks.share(url) }, say(more.share)]]
    : [];
}

function ready(scene: Scene, codes: Codes, url: string, copied: boolean): Drawn[] {
  const { say, more, asks } = scene;
  return [
    ...ways(scene, codes, url),
    ["p", {}, say(more.linkHint)],
    [
      "div",
      { class: "field" },
      ["input", { readonly: true, "aria-label": say(more.link), dir: "ltr", value: url, onfocus: selectAll }],
      [
        "button",
        { class: "plain", onclick: () => asks.copy(url) },
        copied ? icon(CHECK) : null,
        say(copied ? more.copied : more.copy),
      ],
    ],
  ];
}

/** The chat's link, to scan or to share, and to copy; over the whole panel. */
export function linkSheet(
  scene: Scene,
  codes: Codes,
  { answer, copied }: Extract<Scene["sheet"], { is: "link" }>,
): Markup {
  const { say, texts, more, asks } = scene;
  const url = answer?.ok === true ? answer.url : undefined;
  return [
    "section",
    { class: "whole", role: "dialog", "aria-labelledby": "take-along" },
    [
      "header",
      {},
      ["button", { class: "round", "aria-label": say(more.back), onclick: asks.closeSheet }, icon(BACK)],
      ["h2", { id: "take-along", tabindex: -1 }, say(more.takeAlong)],
    ],
    [
      "div",
      { class: "screen" },
      ...(url === undefined
        ? [["p", {}, answer === null ? say(texts.loading) : say(more.noLink)] as const]
        : ready(scene, codes, url, copied)),
    ],
  ];
}
