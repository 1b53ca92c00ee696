import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { CLOSE } from "#protocol/codes.ts";
import type { Status } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { MainScene } from "./scene.ts";

/** What the slim line says. */
export interface Told {
  text: string;
  /** A clock that runs, or what is done now: to be seen, not to be read out each second. */
  next?: string;
  /** What can be tried at once. */
  retry?: boolean;
  good?: boolean;
}

const TEXTS: { readonly [Is in Status["is"]]?: keyof ChatTexts } = {
  connecting: "connecting",
  "catching-up": "catchingUp",
  reconnecting: "offline",
  suspended: "offline",
  unreachable: "unreachable",
  refused: "refused",
};

const REFUSALS: { readonly [Code: number]: keyof ChatTexts } = {
  [CLOSE.protocol]: "otherVersion",
  [CLOSE.replaced]: "replaced",
  [CLOSE.forbiddenOrigin]: "forbidden",
};

/** When something is tried next; `at` by this page's clock, null for now. */
export function nextTry({ texts, say }: MainScene, at: number | null): string {
  return at === null ? texts.tryingNow : say(texts.nextTry, { time: say.span(Math.max(1_000, at - Date.now())) });
}

/** What is the matter with the line, in words. */
export function troubleText(scene: MainScene): Told {
  const { status } = scene.view;
  const key = (status.is === "refused" && REFUSALS[status.code]) || TEXTS[status.is] || "connecting";
  const next = "retryAt" in status ? nextTry(scene, status.retryAt) : "";
  return { text: scene.say(scene.texts[key]), next, retry: next !== "" || status.is === "refused" };
}

/** One slim line under the header. It lies over the messages, so that nothing jumps. */
export function noticeLine(told: Told | null, { texts, asks }: MainScene): TemplateResult | typeof nothing {
  if (told === null) return nothing;
  const { text, next, retry, good } = told;
  const [, first = text, rest] = /^(.+?[.。…]) ?(.+)/.exec(text) ?? [];
  return html`<div class="notice ${good ? "good" : ""}" part="notice">
    <b>${first}</b> ${rest} <span aria-hidden="true">${next}</span>
    ${retry ? html`<button class="plain" @click=${asks.reconnect}>${texts.tryNow}</button>` : nothing}
  </div>`;
}
