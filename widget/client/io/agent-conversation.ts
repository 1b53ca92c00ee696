import type { ConversationView } from "../core/chat-view.ts";
import type { Answer } from "../core/requests.ts";
import { createConversation } from "./conversation.ts";
import type { Sent } from "./conversation.ts";
import { socketBase } from "./http.ts";
import { createLookout } from "./lookout.ts";
import type { Ports, Store } from "./ports.ts";
import { authoriseBy } from "./ticket.ts";
import type { TicketSource } from "./ticket.ts";

export interface AgentConversationOptions {
  baseUrl: string;
  conversationId: string;
  /** Who the agent is, as the desk tells: keeps what they left unsent from the next one at this browser. */
  agentId?: string;
  ports: Ports;
  ticket: TicketSource;
}

/** An agent's part in one conversation. It connects at once, and `refused` with 4006 means that it is theirs no more. */
export interface AgentConversation {
  snapshot(): ConversationView;
  subscribe(listener: () => void): () => void;
  send(text: string): Sent;
  resend(key: string): void;
  discard(key: string): void;
  setDraft(text: string): void;
  typing(on: boolean): void;
  seen(seq: number): void;
  loadEarlier(): void;
  extendHold(): Promise<Answer>;
  giveUpHold(): Promise<Answer>;
  giveBack(): Promise<Answer>;
  transfer(to: { agentId: string } | { workstreamId: string }): Promise<Answer>;
  end(): Promise<Answer>;
  close(): Promise<Answer>;
  makeLink(): Promise<Answer>;
  revokeLinks(linkId?: string): Promise<Answer>;
  setNotes(text: string): Promise<Answer>;
  reconnect(): void;
  drop(): void;
  return(): void;
  /** Leaves for good, because the conversation is theirs no more: what was left unsent in it is forgotten. */
  forget(): void;
  dispose(): void;
}

const PREFIX = "rejoin:agent:";

function clear(store: Store, prefix: string): void {
  for (const key of store.keys(prefix)) store.remove(key);
}

/** Forgets all that agents left unsent in this browser: for signing out. */
export function forgetAgentTexts(store: Store): void {
  clear(store, PREFIX);
}

export function createAgentConversation({
  baseUrl,
  conversationId,
  agentId,
  ports,
  ticket,
}: AgentConversationOptions): AgentConversation {
  const socketUrl = `${socketBase(baseUrl)}/v1/agent/conversations/${conversationId}/socket`;
  const prefix = `${PREFIX}${agentId ?? ""}:${conversationId}:`;
  const lookout = createLookout(ports.openSocket, ports.clock);
  const conversation = createConversation({
    role: "agent",
    ports: { ...ports, openSocket: lookout.openSocket },
    socketUrl,
    prefix,
    agentId: agentId ?? null,
    authorise: authoriseBy(ticket),
    read: lookout.read,
  });
  const { dispatch, request } = conversation;
  const dispose = (): void => {
    lookout.rest();
    conversation.dispose();
  };
  conversation.attach(conversationId, false);
  return {
    snapshot: conversation.snapshot,
    subscribe: conversation.subscribe,
    send: conversation.send,
    resend: (key) => dispatch({ type: "retry", id: key }),
    discard: (key) => dispatch({ type: "discard", id: key }),
    setDraft: (text) => dispatch({ type: "draft", text }),
    typing: (on) => dispatch({ type: "typing", on }),
    seen: (seq) => dispatch({ type: "seen", seq }),
    loadEarlier: () => dispatch({ type: "load-earlier" }),
    extendHold: () => request({ type: "extend-hold" }),
    giveUpHold: () => request({ type: "give-up-hold" }),
    giveBack: () => request({ type: "give-back" }),
    transfer: (to) => request({ type: "transfer", to }),
    end: () => request({ type: "end" }),
    close: () => request({ type: "close" }),
    makeLink: () => request({ type: "make-link" }),
    revokeLinks: (linkId) => request({ type: "revoke-links", ...(linkId === undefined ? {} : { linkId }) }),
    setNotes: (text) => request({ type: "set-notes", text }),
    reconnect: () => dispatch({ type: "connect" }),
    drop: () => dispatch({ type: "suspend", held: true }),
    return: () => dispatch({ type: "resume" }),
    forget: () => {
      dispose();
      clear(ports.store, prefix);
    },
    dispose,
  };
}
