import type { TemplateResult } from "lit/html.js";
import type { Scene } from "../panel/scene.ts";
import { disc, PERSON } from "./icons.ts";
import type { Kit } from "./kit.ts";

/** The site's word for its customer is not good. */
export function refusedScreen(kit: Kit, { say, texts, asks }: Scene): TemplateResult {
  const { html, more } = kit;
  return html`<section class="screen" part="screen">
    ${disc(kit, PERSON)}
    <h2 tabindex="-1">${say(more.signInProblem)}</h2>
    <p>${say(more.signInHint)}</p>
    <button class="main" part="button" @click=${asks.retry}>${say(texts.tryAgain)}</button>
  </section>`;
}

/** Another person's chat is in another tab of this browser, which has room for one. */
export function elsewhereScreen(kit: Kit, { say, asks }: Scene): TemplateResult {
  const { html, more } = kit;
  return html`<section class="screen" part="screen">
    ${disc(kit, PERSON)}
    <h2 tabindex="-1">${say(more.elsewhere)}</h2>
    <p>${say(more.elsewhereHint)}</p>
    <button class="main" part="button" @click=${asks.retry}>${say(more.continue)}</button>
  </section>`;
}
