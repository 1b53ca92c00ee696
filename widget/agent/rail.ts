import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { icon } from "./icons.ts";
import { fragmentOf } from "./place.ts";
import type { Place } from "./place.ts";
import { WORDS } from "./words.ts";

const NAMES: Record<Place["at"], string> = {
  chats: WORDS.chats,
  insights: WORDS.insights,
  settings: WORDS.settings,
};

/** The console's places, and beneath them what concerns all of it. An agent, who has one place only, sees no way elsewhere. */
export function rail(
  here: Place["at"],
  supervisor: boolean,
  go: (place: Place) => void,
  tools: TemplateResult,
  needing: number,
): TemplateResult {
  const places: readonly Place["at"][] = supervisor ? ["chats", "insights", "settings"] : ["chats"];
  const entry = (at: Place["at"]): TemplateResult => {
    const went = (event: MouseEvent): void => {
      // Into another tab it goes as links do.
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go({ at, path: "" });
    };
    return html`<a
      class="to"
      href=${fragmentOf({ at, path: "" }) || "#/chats"}
      aria-current=${at === here ? "page" : nothing}
      @click=${went}
      >${icon(at)}<span>${NAMES[at]}</span>${
        // Who is in the chats sees there who waits.
        at === "chats" && here !== "chats" && needing > 0
          ? html`<span class="count">${needing}<span class="unseen"> waiting for you</span></span>`
          : nothing
      }</a
    >`;
  };
  return html`<nav class="rail" aria-label=${WORDS.places}>
    ${places.map(entry)}
    <div class="tools">${tools}</div>
  </nav>`;
}
