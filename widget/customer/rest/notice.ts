import { CLOSE } from "#protocol/codes.ts";
import type { Status } from "../../client/customer.ts";
import type { Drawn } from "../../parts/draw.ts";
import type { MoreTexts } from "../texts/texts.ts";
import type { Scene } from "./scene.ts";

/** What the slim line says. */
export interface Told {
  text: string;
  /** A clock that runs, or what is done now: to be seen, not to be read out each second. */
  next?: string;
  /** What can be tried at once. */
  retry?: boolean;
  good?: boolean;
}

const TEXTS: { readonly [Is in Status["is"]]?: keyof MoreTexts } = {
  connecting: "connecting",
  "catching-up": "catchingUp",
  reconnecting: "offline",
  suspended: "offline",
  unreachable: "unreachable",
  refused: "refused",
};

const REFUSALS: { readonly [Code: number]: keyof MoreTexts } = {
  [CLOSE.protocol]: "otherVersion",
  [CLOSE.replaced]: "replaced",
  [CLOSE.forbiddenOrigin]: "forbidden",
};

/** When something is tried next; `at` by this page's clock, null for now. */
export function nextTry({ more, say }: Scene, at: number | null): string {
  return at === null ? more.tryingNow : say(more.nextTry, { time: say.span(Math.max(1_000, at - Date.now())) });
}

/** What is the matter with the line, in words. */
export function troubleText(scene: Scene): Told {
  const { status } = scene.view;
  const key = (status.is === "refused" && REFUSALS[status.code]) || TEXTS[status.is] || "connecting";
  const next = "retryAt" in status ? nextTry(scene, status.retryAt) : "";
  return { text: scene.say(scene.more[key]), next, retry: next !== "" || status.is === "refused" };
}

/** One slim line under the header. It lies over the messages, so that nothing jumps. */
export function noticeLine(told: Told | null, { more, asks }: Scene): Drawn {
  if (told === null) return null;
  const { text, next, retry, good } = told;
  const [, first = text, rest] = /^(.+?[.。…]) ?(.+)/.exec(text) ?? [];
  return [
    "div",
    { class: good ? "notice good" : "notice", part: "notice" },
    ["b", {}, first],
    ` ${rest ?? ""} `,
    ["span", { "aria-hidden": "true" }, next ?? null],
    " ",
    retry ? ["button", { class: "plain", onclick: asks.reconnect }, more.tryNow] : null,
  ];
}
