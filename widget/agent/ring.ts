import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";

/** What the ring about somebody says: here with you; away, and what is left of the hold; nobody keeps anything; new in the queue. */
export type Ring =
  | { is: "here" }
  /** `left` runs from 1 to 0. */
  | { is: "held"; left: number }
  | { is: "none" }
  | { is: "new" };

const RADIUS = 17;

/** How much of a hold is left, from 1 to 0. */
export function leftOf(since: number, until: number, now: number): number {
  const whole = until - since;
  return whole <= 0 ? 0 : Math.max(0, Math.min(1, (until - now) / whole));
}

/** The product's sign: a ring about somebody, which runs out with the hold. What stands within is initials, or a clock. */
export function ring(state: Ring, within: string, size: "s" | "m" | "l" = "s"): TemplateResult {
  const whole = svg`<circle class="track" cx="20" cy="20" r=${RADIUS} />`;
  const run =
    state.is === "held"
      ? svg`<circle class="run" cx="20" cy="20" r=${RADIUS} pathLength="100" stroke-dasharray="${state.left * 100} 100" transform="rotate(-90 20 20)" />`
      : state.is === "none"
        ? nothing
        : svg`<circle class="run" cx="20" cy="20" r=${RADIUS} />`;
  return html`<span class="ring ${state.is} ${size}" aria-hidden="true"
    ><svg viewBox="0 0 40 40" fill="none" stroke-width="2.5" stroke-linecap="round">${whole}${run}</svg
    ><span>${within}</span></span
  >`;
}
