import type { AgentRef } from "#protocol/basics.ts";
import type { ErrorCode } from "#protocol/errors.ts";
import type { EndReason, Happening } from "#protocol/entries.ts";
import type { UnassignReason } from "../summary.ts";
import type { ConversationState } from "./state.ts";

/** Who acts: the customer, or an agent with what they may do. */
export type Actor = { side: "customer" } | { side: "agent"; agentId: string; role: "agent" | "supervisor" };

/** What can be asked by a person, under an id that makes repeating it harmless. */
export type Request =
  | { type: "end"; reason: EndReason }
  | { type: "extend-hold" }
  | { type: "give-up-hold" }
  | { type: "give-back" }
  | { type: "transfer"; to: { agentId: string } | { workstreamId: string } }
  | { type: "close" }
  | { type: "set-notes"; text: string }
  /** `portalUrl` is the widget's at this moment; null if none is set. */
  | { type: "make-link"; linkId: string; portalUrl: string | null }
  | { type: "revoke-links"; linkId: string | null };

/** Everything that can happen to a conversation. */
export type Command =
  | { type: "clock" }
  | { type: "customer-present" }
  /** The last live connection of the customer is gone; `since` is its last sign of life. */
  | { type: "customer-dropped"; since: number }
  | { type: "say"; actor: Actor; text: string; linkId: string; portalUrl: string | null }
  | { type: "request"; id: string; actor: Actor; request: Request }
  | { type: "assign"; offerId: string; agent: AgentRef }
  /** `at`: when the agent was gone. `offerId` names the assignment, so that a late word never hits the next one. */
  | { type: "unassign"; offerId: string; reason: UnassignReason; at: number }
  | { type: "agent-connection"; offerId: string; connected: boolean }
  | { type: "placed"; place: number | null }
  | { type: "link-opened"; linkId: string }
  /** `name`: the one that the site has signed; null if it signed none. */
  | { type: "identify"; subject: string; name: string | null; device: string }
  | { type: "context"; told: Told };

/** What a customer's page tells of them; what is left out stays as it is. */
export interface Told {
  name?: string | undefined;
  page?: string | undefined;
  facts?: Readonly<Record<string, string>> | undefined;
}

/** A line for the transcript, at its due time. */
export interface Line {
  at: number;
  what: Happening;
}

/** What the one who asked is told. */
export type Reply =
  | { ok: true; link?: { id: string; base: string }; author?: AgentRef }
  | { ok: false; code: ErrorCode };

/** What a command leads to. */
export interface Outcome {
  state: ConversationState;
  lines: Line[];
  reply: Reply;
}

export const done: Reply = { ok: true };

/** Nothing changes. */
export function unchanged(state: ConversationState, reply: Reply = done): Outcome {
  return { state, lines: [], reply };
}

/** Nothing changes, and the one who asked learns why. */
export function refused(state: ConversationState, code: ErrorCode): Outcome {
  return unchanged(state, { ok: false, code });
}
