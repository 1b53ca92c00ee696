import { takingsOf } from "./slots.ts";
import type { DeskState, Item } from "./state.ts";

/** What one decision changed: the keys under which the state holds another object than before, or none any more. */
export interface Changes {
  readonly roster: boolean;
  readonly agents: readonly string[];
  readonly items: readonly string[];
  /** Conversations that are closed from now on. */
  readonly closed: readonly string[];
}

/** Nothing that is kept or shown is other than before. */
export function isUnchanged({ roster, agents, items, closed }: Changes): boolean {
  return !roster && agents.length === 0 && items.length === 0 && closed.length === 0;
}

/**
 * The agents of whose own something changed (themselves, an offer, a conversation on their list). Everybody else's console
 * shows at most the queue and colleagues differently.
 */
export function concernedBy(changes: Changes, before: DeskState, after: DeskState): string[] {
  const concerned = new Set(changes.roster ? after.agents.keys() : changes.agents);
  for (const id of changes.items) {
    for (const item of [before.items.get(id), after.items.get(id)])
      if (item !== undefined) ownersOf(item).forEach((owner) => concerned.add(owner));
  }
  return [...concerned];
}

/** On whose console it stands among their own. */
function ownersOf(item: Item): string[] {
  const { phase } = item.summary;
  const own =
    phase.state === "active" || phase.state === "wrap-up"
      ? [phase.agent.id]
      : phase.state === "waiting"
        ? [phase.previousAgent.id]
        : [];
  return [...own, ...takingsOf(item).map((taking) => taking.agentId)];
}
