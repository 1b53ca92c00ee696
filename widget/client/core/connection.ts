import type { DeskClientFrame } from "#protocol/desk-frames.ts";
import type { AgentFrame, CustomerFrame } from "#protocol/frames.ts";
import { heartDeadline, resting } from "./heart.ts";
import type { Heart } from "./heart.ts";
import type { Turn } from "./machine.ts";

/** Where a connection stands. Every stage has an edge back to `connecting`; one that has an `until` moves on by then. */
export type Stage =
  | { at: "idle" }
  | { at: "connecting"; until: number }
  /** Open, but not all that was missed is there yet. */
  | { at: "syncing"; until: number }
  | { at: "live"; since: number }
  | { at: "backing-off"; until: number }
  /** The page went away, or (`held`) somebody dropped the line on purpose: then only `resume` brings it back. */
  | { at: "suspended"; held: boolean }
  | { at: "closed"; code: number };

export interface Connection {
  stage: Stage;
  /** Means something while a socket is open. */
  heart: Heart;
  /** Failures since the last stable link. */
  attempts: number;
  /** The next attempt needs fresh authorisation: the identity behind the old one has expired. */
  fresh: boolean;
  hidden: boolean;
  /** What the present socket knows of this side: frames, each as it was last said, by its id or else by its type. */
  told: Readonly<Record<string, string>>;
}

export type ConnectionEvent =
  /** Takes up a line that is off; for any other it is a hint. */
  | { type: "connect" }
  | { type: "disconnect" }
  /** The socket is open, or catching up moved on. */
  | { type: "opened" }
  /** Any bytes came in. */
  | { type: "heard" }
  | { type: "synced" }
  /** By the server, or by whoever lost faith in it: then it is as if the server had said this code. */
  | { type: "closed"; code: number }
  /** The browser (or a person) says that now is a good moment to try or to check. Never proof of anything. */
  | { type: "hint" }
  | { type: "hidden"; hidden: boolean }
  | { type: "suspend"; held: boolean }
  /** With `held: false` (the page is back) a line that was dropped on purpose stays down. */
  | { type: "resume"; held?: boolean }
  | { type: "tick" };

export type ConnectionEffect =
  /** A new socket, which tells of itself what the state says now. */
  | { type: "open" }
  | { type: "close" }
  /** On the present socket. */
  | { type: "say"; text: string };

/** One object, so that idling on is no change. */
export const IDLE: Stage = { at: "idle" };

/** A connection in one step of whatever machine it is a part of. */
export type ConnectionTurn = Turn<Connection, ConnectionEffect>;

export function createConnection(hidden: boolean): Connection {
  return { stage: IDLE, heart: resting(0), attempts: 0, fresh: false, hidden, told: {} };
}

export type AnyFrame = CustomerFrame | AgentFrame | DeskClientFrame;

/** Says a frame on the present socket. */
export function say(turn: ConnectionTurn, frame: AnyFrame): void {
  turn.do({ type: "say", text: JSON.stringify(frame) });
}

/** Notes that the present socket knows a frame; False if that is nothing new. */
export function tell(turn: ConnectionTurn, frame: AnyFrame): boolean {
  const key = "id" in frame ? frame.id : frame.type;
  const text = JSON.stringify(frame);
  if (turn.told[key] === text) return false;
  turn.told = { ...turn.told, [key]: text };
  return true;
}

/** Says a frame, once on each socket. */
export function sayOnce(turn: ConnectionTurn, frame: AnyFrame): void {
  if (tell(turn, frame)) say(turn, frame);
}

/** What was said under this key has its answer, and may be said again. */
export function untell(turn: ConnectionTurn, key: string): void {
  turn.told = { ...turn.told, [key]: "" };
}

export function isLive({ stage: { at } }: Connection): boolean {
  return at === "live";
}

/** Whether a socket is open. */
export function isOnline({ stage: { at } }: Connection): boolean {
  return at === "syncing" || at === "live";
}

/** Whether there is no line, and none to come by itself. */
export function isOff({ stage: { at } }: Connection): boolean {
  return at === "idle" || at === "closed";
}

/** The one instant at which the machine wants a `tick`; infinity while only events can move it. */
export function deadline(state: Connection): number {
  const { stage, heart } = state;
  return Math.min("until" in stage ? stage.until : Infinity, isOnline(state) ? heartDeadline(heart) : Infinity);
}
