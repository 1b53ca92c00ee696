import { expect } from "vitest";
import type { DeskCommand, DeskEffect, Word } from "../../../worker/core/desk/command.ts";
import type { Slot } from "#protocol/desk-frames.ts";
import { slotsByAgent, usage } from "../../../worker/core/desk/slots.ts";
import { type Agent, type DeskState, EMPTY_DESK, type Item } from "../../../worker/core/desk/state.ts";
import type { Changes } from "../../../worker/core/desk/changes.ts";
import { withoutEcho } from "../../../worker/core/desk/echo.ts";
import { decideDesk } from "../../../worker/core/desk/decide.ts";
import type { AssignAnswer, Roster, Summary, SummaryPhase } from "../../../worker/core/summary.ts";

export const MINUTE = 60_000;
/** The instant at which a scene begins; any but 0. */
export const START = 1_000_000;

type Phase<S extends SummaryPhase["state"]> = Extract<SummaryPhase, { state: S }>;

export function person(id: string, capacity = 1, workstreamIds = ["w"]): Roster["agents"][number] {
  return { id, name: id.toUpperCase(), role: "agent", capacity, workstreamIds };
}

export function rosterOf(
  agents: Roster["agents"],
  offer: Roster["workstreams"][number]["offer"] = { mode: "automatic", seconds: 60 },
  rev = 1,
): Roster {
  return { rev, agents, workstreams: ["w", "v"].map((id) => ({ id, name: id, offer })) };
}

export function open(change: Partial<Phase<"open">> = {}): Phase<"open"> {
  const base = {
    present: true,
    queuedAt: START,
    front: false,
    previousAgent: null,
    notTo: [],
    onlyTo: null,
    awaySince: null,
    resumableUntil: null,
  };
  return { state: "open", ...base, ...change };
}

export function active(agentId: string, offerId: string, away: Phase<"active">["away"] = null): Phase<"active"> {
  return { state: "active", agent: ref(agentId), offerId, since: START, away };
}

export function wrapUp(
  agentId: string,
  blocks: Phase<"wrap-up">["blocks"],
  closesAt = START + 15 * MINUTE,
): Phase<"wrap-up"> {
  return { state: "wrap-up", agent: ref(agentId), endedAt: START, blocks, closesAt };
}

export function waiting(agentId: string, resumableUntil: number): Phase<"waiting"> {
  return { state: "waiting", previousAgent: ref(agentId), awaySince: START, resumableUntil };
}

export function ref(agentId: string): { id: string; name: string } {
  return { id: agentId, name: agentId.toUpperCase() };
}

/** A desk that is told things one after the other, and remembers what it did about the last. */
export class Scene {
  state: DeskState = EMPTY_DESK;
  now = START;
  effects: DeskEffect[] = [];
  /** What the last command changed. */
  changes: Changes = { roster: false, agents: [], items: [], closed: [] };
  readonly #closed = new Set<string>();
  #seeds = 0;
  #revs = new Map<string, number>();

  constructor(roster: Roster, available: string[] = roster.agents.map((agent) => agent.id)) {
    this.tell({ type: "roster", roster });
    for (const agentId of available) {
      this.tell({ type: "agent-connected", agentId });
      this.presence(agentId, "available");
    }
  }

  tell(command: DeskCommand): DeskEffect[] {
    const heard = withoutEcho(this.state, command, (id) => this.#closed.has(id));
    const { state, changes, effects } = decideDesk(this.state, heard, this.now, `seed${this.#seeds++}`);
    Object.assign(this, { state, changes, effects });
    for (const id of changes.closed) this.#closed.add(id);
    return effects;
  }

  /** A conversation says that it is in this phase now. */
  report(conversationId: string, phase: SummaryPhase, change: Partial<Summary> = {}): DeskEffect[] {
    return this.tell({ type: "summary", summary: this.summary(conversationId, phase, change) });
  }

  summary(conversationId: string, phase: SummaryPhase, change: Partial<Summary> = {}): Summary {
    const rev = change.rev ?? (this.#revs.get(conversationId) ?? 0) + 1;
    this.#revs.set(conversationId, Math.max(rev, this.#revs.get(conversationId) ?? 0));
    const base = {
      conversationId,
      workstreamId: "w",
      widgetId: "shop",
      units: 1,
      customer: { name: null, verified: false },
      startedAt: START,
    };
    return { ...base, ...change, rev, phase };
  }

  /** The conversation answers the assignment that is in flight. */
  answer(
    conversationId: string,
    answer: AssignAnswer["answer"],
    phase?: SummaryPhase,
    change: Partial<Summary> = {},
  ): DeskEffect[] {
    const { hand } = this.item(conversationId);
    if (hand.at !== "assigning") throw new Error(`${conversationId} is not being assigned`);
    const summary = this.summary(conversationId, phase ?? active(hand.agentId, hand.offerId), {
      ...this.#unitsOf(conversationId),
      ...change,
    });
    return this.tell({ type: "assign-answered", conversationId, offerId: hand.offerId, answer: { answer, summary } });
  }

  /** A conversation starts and is given to whoever the desk finds. */
  given(conversationId: string, change: Partial<Summary> = {}): string {
    this.report(conversationId, open(), change);
    this.answer(conversationId, "accepted", undefined, change);
    const { phase } = this.item(conversationId).summary;
    if (phase.state !== "active") throw new Error(`${conversationId} was given to nobody`);
    return phase.agent.id;
  }

  presence(agentId: string, presence: Agent["presence"]): DeskEffect[] {
    return this.tell({ type: "presence", asker: asker(agentId), presence });
  }

  /** Time passes, and the alarm rings. */
  pass(ms: number): DeskEffect[] {
    this.now += ms;
    return this.tell({ type: "clock" });
  }

  item(conversationId: string): Item {
    const item = this.state.items.get(conversationId);
    if (item === undefined) throw new Error(`the desk does not know ${conversationId}`);
    return item;
  }

  agent(agentId: string): Agent {
    const agent = this.state.agents.get(agentId);
    if (agent === undefined) throw new Error(`the desk does not know ${agentId}`);
    return agent;
  }

  used(agentId: string): number {
    return usage(this.state).get(agentId) ?? 0;
  }

  slots(agentId: string): Slot[] {
    return slotsByAgent(this.state).get(agentId) ?? [];
  }

  /** Who is being asked for it at the moment. */
  askedFor(conversationId: string): string | null {
    const { hand } = this.item(conversationId);
    return hand.at === "offered" || hand.at === "assigning" ? hand.agentId : null;
  }

  offerOf(conversationId: string): string {
    const { hand } = this.item(conversationId);
    if (hand.at === "rest") throw new Error(`${conversationId} is not offered`);
    return hand.offerId;
  }

  /** The words of this type among the last effects. */
  words<T extends Word["type"]>(type: T): Extract<Word, { type: T }>[] {
    return this.effects.filter((effect): effect is Extract<Word, { type: T }> => effect.type === type);
  }

  replies(): (string | null)[] {
    return this.effects.flatMap((effect) => (effect.type === "reply" ? [effect.code] : []));
  }

  #unitsOf(conversationId: string): { units: number; workstreamId: string } {
    const { units, workstreamId } = this.item(conversationId).summary;
    return { units, workstreamId };
  }
}

let asked = 0;
export function asker(agentId: string): { agentId: string; tab: string; id: string } {
  return { agentId, tab: `tab-${agentId}`, id: `request-${asked++}` };
}

/** Telling the same thing again must change nothing and cause nothing. */
export function expectNothingNew(scene: Scene, command: DeskCommand): void {
  const before = scene.state;
  expect([scene.tell(command), scene.state === before]).toEqual([[], true]);
}
