import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Guide, Press } from "../guide.ts";
import { icon } from "../icons.ts";
import { once } from "../../parts/double-click.ts";

/** The product's own ring, three quarters of the way. */
const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <circle cx="16" cy="16" r="12" class="track" />
  <circle cx="16" cy="16" r="12" class="arc" pathLength="100" />
  <circle cx="16" cy="16" r="4.500" class="core" />
</svg>`;

const seconds = (ms: number): string => (ms < 1_000 ? "at once" : `${Math.round(ms / 1_000)} s`);

/** What happens, what to watch for, what was seen of it, and what to press next. */
export function top(
  { title, text, tone, signs, next }: Guide,
  trouble: string,
  press: (what: Press) => void,
): TemplateResult {
  return html`<header class="top">
    <p class="brand">${mark}<b>Rejoin</b></p>
    <div class="guide" role="status">
      <h1>${title}</h1>
      <p class=${trouble === "" ? tone : "bad"}>${trouble === "" ? text : trouble}</p>
    </div>
    <ol class="signs" aria-label="What is to be seen">
      ${signs.map(
        ({ text: sign, seenAfterMs, isNext }) =>
          html`<li class=${seenAfterMs !== null ? "seen" : isNext ? "next" : ""}>
            <span class="dot">${seenAfterMs === null ? nothing : icon("check")}</span>
            <span>${sign}</span>
            <span class="after">${seenAfterMs === null ? nothing : seconds(seenAfterMs)}</span>
          </li>`,
      )}
    </ol>
    ${
      next === null
        ? nothing
        : html`<button class="main go" @click=${once(() => press(next))}>
            ${icon(next.story)}<span>${next.label}</span>
          </button>`
    }
  </header>`;
}
