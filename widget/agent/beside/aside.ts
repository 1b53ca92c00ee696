import { html } from "lit";
import type { TemplateResult } from "lit";
import type { DeskFeed } from "#protocol/desk-frames.ts";
import type { RecordView } from "#protocol/records.ts";
import type { ConversationView } from "../../client/agent.ts";
import { icon } from "../icons.ts";
import { slotList } from "../list/slots.ts";
import type { SlotAsks, SlotNames } from "../list/slots.ts";
import { WORDS } from "../words.ts";
import { comingBack } from "./coming-back.ts";
import { customer } from "./customer.ts";
import { notesBox } from "./notes.ts";
import type { NotesAsks } from "./notes.ts";

export interface AsideAsks extends SlotAsks, NotesAsks {
  openPast(record: RecordView): void;
  showDetails(on: boolean): void;
}

/** Beside the conversation: what is kept for its customer, who they are, what takes one's slots, and notes. */
export function aside(
  conversation: ConversationView,
  name: string,
  me: DeskFeed["me"],
  names: SlotNames,
  before: readonly RecordView[],
  asks: AsideAsks,
): TemplateResult {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape") asks.showDetails(false);
  };
  return html`<aside aria-label=${WORDS.details} @keydown=${pressed}>
    <button
      class="quiet icon shut"
      aria-label="${WORDS.details}: ${WORDS.close}"
      @click=${() => asks.showDetails(false)}
    >
      ${icon("close")}
    </button>
    ${comingBack(conversation)} ${customer(conversation, name, before, asks)}
    <section>
      <h3>${WORDS.slots}</h3>
      ${slotList(me, names, asks)}
    </section>
    ${notesBox(conversation, asks)}
  </aside>`;
}
