import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Colleague } from "#protocol/desk-frames.ts";
import type { ConversationView } from "../client/agent.ts";
import { closeMenu, menu } from "./menu.ts";
import type { ConversationAsks } from "./conversation-pane.ts";
import { PRESENCE, WORDS } from "./words.ts";

/** What is done less often: handing the conversation on. */
export function moreMenu(colleagues: readonly Colleague[], asks: ConversationAsks): TemplateResult {
  const transferred = (event: Event): void => {
    event.preventDefault();
    closeMenu(event);
    const to = event.target instanceof HTMLFormElement ? new FormData(event.target).get("to") : null;
    if (typeof to === "string") asks.transfer(to);
  };
  const gaveBack = (event: Event): void => {
    closeMenu(event);
    asks.giveBack();
  };
  const content = html`<button @click=${gaveBack}>${WORDS.giveBack}</button> ${
      colleagues.length === 0
        ? nothing
        : html`<form @submit=${transferred}>
            <label class="small">
              ${WORDS.transferTo}
              <select name="to">
                ${colleagues.map(({ id, name, presence, used, capacity }) => html`<option value=${id}>${name} (${PRESENCE[presence]}, ${used}/${capacity})</option>`)}
              </select>
            </label>
            <button>${WORDS.transfer}</button>
          </form>`
    }`;
  return menu("more", WORDS.more, content);
}

/** Notes of agents about the conversation, also after its end. */
export function notesBox(
  { conversationId, backstage }: ConversationView,
  asks: ConversationAsks,
): TemplateResult | typeof nothing {
  if (backstage === null) return nothing;
  const submitted = (event: Event): void => {
    event.preventDefault();
    const text = event.target instanceof HTMLFormElement ? new FormData(event.target).get("notes") : null;
    if (typeof text === "string") asks.saveNotes(text);
  };
  const typed = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) asks.typeNotes(target.value);
  };
  const box = html`<details class="notes">
    <summary>${WORDS.notes}${backstage.notes === "" ? "" : " ·"}</summary>
    <form @submit=${submitted}>
      <label class="small muted" for="notes">${WORDS.notesHint}</label>
      <textarea id="notes" name="notes" rows="2" maxlength="8000" .value=${backstage.notes} @input=${typed}></textarea>
      <button>${WORDS.saveNotes}</button>
    </form>
  </details>`;
  // A box of its own for each conversation: what is typed and not saved must not end up in another one.
  return html`${keyed(conversationId, box)}`;
}
