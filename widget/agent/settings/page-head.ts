import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icon } from "../icons.ts";
import type { Around } from "./around.ts";
import { follow, linkTo } from "./around.ts";

/** The head of a page that belongs to one thing: the way back to its list, and what it is called. */
export function pageHead(
  { go }: Around,
  { back: [path, name], title, aside }: { back: readonly [string, string]; title: string; aside?: TemplateResult },
): TemplateResult {
  return html`<div class="head">
    <a class="backlink" href=${linkTo(path)} @click=${follow(go, path)}>${icon("back", 16)}${name}</a>
    <h2 tabindex="-1">${title}</h2>
    ${aside ?? nothing}
  </div>`;
}

export interface Tab {
  path: string;
  title: string;
  current: boolean;
  /** Something there needs attention. */
  marked?: boolean;
}

/** Where there is no room for all of them, the one on which one is stands in the middle. */
function bringInto(tab: Element | undefined): void {
  // Elements are handed over before they stand in the page.
  queueMicrotask(() => {
    const strip = tab?.parentElement;
    if (tab === undefined || !strip) return;
    const [here, all] = [tab.getBoundingClientRect(), strip.getBoundingClientRect()];
    strip.scrollBy({ left: here.left + here.width / 2 - all.left - all.width / 2, behavior: "instant" });
  });
}

/** Links that look like tabs, or stand beside the page where there is room: each has an address of its own. */
export function tabs(
  label: string,
  items: readonly Tab[],
  go: (path: string) => void,
  look: "tabs" | "sections" = "tabs",
): TemplateResult {
  return html`<nav class=${look} aria-label=${label}>
    ${items.map(
      ({ path, title, current, marked }) =>
        html`<a
          class="button"
          href=${linkTo(path)}
          aria-current=${current ? "page" : nothing}
          @click=${follow(go, path)}
          ${current ? ref(bringInto) : nothing}
          >${title}${marked === true ? html`<i class="dot"></i><span class="unseen">(needs attention)</span>` : nothing}</a
        >`,
    )}
  </nav>`;
}
