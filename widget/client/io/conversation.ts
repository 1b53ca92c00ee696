import type { ServerFrame } from "#protocol/frames.ts";
import { createPresenter } from "../core/chat-view.ts";
import type { ConversationView } from "../core/chat-view.ts";
import { createSession } from "../core/session.ts";
import type {
  Answer,
  ClientFrame,
  RequestFrame,
  Role,
  Session,
  SessionEffect,
  SessionEvent,
  SocketWish,
} from "../core/session.ts";
import { refusal, sessionDeadline, stepSession } from "../core/session-step.ts";
import type { Refusal } from "../core/session-step.ts";
import { createLine } from "./line.ts";
import type { Key } from "./line.ts";
import { createOutboxStore } from "./outbox-store.ts";
import type { Ports } from "./ports.ts";
import { createReplies } from "./replies.ts";
import { run } from "./runner.ts";
import { createSubscribers } from "./subscribers.ts";

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
  /** Says something that needs no answer, if there is a line at this moment. */
  say(frame: ClientFrame): void;
  request(wish: Wish): Promise<Answer>;
  dispose(): void;
}

function queryOf({ cursor, hidden, quiet }: SocketWish, tab: string): string {
  const query = new URLSearchParams({ tab });
  if (cursor !== null) {
    query.set("after", String(cursor.after));
    query.set("epoch", cursor.epoch);
  }
  if (hidden) query.set("hidden", "1");
  if (quiet) query.set("quiet", "1");
  return query.toString();
}

export function createConversation(options: ConversationOptions): Conversation {
  const { role, ports, socketUrl, prefix, agentId, authorise, read } = options;
  const { chance, page, store } = ports;
  // Random for each page in memory: a copy of the tab must not take over from the original.
  const tab = chance.id();
  const texts = createOutboxStore(store, prefix);
  const replies = createReplies();
  const subscribers = createSubscribers();
  const present = createPresenter(agentId);
  const line = createLine(ports.openSocket, authorise, read, (event) => runner.dispatch(event));

  const perform = (effect: SessionEffect): void => {
    const { conversationId: id, owner } = runner.state();
    switch (effect.type) {
      case "open":
        return line.open(effect.socket, effect.fresh, () => `${socketUrl}?${queryOf(effect.query, tab)}`);
      case "close":
        return line.close(effect.code);
      case "ping":
        return line.ping(effect.socket);
      case "transmit":
        return line.send(effect.socket, effect.frame);
      case "recall":
        return runner.dispatch({ type: "recalled", items: id === null ? [] : texts.items(id) });
      case "collect": {
        const text = id === null ? "" : texts.takeLeftovers(id, owner);
        return text === "" ? undefined : runner.dispatch({ type: "collected", text });
      }
      case "keep":
        return id === null ? undefined : texts.put(id, effect.item, owner);
      case "forget":
        return id === null ? undefined : texts.remove(id, effect.ids);
      case "take-back":
        return id === null ? undefined : texts.takeBack(id, effect.items, owner);
      case "keep-draft":
        return texts.putDraft(id, effect.text, owner);
      case "carry":
        return texts.carry(effect.from, effect.ids, id, effect.text, owner);
      case "answer":
        return replies.settle(effect.id, effect.answer);
    }
  };

  let snapshot: ConversationView | null = null;
  const start = { ...createSession(role, page.hidden()), draft: texts.draft(null) };
  const runner = run<Session, SessionEvent, SessionEffect>(
    { start, step: stepSession, deadline: sessionDeadline, tick: { type: "tick" } },
    ports,
    perform,
    () => {
      snapshot = null;
      subscribers.notify();
    },
  );
  const deafen = page.listen(runner.dispatch);

  return {
    session: runner.state,
    snapshot: () => (snapshot ??= { ...present(runner.state()), lasting: store.lasts() }),
    subscribe: subscribers.subscribe,
    dispatch: runner.dispatch,
    attach: (id, quiet, owner = null) =>
      runner.dispatch({ type: "attach", conversationId: id, owner, draft: texts.draft(id), quiet }),
    send: (text) => {
      const refused = refusal(runner.state(), text);
      if (refused !== null) return { refused };
      const id = chance.id();
      runner.dispatch({ type: "send", id, text });
      return { id };
    },
    say: (frame) => line.send(runner.state().connection.socket, frame),
    request: (wish) => {
      const frame: RequestFrame = { ...wish, id: chance.id() };
      const answer = replies.wait(frame.id);
      runner.dispatch({ type: "request", frame });
      return answer;
    },
    dispose: () => {
      deafen();
      runner.dispatch({ type: "disconnect" });
      runner.dispose();
      replies.abandon();
    },
  };
}
