import { CLOSE, retryOf } from "#protocol/codes.ts";
import type { Retry } from "#protocol/codes.ts";
import { PING_EVERY_MS } from "#protocol/limits.ts";
import { backoffMs } from "./backoff.ts";
import { IDLE, isOff, isOnline, sayOnce, tell } from "./connection.ts";
import type { Connection, ConnectionEvent, ConnectionTurn, Stage } from "./connection.ts";
import { beat, hurry, isDue, resting } from "./heart.ts";

/** Patience with an attempt to connect, fresh authorisation included, and with each step of catching up. */
const STEP_MS = 10_000;
/** A link that lived this long was stable: its loss starts the backoff anew. */
const STABLE_MS = 5_000;
/** A hint abandons an attempt that got nowhere for this long. */
const STUCK_MS = 3_000;

const visibility = ({ hidden }: Connection) => ({ type: "visibility", hidden }) as const;
const hasSocket = (turn: Connection): boolean => turn.stage.at === "connecting" || isOnline(turn);

/** Goes to a stage for which the present socket, if there is one, is of no use. */
function leave(turn: ConnectionTurn, stage: Stage): void {
  if (hasSocket(turn)) turn.do({ type: "close" });
  turn.stage = stage;
  turn.told = {};
}

function open(turn: ConnectionTurn): void {
  leave(turn, { at: "connecting", until: turn.now + STEP_MS });
  tell(turn, visibility(turn));
  turn.do({ type: "open" });
}

/** Tries at once, whatever failed before. */
function openAnew(turn: ConnectionTurn): void {
  turn.attempts = 0;
  open(turn);
}

/** The link is lost: when to try again. "now" is taken at its word once; repeated, it waits like any other trouble. */
function fail(turn: ConnectionTurn, retry: Retry): void {
  const { stage } = turn;
  if (stage.at === "live" && turn.now - stage.since >= STABLE_MS) turn.attempts = 0;
  const delay = retry === "now" && turn.attempts === 0 ? 0 : backoffMs(turn.attempts, turn.random);
  turn.attempts += 1;
  leave(turn, { at: "backing-off", until: turn.now + delay });
}

/** Tries at once, or makes sure of the socket that there is. */
function hint(turn: ConnectionTurn): void {
  const { stage } = turn;
  if (
    stage.at === "backing-off" ||
    (stage.at === "suspended" && !stage.held) ||
    (stage.at === "connecting" && stage.until - turn.now <= STEP_MS - STUCK_MS)
  )
    openAnew(turn);
  else if (isOnline(turn)) hurry(turn);
}

/** The connection machine, total over its events: see `pure` for how it becomes a step. */
export function moveConnection(turn: ConnectionTurn, event: ConnectionEvent): void {
  const { stage, now } = turn;
  switch (event.type) {
    case "disconnect":
      return leave(turn, IDLE);
    case "opened":
      if (!hasSocket(turn) || stage.at === "live") return;
      turn.stage = { at: "syncing", until: now + STEP_MS };
      turn.heart = resting(now + PING_EVERY_MS);
      return sayOnce(turn, visibility(turn));
    case "heard":
      if (turn.heart.until !== null) turn.heart = resting(turn.heart.pingAt);
      return;
    case "synced":
      if (stage.at !== "syncing") return;
      turn.stage = { at: "live", since: now };
      turn.fresh = false;
      return;
    case "closed": {
      if (!hasSocket(turn)) return;
      const { code } = event;
      const expired = code === CLOSE.identityExpired;
      // No tab is like this page's own: what has replaced its socket is an attempt that was given up, and came late.
      const retry = expired || code === CLOSE.replaced ? "now" : retryOf(code);
      if (expired) turn.fresh = true;
      return retry === "never" ? leave(turn, { at: "closed", code }) : fail(turn, retry);
    }
    case "connect":
      if (!isOff(turn)) return hint(turn);
      turn.fresh = false;
      return openAnew(turn);
    case "hint":
      return hint(turn);
    case "hidden":
      turn.hidden = event.hidden;
      if (isOnline(turn)) sayOnce(turn, visibility(turn));
      return;
    case "suspend":
      if (!isOff(turn)) leave(turn, { at: "suspended", held: event.held || (stage.at === "suspended" && stage.held) });
      return;
    case "resume":
      if (stage.at === "suspended" && (event.held !== false || !stage.held)) openAnew(turn);
      return;
    case "tick":
      if ("until" in stage && isDue(stage.until, now))
        return stage.at === "backing-off" ? open(turn) : fail(turn, "later");
      if (isOnline(turn) && !beat(turn)) fail(turn, "now");
  }
}
