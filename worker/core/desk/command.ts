import type { AgentRef } from "#protocol/basics.ts";
import type { ErrorCode } from "#protocol/errors.ts";
import type { Presence } from "#protocol/desk-frames.ts";
import type { Asker } from "./state.ts";
import type { AssignAnswer, Roster, Summary, UnassignReason } from "../summary.ts";

/** Everything that can happen to the desk. */
export type DeskCommand =
  | { type: "roster"; roster: Roster }
  | { type: "summary"; summary: Summary }
  /** A console of this agent is open: the first, or one more. */
  | { type: "agent-connected"; agentId: string }
  /** The last console of this agent is gone. */
  | { type: "agent-dropped"; agentId: string }
  /** Signed out or without rights: gone on purpose, without grace. */
  | { type: "agent-left"; agentId: string }
  /** The process starts again: whoever has no open console any more has dropped. */
  | { type: "woke"; connected: readonly string[] }
  | { type: "presence"; asker: Asker; presence: Presence }
  | { type: "accept"; asker: Asker; offerId: string }
  | { type: "decline"; asker: Asker; offerId: string }
  | { type: "take"; asker: Asker; conversationId: string }
  | { type: "assign-answered"; conversationId: string; offerId: string; answer: AssignAnswer }
  | { type: "unassign-answered"; conversationId: string; offerId: string; summary: Summary }
  /** A conversation that the desk asked for something does not exist. */
  | { type: "unknown-conversation"; conversationId: string }
  | { type: "clock" };

/** What is to be done about it. All but `reply` and `feed` are words to a conversation, repeated until it confirms them. */
export type DeskEffect = Word | { type: "reply"; asker: Asker; code: ErrorCode | null } | Feed;

/** A whole word to a conversation: a newer one of its type replaces an older one. */
export type Word =
  | { type: "assign"; conversationId: string; offerId: string; agent: AgentRef }
  /** `at`: when the agent was gone, which a late telling does not change. */
  | {
      type: "unassign";
      conversationId: string;
      offerId: string;
      agentId: string;
      reason: UnassignReason;
      at: number;
    }
  | { type: "connection"; conversationId: string; offerId: string; agentId: string; connected: boolean }
  | { type: "place"; conversationId: string; place: number | null }
  | { type: "report"; conversationId: string };

/** Something that consoles show has changed: for `urgent` agents something of their own. */
export interface Feed {
  type: "feed";
  urgent: readonly string[];
}
