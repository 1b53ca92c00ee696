import { html } from "lit";
import type { TemplateResult } from "lit";
import { Presence } from "#protocol/desk-frames.ts";
import type { DeskFeed } from "#protocol/desk-frames.ts";
import { closeMenu, menu } from "../menu.ts";
import { offlineText, PRESENCE, WORDS } from "../words.ts";

export interface PresenceAsks {
  setPresence(presence: Presence): void;
  setGoingOffline(on: boolean): void;
}

/** What of the console the menu needs. */
export interface PresenceAround {
  /** Whether the console hears the server at this moment. */
  connected: boolean;
  /** Whether the agent is being asked if they want to give everything back. */
  goingOffline: boolean;
}

/** Whether one can be asked. Nothing changes before one has chosen; what gives conversations back is asked once more. */
export function presenceMenu(
  { me, mine }: DeskFeed,
  { connected, goingOffline }: PresenceAround,
  asks: PresenceAsks,
): TemplateResult {
  const active = mine.filter(({ state }) => state === "active").length;
  const choose = (presence: Presence, event: Event): void => {
    if (presence === "offline" && active > 0) return asks.setGoingOffline(true);
    closeMenu(event);
    if (presence !== me.presence) asks.setPresence(presence);
  };
  const sure = (event: Event): void => {
    closeMenu(event);
    asks.setPresence("offline");
  };
  const summary = html`<span class="unseen">${WORDS.presence}</span>
    <span class="dot ${connected ? me.presence : "lost"}" aria-hidden="true"></span>
    <span>${connected ? PRESENCE[me.presence] : WORDS.notConnected}</span>`;
  const content = goingOffline
    ? html`<p class="small">${offlineText(active)}</p>
        <button class="main" @click=${sure}>${WORDS.yesOffline}</button>
        <button @click=${() => asks.setGoingOffline(false)}>${WORDS.no}</button>`
    : html`${Presence.options.map(
        (option) =>
          html`<button
            class="choice"
            aria-pressed=${option === me.presence ? "true" : "false"}
            @click=${(event: Event) => choose(option, event)}
          >
            <span class="dot ${option}" aria-hidden="true"></span>${PRESENCE[option]}
          </button>`,
      )}`;
  return menu("presence", summary, content);
}
