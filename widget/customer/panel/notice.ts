import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { CLOSE } from "#protocol/codes.ts";
import type { Status } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Scene } from "./scene.ts";

/** What the slim line says. */
export interface Told {
  text: string;
  /** A clock that runs, or what is done now: to be seen, not to be read out each second. */
  next: string;
  tone: "bad" | "good";
}

function refusedText(code: number, texts: ChatTexts): string {
  switch (code) {
    case CLOSE.protocol:
      return texts.otherVersion;
    case CLOSE.replaced:
      return texts.replaced;
    case CLOSE.forbiddenOrigin:
      return texts.forbidden;
    default:
      return texts.refused;
  }
}

/** When something is tried next; `at` by this page's clock, null for now. */
export function nextTry({ texts, say }: Pick<Scene, "texts" | "say">, at: number | null): string {
  if (at === null) return texts.tryingNow;
  return say(texts.nextTry, { time: say.span(Math.max(1_000, Math.ceil((at - Date.now()) / 1_000) * 1_000)) });
}

/** What is the matter with the line, in words. */
export function troubleText(status: Status, { texts, say }: Scene): Told | null {
  const bad = (text: string, next = ""): Told => ({ text, next, tone: "bad" });
  switch (status.is) {
    case "connecting":
      return bad(texts.connecting);
    case "catching-up":
      return bad(texts.catchingUp);
    case "reconnecting":
    case "unreachable":
      return bad(
        status.is === "reconnecting" ? texts.offline : texts.unreachable,
        nextTry({ texts, say }, status.retryAt),
      );
    case "suspended":
      return bad(texts.offline);
    case "refused":
      return bad(refusedText(status.code, texts));
    default:
      return null;
  }
}

/** One slim line under the header. It lies over the messages, so that nothing jumps. */
export function noticeLine(
  told: Told | null,
  { view: { status }, texts, asks }: Scene,
): TemplateResult | typeof nothing {
  if (told === null) return nothing;
  const { text, next, tone } = told;
  const [, first = text, rest = ""] = /^(.*?[.。…]) ?(.+)$/s.exec(text) ?? [];
  const retry = next !== "" || (tone === "bad" && status.is === "refused");
  return html`<div class="notice ${tone}" part="notice">
    <b>${first}</b> ${rest} <span aria-hidden="true">${next}</span>
    ${retry ? html`<button class="plain" @click=${asks.reconnect}>${texts.tryNow}</button>` : nothing}
  </div>`;
}
