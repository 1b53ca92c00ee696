import { html } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { Presence } from "#protocol/desk-frames.ts";
import type { DeskFeed } from "#protocol/desk-frames.ts";
import { check } from "#protocol/decode.ts";
import { PRESENCE, slotText, WORDS } from "./words.ts";

export interface TopBarAsks {
  setPresence(presence: Presence): void;
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
export function topBar({ me }: DeskFeed, asks: TopBarAsks): TemplateResult {
  const chose = ({ target }: Event): void => {
    const presence = target instanceof HTMLSelectElement ? check(Presence, target.value) : null;
    if (presence?.ok === true) asks.setPresence(presence.value);
  };
  return html`<header class="top">
    <h2>${me.name}</h2>
    <label>
      <span class="unseen">${WORDS.presence}</span>
      <span class="dot ${me.presence}" aria-hidden="true"></span>
      <select @change=${chose}>
        ${Presence.options.map((option) => html`<option value=${option} .selected=${live(option === me.presence)}>${PRESENCE[option]}</option>`)}
      </select>
    </label>
    ${capacity(me)}
    <button class="plain small" @click=${asks.signOut}>${WORDS.signOut}</button>
  </header>`;
}
