import { html, svg, type TemplateResult } from "lit";
import type { Tone } from "./plot-spec.ts";
import { share } from "./spans.ts";

/** One part of a whole. */
export interface Part {
  label: string;
  tone: Tone;
  amount: number;
  /** The amount as people read it. */
  says: string;
}

/** A whole and its parts: a bar to look at, and a list that says the same. */
export function shareBar(parts: readonly Part[]): TemplateResult {
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  let from = 0;
  const pieces = parts.map(({ tone, amount }) => {
    const piece = { tone, from, width: whole === 0 ? 0 : (100 * amount) / whole };
    from += piece.width;
    return piece;
  });
  return html`<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${pieces.map((piece) => svg`<rect class="bar ${piece.tone}" x=${piece.from} y="0" width=${piece.width} height="10" />`)}
    </svg>
    <dl class="parts">
      ${parts.map(
        ({ label, tone, amount, says }) =>
          html`<div>
            <dt><i class="swatch ${tone}"></i>${label}</dt>
            <dd><strong>${says}</strong> <span class="muted">${share(amount, whole)}</span></dd>
          </div>`,
      )}
    </dl>`;
}
