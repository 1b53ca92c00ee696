import type { ConversationView } from "../client/agent.ts";
import type { Entrance } from "../client/customer.ts";

/** What one side knows of the conversation at a moment. Values alone, so that it can be told from frame to frame. */
export interface Facts {
  conversationId: string | null;
  /** How its line is. */
  line: string;
  /** The newest entry that it holds. */
  seq: number;
  state: string;
  /** How the customer's side stands: "present" or "away"; null where that means nothing. */
  customer: string | null;
  /** Until when, by this machine's clock, the agent's units are kept for the customer. */
  holdUntil: number | null;
  agent: string | null;
  agentConnected: boolean;
  /** Messages of its own that nobody has acknowledged yet. */
  waiting: number;
  /** Messages of the other side. */
  heard: number;
  /** What the customer's page is asked or told before a conversation: "offer" is the prompt. */
  entrance: Entrance["at"] | null;
  via: string | null;
  verified: boolean;
  /** A reconnect link was opened; agents alone know. */
  linkOpened: boolean;
}

/** Reads one side's conversation. */
export function factsOf(view: ConversationView, entrance: Entrance | null = null): Facts {
  const phase = view.view?.phase;
  const side = phase !== undefined && "customer" in phase ? phase.customer : null;
  const messages = view.lines.filter((line) => line.kind === "message");
  const hold = side?.at === "away" ? side.holdUntil : undefined;
  return {
    conversationId: view.conversationId,
    line: view.status.is,
    seq: view.lines.findLast(({ seq }) => seq !== null)?.seq ?? 0,
    state: phase?.state ?? "",
    customer: side?.at ?? null,
    holdUntil: hold === undefined ? null : hold - view.clockOffset,
    agent: phase?.state === "active" ? phase.agent.name : null,
    agentConnected: phase?.state === "active" && phase.agentConnected,
    waiting: messages.filter(({ mine, seq }) => mine && seq === null).length,
    heard: messages.filter(({ mine }) => !mine).length,
    entrance: entrance?.at ?? null,
    via: entrance !== null && "via" in entrance ? entrance.via : null,
    verified: view.view?.customer.verified ?? false,
    linkOpened: view.backstage?.links.some(({ openedAt }) => openedAt !== null) ?? false,
  };
}
