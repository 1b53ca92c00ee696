import type { TemplateResult } from "lit/html.js";
import type { Scene } from "../panel/scene.ts";
import type { Kit } from "./kit.ts";

/** Ending asks once. What keeps things as they are comes first for the keyboard. */
export function endSheet({ html, more }: Kit, { say, asks }: Scene): TemplateResult {
  return html`<div class="sheet" role="alertdialog" aria-labelledby="really" aria-describedby="after">
    <h2 id="really" tabindex="-1">${say(more.reallyEnd)}</h2>
    <p id="after">${say(more.endHint)}</p>
    <div class="row">
      <button part="button" @click=${asks.closeSheet}>${say(more.noEnd)}</button>
      <button class="main" part="button" @click=${asks.end}>${say(more.yesEnd)}</button>
    </div>
  </div>`;
}
