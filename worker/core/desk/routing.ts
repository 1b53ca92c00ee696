/** A conversation of the queue whose customer is present. */
export interface Waiting {
  readonly conversationId: string;
  readonly workstreamId: string;
  readonly units: number;
  readonly previousAgentId: string | null;
  /** Transferred to this agent: nobody else is asked while they are here. */
  readonly onlyTo: string | null;
  /** Agents who said no to it lately. */
  readonly refusedBy: readonly string[];
}

/** An agent who may be asked now: available and connected. */
export interface Seat {
  readonly agentId: string;
  readonly workstreamIds: readonly string[];
  readonly capacity: number;
  /** Free units. */
  readonly room: number;
  readonly idleSince: number;
}

export interface Match {
  readonly conversationId: string;
  readonly agentId: string;
}

/**
 * Gives conversations, which stand in the order of the queue, to agents with room.
 *
 * Nobody is overtaken at an agent who could serve them: while a conversation waits for room, the agents who may take it
 * take nothing that stands behind it in the same workstream. So a large conversation is not starved by small ones behind
 * it. One that no agent here could take, even with all units free, keeps nobody waiting. Between workstreams nothing is
 * kept free: whichever head has waited longest is served first.
 */
export function route(queue: readonly Waiting[], seats: readonly Seat[]): Match[] {
  const room = new Map(seats.map((seat) => [seat.agentId, seat.room]));
  const spokenFor = new Map<string, Set<string>>();
  const matches: Match[] = [];
  for (const waiting of queue) {
    const spoken = spokenFor.get(waiting.workstreamId) ?? new Set();
    spokenFor.set(waiting.workstreamId, spoken);
    const able = candidates(waiting, seats);
    const free = able.filter((seat) => !spoken.has(seat.agentId) && (room.get(seat.agentId) ?? 0) >= waiting.units);
    const chosen =
      free.find((seat) => seat.agentId === waiting.previousAgentId) ??
      free.toSorted(
        (a, b) =>
          (room.get(b.agentId) ?? 0) - (room.get(a.agentId) ?? 0) ||
          a.idleSince - b.idleSince ||
          compare(a.agentId, b.agentId),
      )[0];
    if (chosen === undefined) {
      for (const seat of able) spoken.add(seat.agentId);
      continue;
    }
    room.set(chosen.agentId, (room.get(chosen.agentId) ?? 0) - waiting.units);
    matches.push({ conversationId: waiting.conversationId, agentId: chosen.agentId });
  }
  return matches;
}

/** The agents who could take it if all their units were free. A transfer reaches its target in any workstream. */
export function candidates(waiting: Waiting, seats: readonly Seat[]): Seat[] {
  const willing = seats.filter((seat) => seat.capacity >= waiting.units && !waiting.refusedBy.includes(seat.agentId));
  const target = willing.filter((seat) => seat.agentId === waiting.onlyTo);
  return target.length > 0 ? target : willing.filter((seat) => seat.workstreamIds.includes(waiting.workstreamId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
