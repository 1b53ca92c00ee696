import type { DeskClientFrame, DeskFeed, DeskServerFrame } from "#protocol/desk-frames.ts";
import { createConnection, isOff } from "./connection.ts";
import type { Connection, ConnectionEffect, ConnectionEvent } from "./connection.ts";
import { step } from "./connection-step.ts";
import type { Answer } from "./session.ts";

/** What a desk session hears; `bye` is the line's affair. */
export type HeardDeskFrame = Exclude<DeskServerFrame, { type: "bye" }>;
export type DeskRequest = Extract<DeskClientFrame, { id: string }>;

/** An agent's place at the desk. The feed is a whole each time, so there is nothing to merge. */
export interface DeskSession {
  connection: Connection;
  /** The last that was heard; null before that. */
  feed: DeskFeed | null;
  requests: readonly { frame: DeskRequest; sent: boolean }[];
  clockOffset: number;
}

export type DeskEvent =
  | ConnectionEvent
  | { type: "frame"; socket: number; frame: HeardDeskFrame }
  | { type: "request"; frame: DeskRequest };
export type DeskEffect =
  | ConnectionEffect
  | { type: "transmit"; socket: number; frame: DeskClientFrame }
  | { type: "answer"; id: string; answer: Answer };
export type DeskStep = { state: DeskSession; effects: DeskEffect[] };

export function createDeskSession(hidden: boolean): DeskSession {
  return { connection: createConnection(hidden), feed: null, requests: [], clockOffset: 0 };
}

function flush(state: DeskSession): DeskStep {
  const { connection, requests } = state;
  if (connection.stage.at !== "live") return { state, effects: [] };
  const effects = requests.flatMap(({ frame, sent }): DeskEffect[] =>
    sent ? [] : [{ type: "transmit", socket: connection.socket, frame }],
  );
  return { state: { ...state, requests: requests.map((pending) => ({ ...pending, sent: true })) }, effects };
}

/** Nobody will answer any more. */
function abandon(state: DeskSession): DeskStep {
  const answer: Answer = { ok: false, code: "gone" };
  return {
    state: { ...state, requests: [] },
    effects: state.requests.map(({ frame: { id } }) => ({ type: "answer", id, answer })),
  };
}

function drive(before: DeskSession, event: ConnectionEvent, now: number, random: number): DeskStep {
  const { state: connection, effects } = step(before.connection, event, now, random);
  const { at } = connection.stage;
  if (at === "live") {
    const after = flush({ ...before, connection });
    return { state: after.state, effects: [...effects, ...after.effects] };
  }
  if (isOff(connection)) {
    const after = abandon({ ...before, connection });
    return { state: after.state, effects: [...effects, ...after.effects] };
  }
  const requests = before.requests.map((pending) => ({ ...pending, sent: false }));
  return { state: { ...before, connection, requests }, effects };
}

function receive(state: DeskSession, frame: HeardDeskFrame, now: number, random: number): DeskStep {
  if (frame.type === "desk")
    return drive({ ...state, feed: frame, clockOffset: frame.serverTime - now }, { type: "synced" }, now, random);
  if (frame.type === "error") return { state, effects: [] };
  const requests = state.requests.filter((pending) => pending.frame.id !== frame.id);
  if (requests.length === state.requests.length) return { state, effects: [] };
  const answer: Answer = frame.type === "ack" ? { ok: true } : { ok: false, code: frame.code };
  return { state: { ...state, requests }, effects: [{ type: "answer", id: frame.id, answer }] };
}

/** The desk's machine: the same connection as everywhere, under requests and a feed. */
export function stepDesk(state: DeskSession, event: DeskEvent, now: number, random: number): DeskStep {
  switch (event.type) {
    case "frame":
      return event.socket === state.connection.socket
        ? receive(state, event.frame, now, random)
        : { state, effects: [] };
    case "request": {
      const asked = { ...state, requests: [...state.requests, { frame: event.frame, sent: false }] };
      return isOff(state.connection) ? abandon(asked) : flush(asked);
    }
    default:
      return drive(state, event, now, random);
  }
}
