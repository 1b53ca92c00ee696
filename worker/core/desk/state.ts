import type { Presence } from "#protocol/desk-frames.ts";
import type { Roster, Summary, UnassignReason } from "../summary.ts";

/** What the desk knows. Never changed in place: whoever stores it writes the entries that are other objects than before. */
export interface DeskState {
  readonly roster: Roster;
  readonly agents: ReadonlyMap<string, Agent>;
  /** Every conversation that is not closed, by its id. */
  readonly items: ReadonlyMap<string, Item>;
  /** When changed places were last told, and when those that have changed since are; null if none have. Not stored: after a wake they may be told. */
  readonly places: { readonly toldAt: number; readonly dueAt: number | null };
}

/** What the desk itself knows of an agent; name, capacity and workstreams stand in the roster. */
export interface Agent {
  readonly presence: Presence;
  readonly connection: Connection;
  /** When they last got or lost a conversation or became available: the longest idle is asked first among equals. */
  readonly idleSince: number;
}

export type Connection =
  | { readonly at: "connected" }
  /** No console; until `graceUntil` what is theirs stays theirs. */
  | { readonly at: "dropped"; readonly graceUntil: number }
  /** Their grace has passed, at `since`. */
  | { readonly at: "lost"; readonly since: number }
  /** Gone on purpose, or never here. */
  | { readonly at: "absent" };

/** A conversation as the desk sees it: what it last said of itself, and what the desk is doing with it. */
export interface Item {
  readonly summary: Summary;
  readonly hand: Hand;
  /** Agents who said no (declined, gave back): not asked again before `until`. */
  readonly refusals: readonly Refusal[];
  /** The place in the queue that the customer was last told. */
  readonly toldPlace: number | null;
  /** Whether the conversation was last told that its agent is connected. */
  readonly toldConnected: boolean;
  /** When to ask the conversation how it stands, since a deadline of its own passed without a word; null without deadlines. */
  readonly askAt: number | null;
}

export interface Refusal {
  readonly agentId: string;
  readonly until: number;
}

/** What the desk is doing with a conversation. All but `rest` keep it out of routing. */
export type Hand =
  | { readonly at: "rest" }
  /** An agent is asked; not taken until `expiresAt`, it goes to the next. */
  | {
      readonly at: "offered";
      readonly offerId: string;
      readonly agentId: string;
      readonly madeAt: number;
      readonly expiresAt: number;
    }
  /** `assign` was called and is not answered. The units stay reserved until it is, whatever summaries say. */
  | {
      readonly at: "assigning";
      readonly offerId: string;
      readonly agentId: string;
      readonly requests: readonly Asker[];
    }
  /**
   * `unassign` was called. Until it is answered nothing new is assigned: a repeated call would hit the new assignment.
   */
  | {
      readonly at: "taking-back";
      readonly offerId: string;
      readonly agentId: string;
      readonly reason: UnassignReason;
      readonly answered: boolean;
    };

/** Where the answer to a console's request goes: the tab that sent it, and the request's id. */
export interface Asker {
  readonly agentId: string;
  readonly tab: string;
  readonly id: string;
}

export const EMPTY_DESK: DeskState = {
  roster: { rev: 0, agents: [], workstreams: [] },
  agents: new Map(),
  items: new Map(),
  places: { toldAt: 0, dueAt: null },
};

export const NEW_AGENT: Agent = { presence: "offline", connection: { at: "absent" }, idleSince: 0 };
export const REST: Hand = { at: "rest" };

/** How long an agent who said no to a conversation is not asked for it again. */
export const REFUSED_FOR_MS = 60_000;
/** How long after a conversation's own deadline the desk asks what became of it. */
export const ASK_AFTER_MS = 60_000;
/** How long it is remembered that a conversation closed; far longer than any call between objects can be late. */
export const CLOSED_KEPT_MS = 3_600_000;

export type Person = Roster["agents"][number];

/** Looked up for every conversation in every decision, so each roster gets its index once. */
const indexes = new WeakMap<Roster, ReadonlyMap<string, Person>>();

export function personOf(roster: Roster, agentId: string): Person | undefined {
  const index = indexes.get(roster) ?? new Map(roster.agents.map((person) => [person.id, person]));
  indexes.set(roster, index);
  return index.get(agentId);
}
