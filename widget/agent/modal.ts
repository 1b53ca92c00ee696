import { html } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

/** Elements are handed over before they stand in the page, where alone a dialog can open. */
function open(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) element.showModal();
  });
}

/** Closes the dialog that this happened in; `onClose` hears of it. */
export function closeModal({ currentTarget }: Event): void {
  const dialog = currentTarget instanceof Element ? currentTarget.closest("dialog") : null;
  dialog?.close();
}

/** A press on what lies behind it closes it, too. */
function pressed(event: Event): void {
  if (event.target === event.currentTarget && event.target instanceof HTMLDialogElement) event.target.close();
}

/** Something to be answered before one goes on. Escape closes it, and the keyboard goes back to where it was. */
export function modal(title: string, content: TemplateResult, onClose: () => void): TemplateResult {
  return html`<dialog aria-labelledby="modal" ${ref(open)} @close=${onClose} @pointerdown=${pressed}>
    <h2 id="modal" tabindex="-1">${title}</h2>
    ${content}
  </dialog>`;
}
