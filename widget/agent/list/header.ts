import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { DeskFeed } from "#protocol/desk-frames.ts";
import { icon } from "../icons.ts";
import { menu } from "../menu.ts";
import { initialsOf } from "../names.ts";
import { WORDS } from "../words.ts";
import { presenceMenu } from "./presence-menu.ts";
import type { PresenceAround, PresenceAsks } from "./presence-menu.ts";
import { slotList, slotSquares } from "./slots.ts";
import type { SlotAsks, SlotNames } from "./slots.ts";

export interface HeaderAsks extends PresenceAsks, SlotAsks {
  search(): void;
}

/** Who one is, whether one can be asked, and what one has room for. */
export function listHeader(
  feed: DeskFeed,
  around: PresenceAround,
  names: SlotNames,
  searching: boolean,
  asks: HeaderAsks,
): TemplateResult {
  const { me } = feed;
  return html`<header class="mine">
    <span class="face" aria-hidden="true">${initialsOf(me.name)}</span>
    <div>
      <h2>${me.name}</h2>
      ${presenceMenu(feed, around, asks)}
    </div>
    ${menu(
      "capacity",
      slotSquares(me),
      html`<h3>${WORDS.slots}</h3>
        ${slotList(me, names, asks)}`,
    )}
    ${
      searching
        ? nothing
        : html`<button class="finder" @click=${asks.search}>
            ${icon("search", 18)}<span>${WORDS.search}</span><kbd>F</kbd>
          </button>`
    }
  </header>`;
}
