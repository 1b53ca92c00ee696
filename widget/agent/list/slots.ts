import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { DeskFeed, Slot } from "#protocol/desk-frames.ts";
import { slotText, WORDS } from "../words.ts";

export interface SlotAsks {
  open(conversationId: string): void;
}

/** What a slot's conversation is called. */
export type SlotNames = (slot: Slot) => string;

type Me = DeskFeed["me"];

/** Most free squares that are drawn; whoever has more room than this need not count it. */
const FREE_SHOWN = 12;

/** What takes units, and what is free: a square for each unit, the reason in its look. */
function squaresOf({ slots, capacity, used }: Me): readonly (Slot["reason"] | "free")[] {
  const taken = slots.flatMap(({ reason, units }) => Array.from({ length: Math.min(units, FREE_SHOWN) }, () => reason));
  const free = Math.max(0, Math.min(capacity - used, FREE_SHOWN));
  return [...taken, ...Array.from({ length: free }, () => "free" as const)];
}

/** Units as small squares. In words: how many of how many. */
export function slotSquares(me: Me): TemplateResult {
  return html`<span class="squares" aria-hidden="true">
      ${squaresOf(me).map((reason) => html`<i class="slot ${reason}"></i>`)} </span
    ><span class="tiny muted"><span class="unseen">Slots in use: </span>${me.used}/${me.capacity}</span>`;
}

/** Each reason for which units are taken, and until when; those of one's conversations lead there. */
export function slotList(me: Me, names: SlotNames, asks: SlotAsks): TemplateResult {
  const free = Math.max(0, me.capacity - me.used);
  return html`<ul class="slots">
    ${me.slots.map(
      (slot) =>
        html`<li>
          <i class="slot ${slot.reason}" aria-hidden="true"></i>
          ${
            slot.reason === "offered"
              ? html`<span>${slotText(slot, names(slot))}</span>`
              : html`<button class="quiet" @click=${() => asks.open(slot.conversationId)}>
                  ${slotText(slot, names(slot))}
                </button>`
          }
          ${slot.units === 1 ? nothing : html`<span class="muted tiny">×${slot.units}</span>`}
        </li>`,
    )}
    ${
      free === 0
        ? nothing
        : html`<li class="muted">
            <i class="slot free" aria-hidden="true"></i><span>${free === 1 ? WORDS.free : `${free} free`}</span>
          </li>`
    }
  </ul>`;
}
