import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { icon } from "../icons.ts";
import { menu } from "../menu.ts";
import { WORDS } from "../words.ts";
import type { Preferences } from "./preferences.ts";

export interface YouAsks {
  prefer(wanted: Partial<Preferences>): void;
  askToNotify(): void;
  askKeys(): void;
  signOut(): void;
}

const THEMES: readonly { theme: Preferences["theme"]; name: string }[] = [
  { theme: "auto", name: "As the system" },
  { theme: "light", name: "Light" },
  { theme: "dark", name: "Dark" },
];

type Permission = NotificationPermission | "unknown";

function permission(): Permission {
  return "Notification" in globalThis ? Notification.permission : "unknown";
}

function notifications({ notify }: Preferences, asks: YouAsks): TemplateResult | typeof nothing {
  switch (permission()) {
    case "unknown":
      return nothing;
    case "denied":
      return html`<p class="small muted">${WORDS.notify}: ${WORDS.notifyDenied}</p>`;
    case "default":
      return html`<div class="setting">
        <span>${WORDS.notify}</span><button @click=${asks.askToNotify}>${WORDS.notifyAsk}</button>
      </div>`;
    case "granted":
      return html`<label class="setting">
        <span>${WORDS.notify}<br /><span class="tiny muted">${WORDS.notifyOn}</span></span>
        <input type="checkbox" role="switch" .checked=${notify} @change=${() => asks.prefer({ notify: !notify })} />
      </label>`;
  }
}

/** What concerns oneself and this browser: sounds, notifications, colours, keys, and the way out. */
export function youMenu(name: string, preferences: Preferences, asks: YouAsks): TemplateResult {
  const { sound, theme } = preferences;
  return menu(
    "you",
    html`<span class="unseen">${WORDS.you}</span>${icon(sound ? "person" : "muted")}`,
    html`<p><strong>${name}</strong></p>
      <label class="setting">
        <span>${WORDS.sound}</span>
        <input type="checkbox" role="switch" .checked=${sound} @change=${() => asks.prefer({ sound: !sound })} />
      </label>
      ${notifications(preferences, asks)}
      <fieldset class="themes">
        <legend>${WORDS.theme}</legend>
        ${THEMES.map(
          (one) =>
            html`<label
              ><input
                type="radio"
                name="theme"
                .checked=${one.theme === theme}
                @change=${() => asks.prefer({ theme: one.theme })}
              />${one.name}</label
            >`,
        )}
      </fieldset>
      <div class="buttons">
        <button class="quiet" @click=${asks.askKeys}>${icon("keys")}${WORDS.keys} <kbd>?</kbd></button>
        <button class="quiet" @click=${asks.signOut}>${icon("leave")}${WORDS.signOut}</button>
      </div>`,
  );
}
