import { heartDeadline } from "./heart.ts";
import type { Heart } from "./heart.ts";

/** Patience with an attempt to connect, fresh authorisation included, and with each step of catching up. */
export const STEP_MS = 10_000;
/** Where a connection stands. Every stage has an edge back to `connecting`. */
export type Stage =
  | { at: "idle" }
  | { at: "connecting"; since: number }
  /** Open, but not all that was missed is there yet. */
  | { at: "syncing"; until: number; heart: Heart }
  | { at: "live"; since: number; heart: Heart }
  | { at: "backing-off"; retryAt: number }
  /** The page went away, or (`held`) somebody dropped the line on purpose: then only `resume` brings it back. */
  | { at: "suspended"; held: boolean }
  | { at: "closed"; code: number };

export interface Connection {
  stage: Stage;
  /** The generation of the present socket; whatever older ones still say is ignored. */
  socket: number;
  /** Failures since the last stable link. */
  attempts: number;
  /** The next attempt needs fresh authorisation: the identity behind the old one has expired. */
  fresh: boolean;
  hidden: boolean;
  /** What the server was last told about `hidden`. */
  toldHidden: boolean;
}

export type ConnectionEvent =
  | { type: "connect" }
  | { type: "disconnect" }
  | { type: "opened"; socket: number }
  /** Any bytes came in. */
  | { type: "heard"; socket: number }
  /** Catching up moved on. */
  | { type: "progressed" }
  | { type: "synced" }
  | { type: "closed"; socket: number; code: number }
  /** What came in does not fit what is held: only a new connection, which replays, can mend it. */
  | { type: "resync"; fresh: boolean }
  /** The browser (or a person) says that now is a good moment to try or to check. Never proof of anything. */
  | { type: "hint" }
  | { type: "hidden"; hidden: boolean }
  | { type: "suspend"; held: boolean }
  /** With `held: false` (the page is back) a line that was dropped on purpose stays down. */
  | { type: "resume"; held?: boolean }
  | { type: "tick" };

export type ConnectionEffect =
  | { type: "open"; socket: number; fresh: boolean; hidden: boolean }
  | { type: "close"; socket: number; code: number }
  | { type: "ping"; socket: number }
  | { type: "tell-hidden"; socket: number; hidden: boolean };

export type ConnectionStep = { state: Connection; effects: ConnectionEffect[] };

export function createConnection(hidden: boolean): Connection {
  return { stage: { at: "idle" }, socket: 0, attempts: 0, fresh: false, hidden, toldHidden: hidden };
}

/** Whether there is no line, and none to come by itself. */
export function isOff({ stage }: Connection): boolean {
  return stage.at === "idle" || stage.at === "closed";
}

/** The one instant at which the machine wants a `tick`; null while only events can move it. */
export function deadline({ stage }: Connection): number | null {
  switch (stage.at) {
    case "connecting":
      return stage.since + STEP_MS;
    case "syncing":
      return Math.min(stage.until, heartDeadline(stage.heart));
    case "live":
      return heartDeadline(stage.heart);
    case "backing-off":
      return stage.retryAt;
    default:
      return null;
  }
}
