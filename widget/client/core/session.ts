import type { AgentFrame, CustomerFrame, ServerFrame } from "#protocol/frames.ts";
import type { Backstage, Seen, View } from "#protocol/view.ts";
import { createConnection } from "./connection.ts";
import type { ConnectionEvent } from "./connection.ts";
import type { Turn } from "./machine.ts";
import type { Outbox } from "./outbox.ts";
import type { Asking, AskingEffect } from "./requests.ts";
import { EMPTY } from "./transcript.ts";
import type { Transcript } from "./transcript.ts";

/** Which side of the conversation this client is on. */
export type Role = "customer" | "agent";

/** What a session hears; `bye` is the line's affair. */
export type HeardFrame = Exclude<ServerFrame, { type: "bye" }>;
export type ClientFrame = CustomerFrame | AgentFrame;
/** What asks for an answer, messages apart: those have their outbox. */
export type RequestFrame = Exclude<Extract<ClientFrame, { id: string }>, { type: "message" }>;

/** What the site tells of its customer: shown to agents, and no proof of anything. */
export interface Context {
  /** How a guest wants to be called. */
  name?: string;
  /** The address of the page. */
  page?: string;
  /** Whatever else helps an agent. */
  facts?: Readonly<Record<string, string>>;
}

/** One client's part in one conversation: the connection, what is held of the transcript, and what is still to be said. */
export interface Session extends Asking<RequestFrame> {
  role: Role;
  /** Null while there is no conversation to be part of. */
  conversationId: string | null;
  /** Whose unsent words these are: null for a guest, else something that is another for each person. */
  owner: string | null;
  transcript: Transcript;
  outbox: Outbox;
  draft: string;
  /** What agents shall know of the customer. */
  context: Context | undefined;
  view: View | null;
  backstage: Backstage | null;
  seen: Seen;
  /** The newest entry that this page's person has read. */
  readUpTo: number;
  /** The page came by link and its person has not touched it. */
  quiet: boolean;
  /** The other side types, until told otherwise or this instant. */
  typingUntil: number | null;
  /** When the server was last told that this side types; null if it does not. */
  typedAt: number | null;
  /** Add to this page's clock for the server's, in milliseconds. */
  clockOffset: number;
}

export type SessionEvent =
  | ConnectionEvent
  /**
   * Takes part in a conversation; with another id than before, nothing of the former is kept but what was
   * not said yet, as the draft, and that not for another owner. `draft` is what storage holds for this one.
   */
  | { type: "attach"; conversationId: string; owner: string | null; draft: string; quiet: boolean }
  | { type: "detach" }
  | { type: "frame"; frame: HeardFrame }
  /** The answer to the effect `recall`; `text` is empty if nothing was collected. */
  | { type: "recalled"; items: Outbox; text: string }
  | { type: "send"; id: string; text: string }
  | { type: "retry"; id: string }
  | { type: "discard"; id: string }
  | { type: "request"; frame: RequestFrame }
  | { type: "draft"; text: string }
  | { type: "context"; context: Context }
  | { type: "typing"; on: boolean }
  | { type: "seen"; seq: number }
  | { type: "load-earlier" }
  | { type: "activity" };

/** Storage follows the state of itself: nothing is said of that here. */
export type SessionEffect =
  | AskingEffect
  /** Read what storage holds of the outbox. `collect`: take out what other conversations of this owner left unsent, too. */
  | { type: "recall"; collect: boolean };

/** A session in one step. */
export type SessionTurn = Turn<Session, SessionEffect>;

export function createSession(role: Role, hidden: boolean): Session {
  return {
    ...createConnection(hidden),
    role,
    conversationId: null,
    owner: null,
    transcript: EMPTY,
    outbox: [],
    draft: "",
    context: undefined,
    requests: [],
    view: null,
    backstage: null,
    seen: { customer: 0, agent: 0 },
    readUpTo: 0,
    quiet: false,
    typingUntil: null,
    typedAt: null,
    clockOffset: 0,
  };
}

/** Whether the conversation is over as far as this page knows. */
export function isOver({ view }: Session): boolean {
  return view !== null && (view.phase.state === "wrap-up" || view.phase.state === "closed");
}
