import { html } from "lit";
import type { TemplateResult } from "lit";
import type { DeskFeed } from "#protocol/desk-frames.ts";
import { presenceMenu } from "./presence-menu.ts";
import type { PresenceAround, PresenceAsks } from "./presence-menu.ts";
import { slotText } from "./words.ts";

export interface TopBarAsks extends PresenceAsks {
  signOut(): void;
}

/** Units as small slots: each one taken says by what, and until when. */
function capacity({ capacity: total, used, slots }: DeskFeed["me"]): TemplateResult {
  const free = Math.max(0, Math.min(total - used, 20));
  return html`<ul class="slots" aria-label="Capacity: ${used} of ${total} in use">
    ${slots.map((slot) => html`<li class="slot ${slot.reason}" title=${slotText(slot)}><span class="unseen">${slotText(slot)}</span></li>`)}
    ${Array.from({ length: free }, () => html`<li class="slot" title="Free"><span class="unseen">Free</span></li>`)}
    <li class="small muted">${used}/${total}</li>
  </ul>`;
}

/** Who one is, whether one can be asked, and what one has room for. */
export function topBar(feed: DeskFeed, around: PresenceAround, asks: TopBarAsks): TemplateResult {
  return html`<header class="top">
    <h2>${feed.me.name}</h2>
    ${presenceMenu(feed, around, asks)} ${capacity(feed.me)}
  </header>`;
}
