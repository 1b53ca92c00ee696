import type { DeskEffect } from "./desk-command.ts";
import { type Agent, type DeskState, type Item, NEW_AGENT } from "./desk-state.ts";
import type { Roster } from "./summary.ts";

/** The working copy of one decision: maps that may be changed, entries that are replaced. It never leaves `decideDesk`. */
export interface Draft {
  roster: Roster;
  readonly agents: Map<string, Agent>;
  readonly items: Map<string, Item>;
  readonly closed: Map<string, number>;
  readonly effects: DeskEffect[];
  readonly now: number;
  readonly nextOfferId: () => string;
}

export function draftOf(state: DeskState, now: number, seed: string): Draft {
  let made = 0;
  return {
    roster: state.roster,
    agents: new Map(state.agents),
    items: new Map(state.items),
    closed: new Map(state.closed),
    effects: [],
    now,
    nextOfferId: () => `${seed}-${made++}`,
  };
}

export function agentOf(draft: Pick<Draft, "agents">, agentId: string): Agent {
  return draft.agents.get(agentId) ?? NEW_AGENT;
}

export function patchAgent(draft: Draft, agentId: string, change: Partial<Agent>): void {
  draft.agents.set(agentId, { ...agentOf(draft, agentId), ...change });
}

export function patchItem(draft: Draft, item: Item, change: Partial<Item>): Item {
  const next = { ...item, ...change };
  draft.items.set(item.summary.conversationId, next);
  return next;
}
