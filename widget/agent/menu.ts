import { html } from "lit";
import type { TemplateResult } from "lit";

/** While it is open, a touch of anything else closes it. */
function watch({ target: menu }: Event): void {
  if (!(menu instanceof HTMLDetailsElement) || !menu.open) return;
  const over = new AbortController();
  const { signal } = over;
  menu.addEventListener("toggle", () => over.abort(), { signal });
  document.addEventListener(
    "pointerdown",
    (event) => {
      if (event.composedPath().includes(menu)) return;
      menu.open = false;
      over.abort();
    },
    { signal, capture: true },
  );
}

/** Closes the menu that this happened in; the keyboard goes back to what opened it. */
export function closeMenu({ currentTarget }: Event): void {
  const menu = currentTarget instanceof Element ? currentTarget.closest("details") : null;
  if (menu === null) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

function pressed(event: KeyboardEvent): void {
  if (event.key === "Escape") closeMenu(event);
}

/** Something that opens over the page: Escape and a touch outside close it. */
export function menu(kind: string, summary: TemplateResult | string, content: TemplateResult): TemplateResult {
  return html`<details class="menu ${kind}" @toggle=${watch} @keydown=${pressed}>
    <summary>${summary}</summary>
    <div>${content}</div>
  </details>`;
}
