import type { Colleague, DeskFeed, DeskOffer, Slot } from "#protocol/desk-frames.ts";
import { QUEUE_SHOWN } from "#protocol/limits.ts";
import { itemOf, queuedItemOf } from "./items.ts";
import { reaches } from "./kept.ts";
import { isOpen, type OpenItem, queueOf } from "./queue.ts";
import { slotsByAgent } from "./slots.ts";
import { type DeskState, type Item, NEW_AGENT, personOf } from "./state.ts";

/**
 * All that the console of one agent shows of the desk. Supervisors see the whole queue, agents that of their workstreams;
 * what somebody is being asked for at the moment stands in their offers, not in the queue. The colleagues, who are most of it,
 * can be left out.
 */
export function feedFor(state: DeskState, agentId: string, now: number, withColleagues = true): DeskFeed {
  const person = personOf(state.roster, agentId) ?? {
    id: agentId,
    name: agentId,
    role: "agent" as const,
    capacity: 0,
    workstreamIds: [],
  };
  const { id, name, role, capacity, workstreamIds } = person;
  const all = overviewOf(state);
  const queue = all.queue.filter((item) => reaches(item, { id, role, workstreamIds }));
  return {
    type: "desk",
    me: {
      id,
      name,
      role,
      presence: presenceOf(state, id),
      capacity,
      used: usedBy(all, id),
      slots: all.slots.get(id) ?? [],
    },
    offers: all.offers.filter((item) => isAsked(item, id)).flatMap(offerOf),
    mine: (all.mine.get(id) ?? []).toSorted((a, b) => a.summary.startedAt - b.summary.startedAt).flatMap(itemOf),
    queue: {
      count: queue.length,
      first: queue.slice(0, QUEUE_SHOWN).flatMap((item) => queuedItemOf(state, item, { id, role })),
    },
    ...(withColleagues ? { colleagues: colleaguesOf(state, all, id) } : {}),
    serverTime: now,
  };
}

function colleaguesOf(state: DeskState, all: Overview, id: string): Colleague[] {
  return state.roster.agents
    .filter((other) => other.id !== id)
    .map((other) => colleagueOf(state, other, usedBy(all, other.id)));
}

/**
 * The part of the state that the feed of one agent shows, colleagues aside. Where only a few feeds are made of a state, that is
 * cheaper than to sort everything out.
 */
export function narrowedTo(state: DeskState, agentId: string): DeskState {
  const items = new Map<string, Item>();
  for (const [id, item] of state.items) {
    const { hand } = item;
    const inHand = hand.at !== "rest" && hand.agentId === agentId;
    if (inHand || isOpen(item) || ownerOf(item) === agentId) items.set(id, item);
  }
  return { ...state, items };
}

/** What the feeds of all agents are taken from: sorted out once, however many consoles are open. */
interface Overview {
  /** What waits in the queue, in its order. */
  readonly queue: readonly OpenItem[];
  /** What somebody is being asked for. */
  readonly offers: readonly OpenItem[];
  readonly mine: ReadonlyMap<string, readonly Item[]>;
  readonly slots: ReadonlyMap<string, Slot[]>;
}

const overviews = new WeakMap<DeskState, Overview>();

function overviewOf(state: DeskState): Overview {
  const known = overviews.get(state);
  if (known !== undefined) return known;
  const open = queueOf(state);
  const overview = {
    queue: open.filter((item) => !isBeingOffered(item)),
    offers: open.filter(isBeingOffered),
    mine: Map.groupBy(state.items.values(), (item) => ownerOf(item) ?? ""),
    slots: slotsByAgent(state),
  };
  overviews.set(state, overview);
  return overview;
}

function usedBy({ slots }: Overview, agentId: string): number {
  return (slots.get(agentId) ?? []).reduce((used, slot) => used + slot.units, 0);
}

/** On whose own list it stands: who has it, whom its customer may come back to, who wraps it up. */
function ownerOf({ summary: { phase } }: Item): string | null {
  switch (phase.state) {
    case "active":
    case "wrap-up":
      return phase.agent.id;
    case "waiting":
      return phase.previousAgent.id;
    case "open":
    case "closed":
      return null;
  }
}

function isBeingOffered({ hand }: Item): boolean {
  return hand.at === "offered" || hand.at === "assigning";
}

function isAsked({ hand }: Item, agentId: string): boolean {
  return (hand.at === "offered" || hand.at === "assigning") && hand.agentId === agentId;
}

function offerOf(item: Item): DeskOffer[] {
  const { hand } = item;
  if (hand.at !== "offered" && hand.at !== "assigning") return [];
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
