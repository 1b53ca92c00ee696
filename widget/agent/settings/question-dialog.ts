import { html } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

/** An answer that a dialog offers. The first is what Enter does; the last, as Escape, is to leave everything as it is. */
export interface Choice {
  does: string;
  kind: "main" | "danger main" | "quiet" | "danger";
  choose(): void;
}

/** Asks over everything else; the browser keeps the keyboard inside and gives it back afterwards. */
export function questionDialog(
  title: string,
  text: string,
  choices: readonly Choice[],
  cancel: () => void,
): TemplateResult {
  const open = (element: Element | undefined): void => {
    if (element instanceof HTMLDialogElement && !element.open) element.showModal();
  };
  const cancelled = (event: Event): void => {
    event.preventDefault();
    cancel();
  };
  return html`<dialog ${ref(open)} aria-labelledby="question" aria-describedby="question-text" @cancel=${cancelled}>
    <h2 id="question">${title}</h2>
    <p id="question-text">${text}</p>
    <div class="buttons">
      ${choices.map(({ does, kind, choose }) => html`<button type="button" class=${kind} @click=${choose}>${does}</button>`)}
    </div>
  </dialog>`;
}
