import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { ConversationView } from "../../client/agent.ts";
import { WORDS } from "../words.ts";

export interface NotesAsks {
  /** Typed, and not saved yet. */
  typeNotes(text: string): void;
  saveNotes(text: string): void;
}

/** Notes of agents about the conversation, also after its end. They are saved when one leaves the box. */
export function notesBox(
  { conversationId, view, backstage }: ConversationView,
  asks: NotesAsks,
): TemplateResult | typeof nothing {
  if (backstage === null || view?.phase.state === "closed") return nothing;
  const textOf = ({ target }: Event): string => (target instanceof HTMLTextAreaElement ? target.value : "");
  // A box of its own for each conversation: what is typed and not saved must not end up in another one.
  return html`<section>
    <h3><label for="notes">${WORDS.notes}</label></h3>
    ${keyed(
      conversationId,
      html`<textarea
        id="notes"
        class="notes"
        rows="2"
        maxlength="8000"
        aria-describedby="notes-hint"
        placeholder=${WORDS.notesEmpty}
        .value=${backstage.notes}
        @input=${(event: Event) => asks.typeNotes(textOf(event))}
        @change=${(event: Event) => asks.saveNotes(textOf(event))}
      ></textarea>`,
    )}
    <p class="tiny muted" id="notes-hint">${WORDS.notesHint}</p>
  </section>`;
}
