import type { TemplateResult } from "lit/html.js";
import type { Scene } from "../panel/scene.ts";
import { BACK, CHECK } from "./icons.ts";
import type { Kit } from "./kit.ts";
import type { Code } from "./qr.ts";

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

function codeCard({ html, nothing, more }: Kit, { say }: Scene, code: Code | null): TemplateResult {
  return html`<div class="code">
    ${
      code === null
        ? nothing
        : html`<svg viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label=${say(more.code)}>
            <path d=${code.path} />
          </svg>`
    }
  </div>`;
}

function selectAll({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLInputElement) currentTarget.select();
}

function ready(kit: Kit, scene: Scene, codes: Codes, url: string, copied: boolean): TemplateResult {
  const { html, more } = kit;
  const { say, asks } = scene;
  return html`
    ${codeCard(kit, scene, codes.of(url))}
    <h2>${say(more.scan)}</h2>
    <p>${say(more.linkHint)}</p>
    <div class="field">
      <input readonly aria-label=${say(more.link)} dir="ltr" .value=${url} @focus=${selectAll} />
      <button class="plain" @click=${() => asks.copy(url)}>
        ${copied ? html`${kit.icon(CHECK)} ${say(more.copied)}` : say(more.copy)}
      </button>
    </div>
  `;
}

/** The chat's link, to scan and to copy; over the whole panel. */
export function linkSheet(
  kit: Kit,
  scene: Scene,
  codes: Codes,
  { answer, copied }: Extract<Scene["sheet"], { is: "link" }>,
): TemplateResult {
  const { html, more } = kit;
  const { say, texts, asks } = scene;
  const url = answer?.ok === true ? answer.url : undefined;
  return html`<section class="whole" role="dialog" aria-labelledby="take-along">
    <header>
      <button class="round" aria-label=${say(more.back)} @click=${asks.closeSheet}>${kit.icon(BACK)}</button>
      <h2 id="take-along" tabindex="-1">${say(texts.takeAlong)}</h2>
    </header>
    <div class="screen">
      ${
        url === undefined
          ? html`<p>${answer === null ? say(texts.loading) : say(more.noLink)}</p>`
          : ready(kit, scene, codes, url, copied)
      }
    </div>
  </section>`;
}
