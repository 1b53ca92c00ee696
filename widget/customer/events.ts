/** Why a conversation is there again. */
export type ResumeReason =
  /** The page was loaded again, or another one of the site was. */
  | "reload"
  /** The line was lost and is back. */
  | "network"
  /** By a reconnect link. */
  | "link"
  /** The customer chose to continue at the prompt. */
  | "prompt"
  /** A verified customer's chat, continued without a question. */
  | "identity"
  /** Another tab of this browser has it. */
  | "tab";

/** What `<rejoin-chat>` tells its page: each is a `CustomEvent` of the name `rejoin-<key>` that bubbles, with this detail. */
export interface ChatEvents {
  /** The element is there and can be used. */
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  started: { conversationId: string };
  resumed: { conversationId: string; reason: ResumeReason };
  /** A message that was not here before, of either side, once it is in the transcript. `at` in epoch milliseconds. */
  message: { id: string; from: "customer" | "agent"; agentName: string | null; text: string; at: number };
  unread: { count: number };
  ended: { conversationId: string; by: "customer" | "agent" | "limit" };
  /** Something went wrong that the page may want to know; `code` is from the protocol's closed list, or "blocked", "offline". */
  error: { code: string };
  /** Anything changed; for those who follow `chat.snapshot()`. */
  changed: Record<string, never>;
}

/** The events by the names under which they are heard. */
export type ChatEventMap = { [Name in keyof ChatEvents as `rejoin-${Name}`]: CustomEvent<ChatEvents[Name]> };
