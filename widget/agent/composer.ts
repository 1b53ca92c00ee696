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

/** Safari ends the composition before it tells of the Enter that ended it; only the old key code shows it then. */
function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** The box one writes in: Enter sends, Shift+Enter breaks the line, and an Enter that ends a composition does neither. */
export function composer({ draft, label, placeholder, send, disabled, onDraft, onSend }: Composer): TemplateResult {
  const typed = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) onDraft(target.value);
  };
  const sent = (): void => (disabled ? undefined : onSend());
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || composes(event)) return;
    event.preventDefault();
    sent();
  };
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    sent();
    // The button has nothing to do now; one writes on.
    if (event.target instanceof HTMLFormElement) event.target.querySelector("textarea")?.focus();
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
