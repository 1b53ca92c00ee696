import type { AgentRef } from "#protocol/basics.ts";
import type { DeskCommand, Word } from "../../../worker/core/desk/command.ts";
import type { AssignAnswer, Summary, SummaryPhase } from "../../../worker/core/summary.ts";
import { open, ref, waiting, wrapUp } from "./scene.ts";

/** As much of a conversation as the desk can tell: enough to be assigned, dropped, held, given back and ended. */
export class SmallConversation {
  readonly id: string;
  readonly #units: number;
  readonly #workstreamId: string;
  readonly #startedAt: number;
  #rev = 1;
  phase: SummaryPhase;
  /** What the desk told of the place and of the agent's connection. */
  place: number | null = null;
  agentConnected = true;

  constructor(id: string, units: number, workstreamId: string, now: number) {
    this.id = id;
    this.#units = units;
    this.#workstreamId = workstreamId;
    this.#startedAt = now;
    this.phase = open({ queuedAt: now });
  }

  get summary(): Summary {
    return {
      conversationId: this.id,
      rev: this.#rev,
      workstreamId: this.#workstreamId,
      widgetId: "shop",
      units: this.#units,
      customer: { name: null, verified: false },
      startedAt: this.#startedAt,
      phase: this.phase,
    };
  }

  /** Whose units it takes in truth. */
  get holder(): string | null {
    const { phase } = this;
    if (phase.state === "active") return phase.agent.id;
    return phase.state === "wrap-up" && phase.blocks !== null ? phase.agent.id : null;
  }

  get units(): number {
    return this.#units;
  }

  assign(offerId: string, agent: AgentRef, now: number): AssignAnswer {
    const { phase } = this;
    const isRepeated = phase.state === "active" && phase.offerId === offerId;
    if (!isRepeated && !(phase.state === "open" && phase.present)) return { answer: "gone", summary: this.summary };
    if (!isRepeated) {
      this.agentConnected = true;
      this.#become({ state: "active", agent, offerId, since: now, away: null });
    }
    return { answer: "accepted", summary: this.summary };
  }

  unassign(agentId: string, now: number): Summary {
    if (this.phase.state === "active" && this.phase.agent.id === agentId)
      this.#release({ previousAgent: ref(agentId) }, now);
    return this.summary;
  }

  connection(agentId: string, connected: boolean): void {
    if (this.phase.state === "active" && this.phase.agent.id === agentId) this.agentConnected = connected;
  }

  /** Something in the life of the people in it, as far as it makes sense now; whether it did. */
  live(what: Happening, now: number): boolean {
    const before = this.#rev;
    const { phase } = this;
    switch (what) {
      case "drop":
        if (phase.state === "open" && phase.present)
          this.#become({ ...phase, present: false, awaySince: now, resumableUntil: now + 200_000 });
        if (phase.state === "active" && phase.away === null) {
          this.#become({ ...phase, away: { since: now, holdUntil: now + 100_000, resumableUntil: now + 200_000 } });
        }
        break;
      case "return":
        if (phase.state === "open" && !phase.present)
          this.#become({ ...phase, present: true, awaySince: null, resumableUntil: null });
        if (phase.state === "active" && phase.away !== null) this.#become({ ...phase, away: null });
        if (phase.state === "waiting")
          this.#become(open({ queuedAt: now, front: true, previousAgent: phase.previousAgent }));
        break;
      case "hold-over":
        if (phase.state === "active" && phase.away !== null)
          this.#become(waiting(phase.agent.id, phase.away.resumableUntil));
        break;
      case "end":
        if (phase.state === "active")
          this.#become(wrapUp(phase.agent.id, this.#rev % 2 === 0 ? null : "close", now + 50_000));
        else if (phase.state !== "wrap-up") this.#become({ state: "closed" });
        break;
      case "close":
        if (phase.state === "wrap-up") this.#become({ state: "closed" });
        break;
      case "give-back":
        if (phase.state === "active") this.#release({ notTo: [phase.agent.id] }, now);
        break;
      case "transfer":
        if (phase.state === "active") this.#release({ notTo: [phase.agent.id], onlyTo: "ben" }, now);
        break;
    }
    return this.#rev > before;
  }

  #release(wishes: Parameters<typeof open>[0], now: number): void {
    const { phase } = this;
    if (phase.state !== "active") return;
    if (phase.away === null) this.#become(open({ queuedAt: now, front: true, ...wishes }));
    else this.#become(waiting(phase.agent.id, phase.away.resumableUntil));
  }

  #become(phase: SummaryPhase): void {
    if (phase.state !== "open" || this.phase.state !== "open") this.place = null;
    this.phase = phase;
    this.#rev++;
  }
}

export const HAPPENINGS = ["drop", "return", "hold-over", "end", "close", "give-back", "transfer"] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** A conversation hears a word of the desk: what its answer means there, if anything. */
export function hear(conversation: SmallConversation, word: Word, now: number): DeskCommand | null {
  const { id: conversationId } = conversation;
  switch (word.type) {
    case "assign":
      return {
        type: "assign-answered",
        conversationId,
        offerId: word.offerId,
        answer: conversation.assign(word.offerId, word.agent, now),
      };
    case "unassign":
      return {
        type: "unassign-answered",
        conversationId,
        offerId: word.offerId,
        summary: conversation.unassign(word.agentId, now),
      };
    case "connection":
      conversation.connection(word.agentId, word.connected);
      return null;
    case "place":
      if (conversation.phase.state === "open") conversation.place = word.place;
      return null;
    case "report":
      return { type: "summary", summary: conversation.summary };
  }
}
