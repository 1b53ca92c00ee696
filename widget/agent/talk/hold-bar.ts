import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConversationView } from "../../client/agent.ts";
import { shortNameOf } from "../names.ts";
import { leftOf, ring } from "../ring.ts";
import { clockTime, countdown } from "../time.ts";
import { awayText, WORDS } from "../words.ts";

export interface HoldAsks {
  extend(): void;
  giveUp(): void;
}

/** What the customer can come back by, beside their own browser. */
function linkText({ view, backstage }: ConversationView): string {
  if (view?.reconnect !== true || backstage === null) return "";
  const opened = backstage.links.findLast(({ openedAt }) => openedAt !== null)?.openedAt ?? null;
  if (opened !== null) return `${WORDS.linkOpened} (${clockTime(opened)})`;
  const newest = backstage.links.at(-1);
  if (newest === undefined) return "They have no reconnect link; the same browser brings them back by itself.";
  return newest.by === "customer"
    ? `They took a reconnect link at ${clockTime(newest.madeAt)}.`
    : `A reconnect link was made at ${clockTime(newest.madeAt)}.`;
}

/** The customer is away: until when what is theirs is kept, and what can be done about it. The console says it aloud, once. */
export function holdBar(conversation: ConversationView, asks: HoldAsks): TemplateResult | typeof nothing {
  const { view, clockOffset } = conversation;
  const phase = view?.phase;
  const text = phase === undefined ? null : awayText(phase, shortNameOf(view?.customer.name ?? null));
  if (phase === undefined || text === null) return nothing;
  const away = phase.state === "active" && phase.customer.at === "away" ? phase.customer : null;
  const now = Date.now() + clockOffset;
  const until = away?.holdUntil ?? null;
  return html`<div class="hold">
    ${away === null || until === null ? nothing : ring({ is: "held", left: leftOf(away.since, until, now) }, countdown(until - now), "m")}
    <div>
      <p><strong>${text.lead}</strong> ${text.rest}</p>
      <p class="small">${linkText(conversation)}</p>
    </div>
    ${
      until === null
        ? nothing
        : html`<span class="buttons"
            ><button @click=${asks.extend}>${WORDS.extend} <kbd>H</kbd></button
            ><button @click=${asks.giveUp}>${WORDS.giveUp}</button></span
          >`
    }
  </div>`;
}
