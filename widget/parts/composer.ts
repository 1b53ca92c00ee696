import { html } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface Composer {
  draft: string;
  label: string;
  placeholder: string;
  send: string;
  disabled: boolean;
  onDraft(text: string): void;
  onSend(): void;
}

/** The box one writes in: Enter sends, Shift+Enter breaks the line, and an Enter that ends a composition does neither. */
export function composer({ draft, label, placeholder, send, disabled, onDraft, onSend }: Composer): TemplateResult {
  const typed = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) onDraft(target.value);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onSend();
  };
  const submitted = (event: Event): void => {
    event.preventDefault();
    onSend();
  };
  return html`<form class="composer" @submit=${submitted}>
    <textarea
      rows="1"
      aria-label=${label}
      placeholder=${placeholder}
      .value=${live(draft)}
      @input=${typed}
      @keydown=${pressed}
    ></textarea>
    <button class="main" ?disabled=${disabled || draft.trim() === ""}>${send}</button>
  </form>`;
}
