import type { AgentFrame, CustomerFrame, ServerFrame } from "#protocol/frames.ts";
import type { Backstage, Seen, View } from "#protocol/view.ts";
import { createConnection } from "./connection.ts";
import type { Connection, ConnectionEvent } from "./connection.ts";
import type { Outbox, OutboxItem } from "./outbox.ts";
import { EMPTY } from "./transcript.ts";
import type { Transcript } from "./transcript.ts";

/** Which side of the conversation this client is on. */
export type Role = "customer" | "agent";

/** What a session hears; `bye` is the line's affair. */
export type HeardFrame = Exclude<ServerFrame, { type: "bye" }>;
export type ClientFrame = CustomerFrame | AgentFrame;
/** What asks for an answer, messages apart: those have their outbox. */
export type RequestFrame = Exclude<Extract<ClientFrame, { id: string }>, { type: "message" }>;

/** How a request came out; `code` is one of `ERRORS`, or one that this version does not know. `url` and `linkId` are answers to `make-link`. */
export type Answer = { ok: true; url?: string; linkId?: string } | { ok: false; code: string };

/** A request that has no answer yet; it is sent again on each new socket, since repeating one changes nothing. */
export interface Pending {
  frame: RequestFrame;
  sent: boolean;
}

/** One client's part in one conversation: the connection, what is held of the transcript, and what is still to be said. */
export interface Session {
  role: Role;
  /** Null while there is no conversation to be part of. */
  conversationId: string | null;
  /** Whose unsent words these are: null for a guest, else something that is another for each person. */
  owner: string | null;
  connection: Connection;
  transcript: Transcript;
  outbox: Outbox;
  draft: string;
  requests: readonly Pending[];
  view: View | null;
  backstage: Backstage | null;
  seen: Seen;
  /** The newest entry that this page's person has read. */
  readUpTo: number;
  /** What the present socket was told of it. */
  toldUpTo: number;
  /** The other side types, until told otherwise or this instant. */
  typingUntil: number | null;
  /** When the server was last told that this side types; null if it does not. */
  typedAt: number | null;
  /** A page of older history was asked for. */
  loadingEarlier: boolean;
  /** The page came by link and its person has not touched it. */
  quiet: boolean;
  toldQuiet: boolean;
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
  | { type: "frame"; socket: number; frame: HeardFrame }
  /** The answer to the effect `recall`. */
  | { type: "recalled"; items: Outbox }
  /** The answer to the effect `collect`, if there was anything. */
  | { type: "collected"; text: string }
  | { type: "send"; id: string; text: string }
  | { type: "retry"; id: string }
  | { type: "discard"; id: string }
  | { type: "request"; frame: RequestFrame }
  | { type: "draft"; text: string }
  | { type: "typing"; on: boolean }
  | { type: "seen"; seq: number }
  | { type: "load-earlier" }
  | { type: "activity" };

export type SessionEffect =
  | { type: "open"; socket: number; fresh: boolean; query: SocketWish }
  | { type: "close"; socket: number; code: number }
  | { type: "ping"; socket: number }
  | { type: "transmit"; socket: number; frame: ClientFrame }
  /** Read what storage holds of the outbox, and say it as `recalled`. */
  | { type: "recall" }
  /** Take out of storage what other conversations of this owner left unsent, and say it as `collected`. */
  | { type: "collect" }
  | { type: "keep"; item: OutboxItem }
  | { type: "forget"; ids: readonly string[] }
  | { type: "keep-draft"; text: string }
  /** What stands in storage for a conversation that this page left is now this draft of the present one. */
  | { type: "carry"; from: string; ids: readonly string[]; text: string }
  /** These will not be sent: their texts go from the stored outbox to the stored draft. */
  | { type: "take-back"; items: Outbox }
  | { type: "answer"; id: string; answer: Answer };

/** What a new socket tells of itself. */
export interface SocketWish {
  cursor: { epoch: string; after: number } | null;
  hidden: boolean;
  quiet: boolean;
}

export type SessionStep = { state: Session; effects: SessionEffect[] };

export function createSession(role: Role, hidden: boolean): Session {
  return {
    role,
    conversationId: null,
    owner: null,
    connection: createConnection(hidden),
    transcript: EMPTY,
    outbox: [],
    draft: "",
    requests: [],
    view: null,
    backstage: null,
    seen: { customer: 0, agent: 0 },
    readUpTo: 0,
    toldUpTo: 0,
    typingUntil: null,
    typedAt: null,
    loadingEarlier: false,
    quiet: false,
    toldQuiet: false,
    clockOffset: 0,
  };
}

/** Whether the conversation is over as far as this page knows. */
export function isOver({ view }: Session): boolean {
  return view !== null && (view.phase.state === "wrap-up" || view.phase.state === "closed");
}
