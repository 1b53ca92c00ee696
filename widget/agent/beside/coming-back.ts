import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import type { ConversationView } from "../../client/agent.ts";
import { shortNameOf } from "../names.ts";
import { leftOf, ring } from "../ring.ts";
import { clockTime, countdown, longSpan } from "../time.ts";
import { WORDS } from "../words.ts";

/** From the drop to the end of the hold to the limit: how the time of an absence is divided, and where it stands. */
function timeline(since: number, slotUntil: number | null, limitAt: number, now: number): TemplateResult {
  const whole = Math.max(1, limitAt - since);
  const at = (instant: number): number => (Math.max(0, Math.min(whole, instant - since)) / whole) * 100;
  const slot = slotUntil === null ? 0 : at(slotUntil);
  return html`<div class="line">
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="limit" width="100" height="6" /><rect class="kept" width=${slot} height="6" /><rect class="now" x=${Math.min(99, at(now))} width="1" height="6" />`}
    </svg>
    <p class="tiny muted">
      <span>${clockTime(since)}<br />dropped</span>
      ${slotUntil === null ? nothing : html`<span>${clockTime(slotUntil)}<br />slot</span>`}
      <span>${clockTime(limitAt)}<br />limit</span>
    </p>
  </div>`;
}

/** What the clocks of this conversation are, while nobody is gone. */
function present(holdSeconds: number, limitSeconds: number): TemplateResult {
  const [hold, limit] = [longSpan(holdSeconds * 1_000), longSpan(limitSeconds * 1_000)];
  return html`<p class="muted small">
    Here now. After a drop your slot is kept for ${hold}; they can return for ${limit}.
  </p>`;
}

/** Whether the customer is here; if not, what is kept for them, and until when. */
export function comingBack({ view, backstage, clockOffset }: ConversationView): TemplateResult | typeof nothing {
  const phase = view?.phase;
  if (phase === undefined || backstage === null || (phase.state !== "active" && phase.state !== "waiting"))
    return nothing;
  const { holdSeconds, limitSeconds, links } = backstage;
  const { customer } = phase;
  if (customer.at === "present")
    return html`<section>
      <h3>${WORDS.comingBack}</h3>
      ${present(holdSeconds, limitSeconds)}
    </section>`;
  const { since, holdUntil, resumableUntil } = customer;
  const now = Date.now() + clockOffset;
  const name = shortNameOf(view?.customer.name ?? null, WORDS.thatCustomer);
  const opened = links.findLast(({ openedAt }) => openedAt !== null)?.openedAt ?? null;
  const left = holdUntil === undefined ? resumableUntil : holdUntil;
  return html`<section>
    <h3>${WORDS.comingBack}</h3>
    <div class="keeping">
      ${ring(
        holdUntil === undefined ? { is: "none" } : { is: "held", left: leftOf(since, holdUntil, now) },
        countdown(left - now),
        "l",
      )}
      <p>
        <strong>${holdUntil === undefined ? "Nobody holds a slot" : `Held for ${name}`}</strong><br />
        <span class="muted"
          >${holdUntil === undefined ? `Can return until ${clockTime(resumableUntil)}` : `of ${longSpan(holdUntil - since)}`}</span
        >
      </p>
    </div>
    ${timeline(since, holdUntil ?? null, resumableUntil, now)}
    ${opened === null || opened < since ? nothing : html`<p class="small">${WORDS.linkOpened} (${clockTime(opened)})</p>`}
  </section>`;
}
