import type { Colleague, DeskFeed, DeskItem, DeskOffer } from "#protocol/desk-frames.ts";
import { QUEUE_SHOWN } from "#protocol/limits.ts";
import { queueOf } from "./desk-queue.ts";
import { slotsOf, usage } from "./desk-slots.ts";
import { type DeskState, type Item, NEW_AGENT, personOf } from "./desk-state.ts";

/**
 * All that the console of one agent shows of the desk. Supervisors see the whole queue, agents that of their workstreams;
 * what somebody is being asked for at the moment stands in their offers, not in the queue.
 */
export function feedFor(state: DeskState, agentId: string, now: number): DeskFeed {
  const person = personOf(state.roster, agentId) ?? {
    id: agentId,
    name: agentId,
    role: "agent" as const,
    capacity: 0,
    workstreamIds: [],
  };
  const { id, name, role, capacity, workstreamIds } = person;
  const used = usage(state);
  const items = [...state.items.values()];
  const queue = queueOf(state).filter(
    (item) =>
      item.hand.at !== "offered" &&
      item.hand.at !== "assigning" &&
      (role === "supervisor" || workstreamIds.includes(item.summary.workstreamId)),
  );
  return {
    type: "desk",
    me: {
      id,
      name,
      role,
      presence: presenceOf(state, id),
      capacity,
      used: used.get(id) ?? 0,
      slots: slotsOf(state, id),
    },
    offers: items.flatMap((item) => offerOf(item, id)),
    mine: items
      .filter((item) => isOn(item, id))
      .toSorted((a, b) => a.summary.startedAt - b.summary.startedAt)
      .flatMap(itemOf),
    queue: { count: queue.length, first: queue.slice(0, QUEUE_SHOWN).flatMap(itemOf) },
    colleagues: state.roster.agents
      .filter((other) => other.id !== id)
      .map((other) => colleagueOf(state, other, used.get(other.id) ?? 0)),
    serverTime: now,
  };
}

/** Their own list: what they have, what waits for its customer to come back to them, what they wrap up. */
function isOn({ summary: { phase } }: Item, agentId: string): boolean {
  switch (phase.state) {
    case "active":
    case "wrap-up":
      return phase.agent.id === agentId;
    case "waiting":
      return phase.previousAgent.id === agentId;
    case "open":
    case "closed":
      return false;
  }
}

function offerOf(item: Item, agentId: string): DeskOffer[] {
  const { hand, summary } = item;
  if ((hand.at !== "offered" && hand.at !== "assigning") || hand.agentId !== agentId || summary.phase.state !== "open")
    return [];
  const expiresAt = hand.at === "offered" ? hand.expiresAt : null;
  return itemOf(item).map((shown) => ({ offerId: hand.offerId, expiresAt, item: shown }));
}

function colleagueOf(
  state: DeskState,
  { id, name, capacity, workstreamIds }: DeskState["roster"]["agents"][number],
  used: number,
): Colleague {
  const connected = (state.agents.get(id) ?? NEW_AGENT).connection.at === "connected";
  return { id, name, presence: presenceOf(state, id), connected, capacity, used, workstreamIds };
}

function presenceOf(state: DeskState, agentId: string): DeskFeed["me"]["presence"] {
  return (state.agents.get(agentId) ?? NEW_AGENT).presence;
}

/** The row of a conversation; none once it is closed. */
function itemOf({ summary }: Item): DeskItem[] {
  const { conversationId, workstreamId, widgetId, units, customer, phase } = summary;
  const row = {
    conversationId,
    workstreamId,
    widgetId,
    customerName: customer.name,
    verified: customer.verified,
    units,
  };
  const none = { holdUntil: null, resumableUntil: null, previousAgentName: null, closesAt: null };
  switch (phase.state) {
    case "open": {
      const { present, queuedAt, awaySince, resumableUntil } = phase;
      const previousAgentName = phase.previousAgent?.name ?? null;
      return [
        {
          ...row,
          ...none,
          state: "open",
          present,
          since: present ? queuedAt : (awaySince ?? queuedAt),
          resumableUntil,
          previousAgentName,
        },
      ];
    }
    case "active": {
      const { away, since } = phase;
      if (away === null) return [{ ...row, ...none, state: "active", present: true, since }];
      return [{ ...row, ...none, state: "active", present: false, ...away }];
    }
    case "waiting": {
      const { awaySince, resumableUntil, previousAgent } = phase;
      return [
        {
          ...row,
          ...none,
          state: "waiting",
          present: false,
          since: awaySince,
          resumableUntil,
          previousAgentName: previousAgent.name,
        },
      ];
    }
    case "wrap-up":
      return [{ ...row, ...none, state: "wrap-up", present: false, since: phase.endedAt, closesAt: phase.closesAt }];
    case "closed":
      return [];
  }
}
