import type { AgentRef } from "#protocol/basics.ts";
import { NOTED_ABSENCE_MS } from "#protocol/limits.ts";
import type { Ending } from "#protocol/view.ts";
import type { Opening } from "../summary.ts";
import type { Terms } from "../terms.ts";
import type { Tally } from "./tally.ts";

/** The customer has a live connection. */
export interface Present {
  at: "present";
}

/** The customer has none. `since` is their last sign of life; the deadlines run from when it was noticed. */
export interface Away {
  at: "away";
  since: number;
  /** When the absence is long enough to be written down; null once it was. */
  noteAt: number | null;
  limitAt: number;
}

/** Away while an agent's units are kept. */
export interface Held extends Away {
  holdUntil: number;
}

/** To whom a conversation without an agent may go next. */
export interface Wishes {
  previousAgent: AgentRef | null;
  /** Agents who gave it back or transferred it. */
  notTo: string[];
  /** The agent it was transferred to. */
  onlyTo: string | null;
}

export interface Open extends Wishes {
  state: "open";
  side: Present | Away;
  queuedAt: number;
  front: boolean;
  place: number | null;
}
export interface Active {
  state: "active";
  agent: AgentRef;
  offerId: string;
  since: number;
  agentConnected: boolean;
  side: Present | Held;
}
export interface Waiting extends Wishes {
  state: "waiting";
  previousAgent: AgentRef;
  side: Away;
}
export interface WrapUp {
  state: "wrap-up";
  agent: AgentRef;
  ended: Ending;
  blocks: number | "close" | null;
  closesAt: number;
}
export interface Closed {
  state: "closed";
  /** Who had it last and may still read it. */
  agent: AgentRef | null;
  ended: Ending;
  closedAt: number;
}
export type Phase = Open | Active | Waiting | WrapUp | Closed;

/** A reconnect link. Nothing usable is kept: the token is derived from the id when it is shown. */
export interface Link {
  id: string;
  by: "customer" | "agent";
  /** The portal URL when it was made. */
  base: string;
  madeAt: number;
  openedAt: number | null;
  /** Kept after it was revoked, so that its id never makes a link again. */
  revokedAt: number | null;
}

/** Who the customer is, and what the site tells of them. */
export interface Customer {
  name: string | null;
  /** The site has signed the name: what a page says does not change it. */
  nameSigned: boolean;
  /** The verified customer's `sub`. */
  subject: string | null;
  /**
   * Where they are, and the site's facts. They lie in the state and nowhere else: a change rewrites its one row (with 20 long facts
   * some 5 KB more of it, with every later change of state as well), and no message costs more for it.
   */
  page: string | null;
  facts: Readonly<Record<string, string>>;
}

/** The whole of a conversation but its words. */
export interface ConversationState {
  id: string;
  startId: string;
  startedAt: number;
  terms: Terms;
  /** Where it is routed; a transfer can change it. */
  workstreamId: string;
  customer: Customer;
  opening: Opening;
  /** The browser that started it: it alone can claim it for an identity. */
  starter: string;
  /** Credentials of an older generation are void. */
  generation: number;
  links: Link[];
  notes: string;
  /** Whether its customer was ever here: until then nobody else hears of it. */
  arrived: boolean;
  /** Rises with each report to the desk. */
  rev: number;
  /** When the customer's connection dropped lately. */
  drops: number[];
  /** Requests done and offers accepted lately, so that repeating one changes nothing. */
  recentRequests: string[];
  /** What happened so far, for the record that it leaves. */
  tally: Tally;
  phase: Phase;
}

export type Live = Open | Active | Waiting;

/** Whether it can still be talked in or come back to. */
export function isLive(phase: Phase): phase is Live {
  return phase.state === "open" || phase.state === "active" || phase.state === "waiting";
}

/** The links that open it. */
export function liveLinks(state: ConversationState): Link[] {
  return isLive(state.phase) ? state.links.filter((link) => link.revokedAt === null) : [];
}

/** Until when an agent's units are kept for an absent customer; null when nobody holds. */
export function holdOf(phase: Phase): number | null {
  return phase.state === "active" && phase.side.at === "away" ? phase.side.holdUntil : null;
}

/** The state with another phase. */
export function inPhase(state: ConversationState, phase: Phase): ConversationState {
  return { ...state, phase };
}

/** How many requests and offers are remembered, to answer a repeated one without doing it again. */
const REMEMBERED = 32;

/** The state after what was asked under this id. */
export function remembering(state: ConversationState, id: string): ConversationState {
  return { ...state, recentRequests: [...state.recentRequests, id].slice(-REMEMBERED) };
}

/** The customer's side after a drop noticed at `now`. */
export function goneAway(terms: Terms, since: number, now: number): Away & { noteAt: number } {
  const limitAt = now + terms.limitSeconds * 1_000;
  // Short absences are not written down, but for those that lead to something.
  const noteAt = Math.min(Math.max(now, since + NOTED_ABSENCE_MS), limitAt);
  return { at: "away", since, noteAt, limitAt };
}
