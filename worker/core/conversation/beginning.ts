import type { Opening } from "../summary.ts";
import type { Terms } from "../terms.ts";
import type { ConversationState, Customer } from "./state.ts";
import { goneAway } from "./state.ts";
import { NOTHING_YET } from "./tally.ts";

/** As much of a page's address and of words as a row shows. */
const PAGE_CHARS = 200;
const WORDS_CHARS = 120;

/** What a conversation begins with. */
export interface Beginning {
  id: string;
  startId: string;
  terms: Terms;
  device: string;
  customer: Customer;
}

/** A conversation as it starts: queued, its customer away until their socket opens. */
export function begin(beginning: Beginning, now: number): ConversationState {
  const { id, startId, terms, device, customer } = beginning;
  return {
    id,
    startId,
    startedAt: now,
    terms,
    workstreamId: terms.workstreamId,
    customer,
    opening: openingOn(customer.page),
    starter: device,
    generation: 1,
    links: [],
    notes: "",
    arrived: false,
    rev: 1,
    drops: [],
    recentRequests: [],
    tally: NOTHING_YET,
    phase: {
      state: "open",
      side: goneAway(terms, now, now),
      queuedAt: now,
      front: false,
      place: null,
      previousAgent: null,
      notTo: [],
      onlyTo: null,
    },
  };
}

/** Where it begins. */
function openingOn(page: string | null): Opening {
  return { page: page === null ? null : cut(page.replace(/[?#].*$/s, ""), PAGE_CHARS), words: null };
}

/** The customer says something: who has nobody yet is known in the queue by their first words. Once somebody has them, words are between the two. */
export function heard(state: ConversationState, text: string): ConversationState {
  if (state.phase.state !== "open" || state.opening.words !== null) return state;
  const words = cut(text.trim().replace(/\s+/g, " "), WORDS_CHARS);
  return { ...state, opening: { ...state.opening, words } };
}

/** Never through the middle of a character. */
function cut(text: string, chars: number): string {
  return text.slice(0, chars).replace(/[\uD800-\uDBFF]$/, "");
}
