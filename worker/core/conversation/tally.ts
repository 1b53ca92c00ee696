import type { AgentRef } from "#protocol/basics.ts";

/** How an agent's hold ended: kept for who came back, over by its time, let go by the agent, or with the conversation. */
export type HoldEnd = "kept" | "over" | "let-go" | "ended";

/** One absence that stands in the transcript. Both clocks run from `noticedAt`; so all durations here are counted from it. */
export interface Absence {
  noticedAt: number;
  /** Until the customer was back, or until the end. */
  lastedMs: number;
  isBack: boolean;
  /** A link was opened meanwhile. */
  byLink: boolean;
  /** What an agent's units were kept for; null where nobody had it. `extended`: the agent made the hold longer. */
  hold: { agentId: string; ms: number; end: HoldEnd; extended: boolean } | null;
  /** Whether the agent who had it when the customer dropped has it after their return; null: not back, or nobody took it since, or nobody had it. */
  sameAgent: boolean | null;
}

/**
 * What happened, counted while it happens: a fold over the changes of state, kept in it at no row of its own. The record that the
 * conversation leaves is made from it.
 */
export interface Tally {
  /** Who had it, in the order in which they joined first. */
  agents: AgentRef[];
  /** How long the customer, present, waited for the first agent. */
  waitMs: number;
  /** Since when they wait for the first agent now. */
  waitingSince: number | null;
  /** Absences too short to be written down: page changes, blips. */
  blinks: number;
  /** The first of the others, and how many there were in all. */
  absences: Absence[];
  drops: number;
  /** The absence that is going on. */
  away: Pick<Absence, "noticedAt" | "hold"> | null;
}

export const NOTHING_YET: Tally = {
  agents: [],
  waitMs: 0,
  waitingSince: null,
  blinks: 0,
  absences: [],
  drops: 0,
  away: null,
};
