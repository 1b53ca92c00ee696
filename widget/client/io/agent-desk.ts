import { DeskServerFrame } from "#protocol/desk-frames.ts";
import type { Presence } from "#protocol/desk-frames.ts";
import { statusOf } from "../core/chat-view.ts";
import type { Status } from "../core/chat-view.ts";
import { deadline } from "../core/connection.ts";
import { createDeskSession, stepDesk } from "../core/desk.ts";
import type { DeskEffect, DeskEvent, DeskRequest, DeskSession, KnownFeed } from "../core/desk.ts";
import type { Answer } from "../core/requests.ts";
import { socketBase } from "./http.ts";
import { createLine } from "./line.ts";
import type { Ports } from "./ports.ts";
import { createReader } from "./reader.ts";
import { createReplies } from "./replies.ts";
import { run } from "./runner.ts";
import { createShown } from "./shown.ts";
import { authoriseBy } from "./ticket.ts";
import type { TicketSource } from "./ticket.ts";

export interface DeskOptions {
  baseUrl: string;
  ports: Ports;
  ticket: TicketSource;
}

export interface DeskView {
  status: Status;
  /** The desk as it was last told; null before that. */
  feed: KnownFeed | null;
  clockOffset: number;
}

/** An agent's place at the desk: being connected to it is what makes an agent connected. */
export interface Desk {
  snapshot(): DeskView;
  subscribe(listener: () => void): () => void;
  setPresence(presence: Presence): Promise<Answer>;
  accept(offerId: string): Promise<Answer>;
  decline(offerId: string): Promise<Answer>;
  take(conversationId: string): Promise<Answer>;
  reconnect(): void;
  drop(): void;
  return(): void;
  dispose(): void;
}

type Wish = DeskRequest extends infer Frame ? (Frame extends { id: string } ? Omit<Frame, "id"> : never) : never;

const readFrame = createReader(DeskServerFrame, ["desk"]);

export function createDesk({ baseUrl, ports, ticket }: DeskOptions): Desk {
  const tab = ports.chance.id();
  const replies = createReplies();
  const line = createLine(ports.openSocket, authoriseBy(ticket), readFrame, (event) => runner.dispatch(event));
  const url = (hidden: boolean): string =>
    `${socketBase(baseUrl)}/v1/desk/socket?tab=${tab}${hidden ? "&hidden=1" : ""}`;

  const perform = (effect: DeskEffect): void => {
    switch (effect.type) {
      case "open": {
        const { fresh, hidden } = runner.state();
        return void line.open(fresh, url(hidden));
      }
      case "close":
        return line.close();
      case "say":
        return line.say(effect.text);
      case "answer":
        return replies.settle(effect.id, effect.answer);
    }
  };
  const start = createDeskSession(ports.page.hidden());
  const runner = run<DeskSession, DeskEvent, DeskEffect>(
    { start, step: stepDesk, alarm: { at: deadline, event: { type: "tick" } } },
    ports,
    perform,
    () => shown.changed(),
  );
  const deafen = ports.page.listen(runner.dispatch);
  const { dispatch } = runner;
  const request = (wish: Wish): Promise<Answer> => {
    const frame: DeskRequest = { ...wish, id: ports.chance.id() };
    const answer = replies.wait(frame.id);
    dispatch({ type: "request", frame });
    return answer;
  };
  const shown = createShown((): DeskView => {
    const session = runner.state();
    const { feed, clockOffset } = session;
    return { status: statusOf(session, feed !== null), feed, clockOffset };
  });

  dispatch({ type: "connect" });
  return {
    snapshot: shown.snapshot,
    subscribe: shown.subscribe,
    setPresence: (presence) => request({ type: "presence", presence }),
    accept: (offerId) => request({ type: "accept", offerId }),
    decline: (offerId) => request({ type: "decline", offerId }),
    take: (conversationId) => request({ type: "take", conversationId }),
    reconnect: () => dispatch({ type: "connect" }),
    drop: () => dispatch({ type: "suspend", held: true }),
    return: () => dispatch({ type: "resume" }),
    dispose: () => {
      deafen();
      dispatch({ type: "disconnect" });
      runner.dispose();
    },
  };
}
