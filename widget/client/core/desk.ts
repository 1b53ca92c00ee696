import type { DeskClientFrame, DeskFeed, DeskServerFrame } from "#protocol/desk-frames.ts";
import { createConnection, isOnline } from "./connection.ts";
import type { ConnectionEvent } from "./connection.ts";
import { moveConnection } from "./connection-step.ts";
import { pure } from "./machine.ts";
import type { Turn } from "./machine.ts";
import { answered, askAll } from "./requests.ts";
import type { Asking, AskingEffect } from "./requests.ts";

/** What a desk session hears; `bye` is the line's affair. */
export type HeardDeskFrame = Exclude<DeskServerFrame, { type: "bye" }>;
export type DeskRequest = Extract<DeskClientFrame, { id: string }>;

/** What the desk has told, with the colleagues of whom it last spoke. */
export type KnownFeed = DeskFeed & Required<Pick<DeskFeed, "colleagues">>;

/** An agent's place at the desk. The feed is a whole each time, but for colleagues who are as they were. */
export interface DeskSession extends Asking<DeskRequest> {
  /** The last that was heard; null before that. */
  feed: KnownFeed | null;
  clockOffset: number;
}

export type DeskEvent =
  | ConnectionEvent
  | { type: "frame"; frame: HeardDeskFrame }
  | { type: "request"; frame: DeskRequest };
export type DeskEffect = AskingEffect;
type DeskTurn = Turn<DeskSession, DeskEffect>;

export function createDeskSession(hidden: boolean): DeskSession {
  return { ...createConnection(hidden), feed: null, requests: [], clockOffset: 0 };
}

function drive(turn: DeskTurn, event: ConnectionEvent): void {
  moveConnection(turn, event);
  askAll(turn);
}

function receive(turn: DeskTurn, frame: HeardDeskFrame): void {
  switch (frame.type) {
    case "desk":
      turn.feed = { ...frame, colleagues: frame.colleagues ?? turn.feed?.colleagues ?? [] };
      turn.clockOffset = frame.serverTime - turn.now;
      return drive(turn, { type: "synced" });
    case "ack":
      return answered(turn, frame.id, { ok: true });
    case "nack":
      return answered(turn, frame.id, { ok: false, code: frame.code });
    case "error":
  }
}

/** The desk's machine: the same connection as everywhere, under requests and a feed. */
export const stepDesk = pure((turn: DeskTurn, event: DeskEvent) => {
  switch (event.type) {
    case "frame":
      return isOnline(turn) ? receive(turn, event.frame) : undefined;
    case "request":
      turn.requests = [...turn.requests, event.frame];
      return askAll(turn);
    default:
      drive(turn, event);
  }
});
