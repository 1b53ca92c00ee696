import { takingsOf } from "./desk-slots.ts";
import type { DeskState, Item } from "./desk-state.ts";

/**
 * What one decision changed: null if nothing; else the agents of whose own something did (themselves, an offer, a
 * conversation on their list). Everybody else's console shows at most the queue and colleagues differently.
 */
export function changesBetween(before: DeskState, after: DeskState): { agentIds: string[] } | null {
  const agents = changedEntries(before.agents, after.agents);
  const items = changedEntries(before.items, after.items);
  const closed = changedEntries(before.closed, after.closed);
  const isSameRoster = before.roster === after.roster;
  if (isSameRoster && agents.length === 0 && items.length === 0 && closed.length === 0) return null;
  const concerned = new Set(isSameRoster ? agents : after.agents.keys());
  for (const id of items) {
    for (const item of [before.items.get(id), after.items.get(id)])
      if (item !== undefined) ownersOf(item).forEach((owner) => concerned.add(owner));
  }
  return { agentIds: [...concerned] };
}

/** The keys under which two maps hold different values. */
export function changedEntries<V>(before: ReadonlyMap<string, V>, after: ReadonlyMap<string, V>): string[] {
  const changed = [...after].filter(([key, value]) => before.get(key) !== value).map(([key]) => key);
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return [...changed, ...gone];
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
