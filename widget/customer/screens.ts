import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { composer } from "../parts/composer.ts";
import type { Composer } from "../parts/composer.ts";
import type { ChatView, Line } from "../client/customer.ts";
import type { Screen } from "./screen.ts";
import { continueText, endedText, promptText, WORDS } from "./words.ts";

/** What the screens that are not the chat itself can ask for. */
export interface Asks {
  start(): void;
  startNew(): void;
  continue(): void;
  retry(): void;
  read(): void;
  dismiss(): void;
}

type Welcome = Extract<Screen, { is: "welcome" }>;

/** A greeting, and one thing to do: say what it is about. */
export function welcomeScreen(
  { starting }: Welcome,
  greeting: string,
  deadLink: boolean,
  box: Omit<Composer, "send" | "label" | "placeholder" | "disabled">,
): TemplateResult {
  return html`<section class="screen">
    ${deadLink ? html`<p class="aside">${WORDS.deadLink}</p>` : nothing}
    <h3>${greeting}</h3>
    <p class="muted">${WORDS.replies}</p>
    ${composer({ ...box, label: WORDS.firstMessage, placeholder: WORDS.firstMessage, send: starting ? WORDS.starting : WORDS.start, disabled: starting })}
  </section>`;
}

/** The prompt: exactly two choices. `now` by the server's clock. */
export function promptScreen({ offer }: Extract<Screen, { is: "prompt" }>, now: number, asks: Asks): TemplateResult {
  return html`<section class="screen">
    <h3 tabindex="-1">${WORDS.welcomeBack}</h3>
    <p class="muted">${promptText(offer, now)}</p>
    <button class="main" @click=${asks.continue}>${continueText(offer)}</button>
    <button @click=${asks.startNew}>${WORDS.startNew}</button>
  </section>`;
}

/** Too late: why, and what can be done. */
export function endedScreen(
  { ended, readable }: Extract<Screen, { is: "ended" }>,
  { lines, draft }: ChatView,
  asks: Asks,
): TemplateResult {
  return html`<section class="screen">
    <h3 tabindex="-1">${endedText(ended, lines)}</h3>
    ${draft === "" ? nothing : html`<p class="muted">${WORDS.unsentKept}</p>`}
    <button class="main" @click=${asks.startNew}>${WORDS.startNew}</button>
    ${readable ? html`<button @click=${asks.read}>${WORDS.read}</button>` : nothing}
    <button @click=${asks.dismiss}>${WORDS.closeChat}</button>
  </section>`;
}

/** The question could not be answered; nothing is started because of that. */
export function unreachableScreen({ what, text }: Extract<Screen, { is: "unreachable" }>, asks: Asks): TemplateResult {
  return html`<section class="screen">
    <h3 tabindex="-1">${WORDS.cantReach}</h3>
    <p class="muted">${what === "start" ? WORDS.startFailed : WORDS.nothingLost}</p>
    ${text === "" ? nothing : html`<blockquote>${text}</blockquote>`}
    <button class="main" @click=${asks.retry}>${WORDS.tryAgain}</button>
  </section>`;
}

/** The site's word for its customer is not good. */
export function refusedScreen(asks: Asks): TemplateResult {
  return html`<section class="screen">
    <h3 tabindex="-1">${WORDS.signInProblem}</h3>
    <p class="muted">${WORDS.signInHint}</p>
    <button class="main" @click=${asks.retry}>${WORDS.tryAgain}</button>
  </section>`;
}

/** Under a chat that is over: how it ended, and what can be done. */
export function overFooter(
  { ended }: Extract<Screen, { is: "over" }>,
  lines: readonly Line[],
  asks: Asks,
): TemplateResult {
  return html`<footer>
    <p tabindex="-1">${endedText(ended, lines)}</p>
    <div class="row">
      <button class="main" @click=${asks.startNew}>${WORDS.startNew}</button>
      <button @click=${asks.dismiss}>${WORDS.closeChat}</button>
    </div>
  </footer>`;
}
