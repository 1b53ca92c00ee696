import type { AgentRef } from "#protocol/basics.ts";

/**
 * All that the desk needs to know of one conversation. The conversation is the truth of it and reports the whole of it
 * with a rising `rev`; the desk ignores an older one, so that reports may be repeated, delayed and reordered.
 */
export interface Summary {
  conversationId: string;
  rev: number;
  workstreamId: string;
  widgetId: string;
  units: number;
  customer: { name: string | null; verified: boolean };
  startedAt: number;
  /** Absent in what was reported before it existed. */
  opening?: Opening;
  phase: SummaryPhase;
}

/**
 * What tells one guest in the queue from another: where they began, and the first words that they said while nobody had them.
 * Frozen then, so that neither pages nor messages are news for the desk.
 */
export interface Opening {
  page: string | null;
  words: string | null;
}

export type SummaryPhase =
  | {
      state: "open";
      /** Null while the customer is away: kept in its place, offered to nobody. */
      present: boolean;
      /** When it joined the queue; orders the queue among its equals. */
      queuedAt: number;
      /** A returned or given-back conversation stands before those that wait for the first time. */
      front: boolean;
      /** Preferred if available with room. */
      previousAgent: AgentRef | null;
      /** Not offered to these: they gave it back, or it was transferred away from them. */
      notTo: string[];
      /** Transferred to this agent alone, as long as they are available; else to any. */
      onlyTo: string | null;
      awaySince: number | null;
      resumableUntil: number | null;
    }
  | {
      state: "active";
      agent: AgentRef;
      /** The offer by which it was assigned. */
      offerId: string;
      since: number;
      away: { since: number; holdUntil: number; resumableUntil: number } | null;
    }
  | { state: "waiting"; previousAgent: AgentRef; awaySince: number; resumableUntil: number }
  | {
      state: "wrap-up";
      agent: AgentRef;
      endedAt: number;
      /** Until when units stay taken: null when they are free already. */
      blocks: number | "close" | null;
      closesAt: number;
    }
  | { state: "closed" };

/** What the conversation answers to the desk's `assign`; either way its present summary comes along. */
export type AssignAnswer = {
  /** `spent`: it was accepted once under this offer, and that assignment is over; under another offer it may be asked again. */
  answer: "accepted" | "gone" | "spent";
  summary: Summary;
};

/** Why the desk takes a conversation from its agent: their grace passed, or they went offline on purpose. */
export type UnassignReason = "disconnected" | "offline";

/** Who works here and how their workstreams offer: told to the desk by the organisation, whole, with a rising `rev`. */
export interface Roster {
  rev: number;
  agents: { id: string; name: string; role: "agent" | "supervisor"; capacity: number; workstreamIds: string[] }[];
  workstreams: { id: string; name: string; offer: { mode: "automatic" | "by-hand"; seconds: number } }[];
}
