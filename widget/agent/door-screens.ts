import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Door } from "./door.ts";
import { WORDS } from "./words.ts";

export interface DoorAsks {
  signIn(token: string, name: string): void;
  retry(): void;
}

function nameScreen(token: string, asks: DoorAsks): TemplateResult {
  const submitted = (event: Event): void => {
    event.preventDefault();
    const name = event.target instanceof HTMLFormElement ? new FormData(event.target).get("name") : null;
    if (typeof name === "string" && name.trim() !== "") asks.signIn(token, name);
  };
  return html`<form class="door" @submit=${submitted}>
    <h2><label for="name">${WORDS.yourName}</label></h2>
    <p class="muted">${WORDS.yourNameHint}</p>
    <input id="name" name="name" autocomplete="name" maxlength="80" required />
    <button class="main">${WORDS.signIn}</button>
  </form>`;
}

/** What stands in the place of the console while nobody is signed in. */
export function doorScreen(door: Exclude<Door, { at: "inside" }>, asks: DoorAsks): TemplateResult {
  switch (door.at) {
    case "checking":
      return html`<p class="door muted">${WORDS.checking}</p>`;
    case "name":
      return nameScreen(door.token, asks);
    case "outside":
      return html`<section class="door">
        <h2>${WORDS.outside}</h2>
        ${door.spent ? html`<p role="alert">${WORDS.spent}</p>` : nothing}
        <p class="muted">${WORDS.outsideHint}</p>
        <button @click=${asks.retry}>${WORDS.tryAgain}</button>
      </section>`;
    case "unreachable":
      return html`<section class="door" role="alert">
        <h2>${WORDS.unreachable}</h2>
        <button class="main" @click=${asks.retry}>${WORDS.tryAgain}</button>
      </section>`;
  }
}
