import type { ServerFrame } from "#protocol/frames.ts";
import { createPresenter } from "../core/chat-view.ts";
import type { ConversationView } from "../core/chat-view.ts";
import type { Answer } from "../core/requests.ts";
import { createSession } from "../core/session.ts";
import type { RequestFrame, Role, Session, SessionEffect, SessionEvent } from "../core/session.ts";
import { refusal, sessionDeadline, stepSession } from "../core/session-step.ts";
import type { Refusal } from "../core/session-step.ts";
import { lastSeq } from "../core/transcript.ts";
import { createLine } from "./line.ts";
import type { Key } from "./line.ts";
import { createOutboxStore } from "./outbox-store.ts";
import type { Ports } from "./ports.ts";
import { createReplies } from "./replies.ts";
import { run } from "./runner.ts";
import { createShown } from "./shown.ts";

type WithoutId<Frame> = Frame extends { id: string } ? Omit<Frame, "id"> : never;
/** A request before it has its id. */
export type Wish = WithoutId<RequestFrame>;

/** What `send` did: the message's id, or why it was not taken. */
export type Sent = { id: string } | { refused: Refusal };

export interface ConversationOptions {
  role: Role;
  ports: Ports;
  /** Where the socket is, without its query: `wss://…`. */
  socketUrl: string;
  /** Begins the keys under which unsent texts are stored. */
  prefix: string;
  /** Which agent this is, if that is known: tells their own messages from a colleague's. */
  agentId?: string | null;
  /** What opens the socket; `fresh` when the identity behind the last one expired. Rejecting means: try later. */
  authorise(fresh: boolean): Promise<Key>;
  /** Reads what the server says; null for what is to be passed over. */
  read(text: string): ServerFrame | null;
}

/** One client's part in one conversation, running. */
export interface Conversation {
  session(): Session;
  snapshot(): ConversationView;
  subscribe(listener: () => void): () => void;
  dispatch(event: SessionEvent): void;
  /** `owner` tells persons apart: what one left unsent is never handed to another. Null for guests. */
  attach(conversationId: string, quiet: boolean, owner?: string | null): void;
  send(text: string): Sent;
  request(wish: Wish): Promise<Answer>;
  dispose(): void;
}

/** What a new socket tells of itself. */
function queryOf({ transcript, hidden, quiet }: Session, tab: string): string {
  const { epoch } = transcript;
  const cursor = epoch === null ? "" : `&after=${lastSeq(transcript)}&epoch=${epoch}`;
  return `?tab=${tab}${cursor}${hidden ? "&hidden=1" : ""}${quiet ? "&quiet=1" : ""}`;
}

export function createConversation(options: ConversationOptions): Conversation {
  const { ports, socketUrl } = options;
  const { chance, page, store } = ports;
  // Random for each page in memory: a copy of the tab must not take over from the original.
  const tab = chance.id();
  const texts = createOutboxStore(store, options.prefix);
  const replies = createReplies();
  const present = createPresenter(options.agentId ?? null);

  const perform = (effect: SessionEffect): void => {
    const session = state();
    const { conversationId: id, owner } = session;
    switch (effect.type) {
      case "open":
        return void line.open(session.fresh, socketUrl + queryOf(session, tab));
      case "close":
        return line.close();
      case "say":
        return line.say(effect.text);
      case "recall":
        return dispatch({
          type: "recalled",
          text: effect.collect ? texts.takeLeftovers(id, owner) : "",
          items: texts.items(id, owner),
        });
      case "answer":
        return replies.settle(effect.id, effect.answer);
    }
  };

  const start = { ...createSession(options.role, page.hidden()), draft: texts.draft(null, null) };
  const { state, dispatch, dispose } = run<Session, SessionEvent, SessionEffect>(
    { start, step: stepSession, alarm: { at: sessionDeadline, event: { type: "tick" } }, moved: texts.follow },
    ports,
    perform,
    () => shown.changed(),
  );
  const shown = createShown(() => present(state(), store.lasts()));
  const line = createLine(ports.openSocket, options.authorise, options.read, dispatch);
  const deafen = page.listen(dispatch);

  return {
    session: state,
    snapshot: shown.snapshot,
    subscribe: shown.subscribe,
    dispatch,
    attach: (conversationId, quiet, owner = null) =>
      dispatch({ type: "attach", conversationId, owner, draft: texts.draft(conversationId, owner), quiet }),
    send: (text) => {
      const refused = refusal(state(), text);
      if (refused !== null) return { refused };
      const id = chance.id();
      dispatch({ type: "send", id, text });
      return { id };
    },
    request: (wish) => {
      const id = chance.id();
      const answer = replies.wait(id);
      dispatch({ type: "request", frame: { ...wish, id } });
      return answer;
    },
    dispose: () => {
      deafen();
      // Whoever waits for an answer is told by it that there will be none.
      dispatch({ type: "disconnect" });
      dispose();
    },
  };
}
