import { type DeskState, type Item, personOf } from "./state.ts";
import { usage } from "./slots.ts";
import type { Seat, Waiting } from "./routing.ts";
import type { SummaryPhase } from "../summary.ts";

export type OpenPhase = Extract<SummaryPhase, { state: "open" }>;
export type OpenItem = Item & { readonly summary: Item["summary"] & { phase: OpenPhase } };

export function isOpen(item: Item): item is OpenItem {
  return item.summary.phase.state === "open";
}

/** Whether it may be offered now: its customer is present and the desk is doing nothing else with it. */
export function isWaiting(item: Item): item is OpenItem {
  return isOpen(item) && item.summary.phase.present && item.hand.at === "rest";
}

/** All open conversations in the order in which they are served: the returned and given back first, then by the time they queued. */
export function queueOf(state: Pick<DeskState, "items">): OpenItem[] {
  const open: OpenItem[] = [];
  for (const item of state.items.values()) if (isOpen(item)) open.push(item);
  return open.sort((one, other) => {
    const [a, b] = [one.summary.phase, other.summary.phase];
    if (a.front !== b.front) return a.front ? -1 : 1;
    if (a.queuedAt !== b.queuedAt) return a.queuedAt - b.queuedAt;
    return one.summary.conversationId < other.summary.conversationId ? -1 : 1;
  });
}

export function waitingOf(item: OpenItem): Waiting {
  const { conversationId, workstreamId, units, phase } = item.summary;
  return {
    conversationId,
    workstreamId,
    units,
    previousAgentId: phase.previousAgent?.id ?? null,
    onlyTo: phase.onlyTo,
    refusedBy: item.refusals.map((refusal) => refusal.agentId),
  };
}

/** Who may be asked at all: available, with an open console, and still on the roster. */
export function seatsOf(state: Pick<DeskState, "roster" | "agents" | "items">): Seat[] {
  const used = usage(state);
  return [...state.agents].flatMap(([agentId, agent]) => {
    const person = personOf(state.roster, agentId);
    if (person === undefined || agent.presence !== "available" || agent.connection.at !== "connected") return [];
    const { workstreamIds, capacity } = person;
    return [
      { agentId, workstreamIds, capacity, room: capacity - (used.get(agentId) ?? 0), idleSince: agent.idleSince },
    ];
  });
}
