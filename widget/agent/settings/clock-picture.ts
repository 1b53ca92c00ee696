import { html, nothing, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { Clocks } from "./core/clocks.ts";
import { clocksOf, story } from "./core/clocks.ts";
import { inBrief } from "./core/durations.ts";

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Where a mark's words stand, so that two that are close do not cover each other. */
function anchor(share: number, other: number): "start" | "middle" | "end" {
  if (Math.abs(share - other) < 0.16) return share < other ? "end" : "start";
  return share < 0.12 ? "start" : "middle";
}

function mark(share: number, other: number, text: string): SVGTemplateResult {
  return svg`<rect class="mark" x=${percent(share)} y="2" width="2" height="20" rx="1" />
    <text x=${percent(share)} y="38" text-anchor=${anchor(share, other)}>${text}</text>`;
}

function line({ holdShare, limitShare, holdSeconds, limitSeconds, broken }: Clocks, enabled: boolean): TemplateResult {
  const seen = Math.min(holdShare, limitShare);
  const both = enabled && holdSeconds !== limitSeconds && holdSeconds > 0;
  return html`<svg class="line" aria-hidden="true" width="100%" height="44">
    ${svg`<rect class="after" x="0" y="8" width="100%" height="8" rx="4" />
      <rect class="limit" x="0" y="8" width=${percent(limitShare)} height="8" rx="4" />
      <rect class="hold" x="0" y="8" width=${percent(seen)} height="8" rx="4" />
      ${broken ? svg`<rect class="over" x=${percent(limitShare)} y="8" width=${percent(holdShare - limitShare)} height="8" rx="4" />` : nothing}
      <circle class="drop" cx="6" cy="12" r="6" />
      ${both ? mark(holdShare, limitShare, inBrief(holdSeconds)) : nothing}
      ${mark(limitShare, both ? holdShare : 2, inBrief(limitSeconds))}`}
  </svg>`;
}

/** What the colours mean. */
function legend({ holdSeconds, limitSeconds, broken }: Clocks, enabled: boolean): TemplateResult {
  const item = (kind: string, words: string): TemplateResult => html`<li><i class=${kind}></i>${words}</li>`;
  const held = enabled && holdSeconds > 0;
  const same = holdSeconds === limitSeconds;
  return html`<ol class="legend" aria-hidden="true">
    ${item("drop", "Customer drops")} ${held ? item("hold", same ? "Slot kept, can return" : "Slot kept") : nothing}
    ${broken ? item("over", "Kept after it has closed") : nothing}
    ${held && (same || broken) ? nothing : item("limit", held ? "Can still return" : "Can return")}
    ${item("after", "Closed")}
  </ol>`;
}

/**
 * What the two clocks do, from a drop on: a line with the form's own values, and the same in a sentence, which is all that a
 * screen reader needs.
 */
export function clockPicture(enabled: boolean, hold: number | null, limit: number): TemplateResult {
  const clocks = clocksOf(enabled, hold, limit);
  if (clocks === null)
    return html`<figure class="clocks"><p class="muted">Enter how long the agent is kept.</p></figure>`;
  const { broken } = clocks;
  return html`<figure class="clocks ${enabled ? "" : "off"} ${broken ? "broken" : ""}">
    ${line(clocks, enabled)} ${legend(clocks, enabled)}
    <figcaption class=${broken ? "bad" : ""}>${story(clocks, enabled)}</figcaption>
  </figure>`;
}
