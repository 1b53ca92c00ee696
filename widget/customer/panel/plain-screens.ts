import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { CUT, icon } from "./icons.ts";
import { nextTry } from "./notice.ts";
import type { MainScene } from "./scene.ts";
import type { Screen } from "./screen.ts";

/** A greeting and what to expect; below it one writes. */
export function welcomeScreen({ settings, texts }: MainScene, starting: boolean, aside: unknown): TemplateResult {
  return html`<section class="screen" part="screen">
    ${aside}
    <h2 dir="auto">${settings.greeting === "" ? texts.greeting : settings.greeting}</h2>
    <p dir="auto">${starting ? texts.starting : settings.hint === "" ? texts.hint : settings.hint}</p>
  </section>`;
}

/** The question could not be answered; nothing is started because of that. `next`: when it is asked again. */
export function unreachableScreen(
  scene: MainScene,
  { what, text }: Extract<Screen, { is: "unreachable" }>,
  next: number | null,
): TemplateResult {
  const { texts, asks, view } = scene;
  const again = next !== null || view.entrance.at !== "unreachable" ? nextTry(scene, next) : "";
  return html`<section class="screen" part="screen">
    <div class="disc">${icon(CUT)}</div>
    <h2 tabindex="-1">${texts.cantReach}</h2>
    <p>${what === "start" ? texts.startFailed : texts.nothingLost} <span aria-hidden="true">${again}</span></p>
    ${text === "" ? nothing : html`<div class="bubble">${text}</div>`}
    <button class="main" part="button" @click=${asks.retry}>${texts.tryAgain}</button>
  </section>`;
}

export function loadingScreen({ texts }: MainScene): TemplateResult {
  return html`<section class="screen loading" part="screen"><p>${texts.loading}</p></section>`;
}

/** What is read out of it; empty on any other screen. */
export function unreachableText({ texts }: MainScene, screen: Screen): string {
  if (screen.is !== "unreachable") return "";
  return `${texts.cantReach}\n${screen.what === "start" ? texts.startFailed : texts.nothingLost}`;
}
