import { html } from "lit";
import type { TemplateResult } from "lit";

/** Puts text on the clipboard, and says on the button for a moment that it did; where the browser forbids it, the text is selected. */
async function copyFrom(event: Event, text: string): Promise<void> {
  const { currentTarget: button } = event;
  if (!(button instanceof HTMLButtonElement)) return;
  // Over plain http there is no clipboard at all.
  const done = await Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => true,
      () => false,
    );
  const shown = button.parentElement?.querySelector("code");
  const isShown = shown?.textContent === text;
  if (!done && shown && isShown) getSelection()?.selectAllChildren(shown);
  button.textContent = done ? "Copied" : isShown ? "Selected: copy it by hand" : "Show it to copy it by hand";
  setTimeout(() => (button.textContent = "Copy"), 2_000);
}

/** Text to be copied whole. */
export function copyable(text: string, label: string, { hidden = false } = {}): TemplateResult {
  return html`<div class="copyable" role="group" aria-label=${label}>
    <code tabindex="0">${hidden ? "•".repeat(24) : text}</code>
    <button type="button" aria-live="polite" @click=${(event: Event) => copyFrom(event, text)}>Copy</button>
  </div>`;
}
