import { html } from "lit";
import type { TemplateResult } from "lit";

/** An answer that a dialog offers. The first is what Enter does; the last, as Escape, is to leave everything as it is. */
export interface Choice {
  does: string;
  kind: "main" | "danger main" | "quiet" | "danger";
  choose(): void;
}

/** Opens the dialog that was drawn, if one was: over everything else, where the browser keeps the keyboard and gives it back afterwards. */
export function openDialogs(root: ParentNode): void {
  for (const dialog of root.querySelectorAll("dialog")) if (!dialog.open) dialog.showModal();
}

/** Asks over everything else, once `openDialogs` was called. */
export function questionDialog(
  title: string,
  text: string,
  choices: readonly Choice[],
  cancel: () => void,
): TemplateResult {
  // Closed before it goes: then the browser gives the keyboard back to what had it.
  const closing =
    (then: () => void) =>
    (event: Event): void => {
      event.preventDefault();
      if (event.currentTarget instanceof Element) event.currentTarget.closest("dialog")?.close();
      then();
    };
  return html`<dialog aria-labelledby="question" aria-describedby="question-text" @cancel=${closing(cancel)}>
    <h2 id="question">${title}</h2>
    <p id="question-text">${text}</p>
    <div class="buttons">
      ${choices.map(({ does, kind, choose }) => html`<button type="button" class=${kind} @click=${closing(choose)}>${does}</button>`)}
    </div>
  </dialog>`;
}
