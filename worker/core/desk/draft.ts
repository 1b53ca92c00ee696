import type { Changes } from "./changes.ts";
import type { DeskEffect } from "./command.ts";
import { type Agent, type DeskState, type Item, NEW_AGENT } from "./state.ts";
import type { Roster } from "../summary.ts";

/**
 * The working copy of one decision. It reads through to the state until something changes, so that a decision costs what it
 * touches. It never leaves `decideDesk`.
 */
export interface Draft {
  roster: Roster;
  places: DeskState["places"];
  readonly agents: ReadonlyMap<string, Agent>;
  readonly items: ReadonlyMap<string, Item>;
  /** Conversations that turned out to be closed, or never to have been. */
  readonly closed: string[];
  readonly effects: DeskEffect[];
  readonly now: number;
  readonly nextOfferId: () => string;
  setAgent(agentId: string, agent: Agent): void;
  setItem(item: Item): void;
  removeItem(conversationId: string): void;
  /** Whether the roster, or anybody's presence or connection, is other than in the state that the draft began with. */
  haveAgentsTurned(): boolean;
  /** The conversations that were set here, as they are now. */
  touchedItems(): Item[];
  /** What is other than in the state that the draft began with. */
  changes(): Changes;
}

export function draftOf(state: DeskState, now: number, seed: string): Draft {
  let made = 0;
  const agents = copiedOnWrite(state.agents);
  const items = copiedOnWrite(state.items);
  const closed: string[] = [];
  const draft: Draft = {
    roster: state.roster,
    places: state.places,
    get agents() {
      return agents.latest;
    },
    get items() {
      return items.latest;
    },
    closed,
    effects: [],
    now,
    nextOfferId: () => `${seed}-${made++}`,
    setAgent: (agentId, agent) => void agents.touch(agentId).set(agentId, agent),
    setItem: (item) => void items.touch(item.summary.conversationId).set(item.summary.conversationId, item),
    removeItem: (conversationId) => void items.touch(conversationId).delete(conversationId),
    haveAgentsTurned: () =>
      draft.roster !== state.roster ||
      agents.changed().some((id) => {
        const [before, after] = [state.agents.get(id), agents.latest.get(id)];
        return before?.presence !== after?.presence || before?.connection !== after?.connection;
      }),
    touchedItems: () => items.changed().flatMap((id) => items.latest.get(id) ?? []),
    changes: () => ({
      roster: draft.roster !== state.roster,
      agents: agents.changed(),
      items: items.changed(),
      closed,
    }),
  };
  return draft;
}

function copiedOnWrite<V>(base: ReadonlyMap<string, V>): {
  readonly latest: ReadonlyMap<string, V>;
  touch: (key: string) => Map<string, V>;
  changed: () => string[];
} {
  let copy: Map<string, V> | null = null;
  const touched = new Set<string>();
  return {
    get latest() {
      return copy ?? base;
    },
    touch: (key) => {
      touched.add(key);
      copy ??= new Map(base);
      return copy;
    },
    changed: () => [...touched].filter((key) => copy?.get(key) !== base.get(key)),
  };
}

export function agentOf(draft: Pick<Draft, "agents">, agentId: string): Agent {
  return draft.agents.get(agentId) ?? NEW_AGENT;
}

export function patchAgent(draft: Draft, agentId: string, change: Partial<Agent>): void {
  draft.setAgent(agentId, { ...agentOf(draft, agentId), ...change });
}

export function patchItem(draft: Draft, item: Item, change: Partial<Item>): Item {
  const next = { ...item, ...change };
  draft.setItem(next);
  return next;
}
