import { CLOSE, retryOf } from "#protocol/codes.ts";
import type { Retry } from "#protocol/codes.ts";
import { backoffMs } from "./backoff.ts";
import { STEP_MS } from "./connection.ts";
import type { Connection, ConnectionEffect, ConnectionEvent, ConnectionStep, Stage } from "./connection.ts";
import { beat, heard, hurry, isDue, startHeart } from "./heart.ts";
import type { Heart, Pulse } from "./heart.ts";

/** A link that lived this long was stable: its loss starts the backoff anew. */
const STABLE_MS = 5_000;
/** A hint abandons an attempt that got nowhere for this long. */
const STUCK_MS = 3_000;

function to(state: Connection, stage: Stage, effects: ConnectionEffect[] = []): ConnectionStep {
  return { state: { ...state, stage }, effects };
}

const hasSocket = ({ at }: Stage): boolean => at === "connecting" || at === "syncing" || at === "live";

/** Leaves the present socket, if there is one. */
function leave({ stage, socket }: Connection): ConnectionEffect[] {
  return hasSocket(stage) ? [{ type: "close", socket, code: CLOSE.left }] : [];
}

function open(state: Connection, now: number, before: ConnectionEffect[] = []): ConnectionStep {
  const { fresh, hidden } = state;
  const socket = state.socket + 1;
  return to({ ...state, socket, toldHidden: hidden }, { at: "connecting", since: now }, [
    ...before,
    { type: "open", socket, fresh, hidden },
  ]);
}

/** The link is lost: when to try again. "now" is taken at its word once; repeated, it waits like any other trouble. */
function fail(
  state: Connection,
  retry: Retry,
  now: number,
  random: number,
  effects: ConnectionEffect[] = [],
): ConnectionStep {
  const stable = state.stage.at === "live" && now - state.stage.since >= STABLE_MS;
  const attempts = stable ? 0 : state.attempts;
  const delay = retry === "now" && attempts === 0 ? 0 : backoffMs(attempts, random);
  return to({ ...state, attempts: attempts + 1 }, { at: "backing-off", retryAt: now + delay }, effects);
}

function closed(state: Connection, code: number, now: number, random: number): ConnectionStep {
  if (code === CLOSE.identityExpired) return fail({ ...state, fresh: true }, "now", now, random);
  const retry = retryOf(code);
  return retry === "never" ? to(state, { at: "closed", code }) : fail(state, retry, now, random);
}

/** Carries out what the heart of an open socket asks for. */
function pulse(
  state: Connection,
  stage: Extract<Stage, { heart: Heart }>,
  { heart, verdict }: Pulse,
  now: number,
  random: number,
): ConnectionStep {
  if (verdict === "dead") return fail(state, "now", now, random, leave(state));
  return to(state, { ...stage, heart }, verdict === "ping" ? [{ type: "ping", socket: state.socket }] : []);
}

function tick(state: Connection, now: number, random: number): ConnectionStep {
  const { stage } = state;
  if (stage.at === "backing-off" && isDue(stage.retryAt, now)) return open(state, now);
  const stuck =
    (stage.at === "connecting" && isDue(stage.since + STEP_MS, now)) ||
    (stage.at === "syncing" && isDue(stage.until, now));
  if (stuck) return fail(state, "later", now, random, leave(state));
  return stage.at === "syncing" || stage.at === "live"
    ? pulse(state, stage, beat(stage.heart, now), now, random)
    : { state, effects: [] };
}

function hint(state: Connection, now: number, random: number): ConnectionStep {
  const { stage } = state;
  const retry =
    stage.at === "backing-off" ||
    (stage.at === "suspended" && !stage.held) ||
    (stage.at === "connecting" && now - stage.since >= STUCK_MS);
  if (retry) return open({ ...state, attempts: 0 }, now, leave(state));
  return stage.at === "syncing" || stage.at === "live"
    ? pulse(state, stage, hurry(stage.heart, now), now, random)
    : { state, effects: [] };
}

/**
 * The connection machine: total over its events, time and chance come in as values, and what is to be done comes out as
 * data. `random` is in [0, 1); `now` in epoch milliseconds.
 */
export function step(state: Connection, event: ConnectionEvent, now: number, random: number): ConnectionStep {
  const same: ConnectionStep = { state, effects: [] };
  const { stage } = state;
  if ("socket" in event && (event.socket !== state.socket || !hasSocket(stage))) return same;
  switch (event.type) {
    case "connect":
      return stage.at === "idle" || stage.at === "closed" ? open({ ...state, attempts: 0, fresh: false }, now) : same;
    case "disconnect":
      return stage.at === "idle" ? same : to(state, { at: "idle" }, leave(state));
    case "opened": {
      if (stage.at !== "connecting") return same;
      const late: ConnectionEffect[] =
        state.hidden === state.toldHidden ? [] : [{ type: "tell-hidden", socket: state.socket, hidden: state.hidden }];
      return to(
        { ...state, toldHidden: state.hidden },
        { at: "syncing", until: now + STEP_MS, heart: startHeart(now) },
        late,
      );
    }
    case "heard": {
      if (stage.at !== "syncing" && stage.at !== "live") return same;
      const heart = heard(stage.heart);
      return heart === stage.heart ? same : to(state, { ...stage, heart });
    }
    case "progressed":
      return stage.at === "syncing" ? to(state, { ...stage, until: now + STEP_MS }) : same;
    case "synced":
      return stage.at === "syncing"
        ? to({ ...state, fresh: false }, { at: "live", since: now, heart: stage.heart })
        : same;
    case "closed":
      return closed(state, event.code, now, random);
    case "resync":
      return hasSocket(stage)
        ? fail({ ...state, fresh: state.fresh || event.fresh }, "now", now, random, leave(state))
        : same;
    case "hint":
      return hint(state, now, random);
    case "hidden": {
      const tell = (stage.at === "syncing" || stage.at === "live") && event.hidden !== state.toldHidden;
      const told = tell
        ? { ...state, hidden: event.hidden, toldHidden: event.hidden }
        : { ...state, hidden: event.hidden };
      return {
        state: told,
        effects: tell ? [{ type: "tell-hidden", socket: state.socket, hidden: event.hidden }] : [],
      };
    }
    case "suspend":
      if (stage.at === "idle" || stage.at === "closed") return same;
      return to(state, { at: "suspended", held: event.held || (stage.at === "suspended" && stage.held) }, leave(state));
    case "resume":
      return stage.at === "suspended" && (event.held !== false || !stage.held)
        ? open({ ...state, attempts: 0 }, now)
        : same;
    case "tick":
      return tick(state, now, random);
  }
}
