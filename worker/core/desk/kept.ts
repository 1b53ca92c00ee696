import type { OpenItem } from "./queue.ts";
import { type DeskState, type Person, personOf } from "./state.ts";

/**
 * The agent for whom a transfer is kept: its target, as long as they could take it if all their units were free. Null where
 * anybody may have it.
 */
export function keptFor({ roster, agents }: Pick<DeskState, "roster" | "agents">, item: OpenItem): Person | null {
  const { phase, units } = item.summary;
  const person = phase.onlyTo === null ? undefined : personOf(roster, phase.onlyTo);
  const agent = person === undefined ? undefined : agents.get(person.id);
  if (person === undefined || agent?.presence !== "available" || agent.connection.at !== "connected") return null;
  const saidNo = item.refusals.some(({ agentId }) => agentId === person.id);
  return person.capacity >= units && !saidNo ? person : null;
}

/** Whether an agent may take what is kept for somebody: its target, who transferred it, and supervisors. */
export function mayTakeKept({ summary: { phase } }: OpenItem, { id, role }: Pick<Person, "id" | "role">): boolean {
  const isSender = phase.onlyTo !== null && phase.notTo.includes(id);
  return phase.onlyTo === id || isSender || role === "supervisor";
}

/** Whether it stands in an agent's queue at all: those of their workstreams do, and what they may take though it is of another. */
export function reaches(item: OpenItem, person: Pick<Person, "id" | "role" | "workstreamIds">): boolean {
  return person.workstreamIds.includes(item.summary.workstreamId) || mayTakeKept(item, person);
}
