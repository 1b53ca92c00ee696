import { PING, PING_EVERY_MS } from "#protocol/limits.ts";
import type { Turn } from "./machine.ts";

/** With a ping every 10 s and this much patience a half-open socket is noticed within 16 s. */
const PATIENCE_MS = 6_000;
/** Patience with a probe for which there is a reason to hurry: the page woke up, or a hint came. */
const SHORT_MS = 3_000;
/** A timer this late was throttled or frozen, and answers may still stand in the page's event queue. */
const LATE_MS = 2_000;
/** No deadline lies further ahead than this, so one that seems to was left behind by a clock that was set back. */
const FURTHEST_MS = 60_000;

/** The liveness of the present socket: at rest until the next ping, or waiting for any byte in answer to one. */
export interface Heart {
  pingAt: number;
  /** When a ping that nobody answered is the end; null at rest. */
  until: number | null;
  /** The last chance: a late timer is no excuse any more. */
  hurried: boolean;
}

type Beating = Turn<{ heart: Heart }, { type: "say"; text: string }>;

/** At rest; any byte proves life, not the pong alone. */
export function resting(pingAt: number): Heart {
  return { pingAt, until: null, hurried: false };
}

/** When the heart wants to be looked at next. */
export function heartDeadline({ pingAt, until }: Heart): number {
  return until ?? pingAt;
}

export function isDue(at: number, now: number): boolean {
  return now >= at || at - now > FURTHEST_MS;
}

function probe(turn: Beating, hurried: boolean): void {
  const { now } = turn;
  turn.heart = { pingAt: now + PING_EVERY_MS, until: now + (hurried ? SHORT_MS : PATIENCE_MS), hurried };
  turn.do({ type: "say", text: PING });
}

/** Asks at once, with short patience; a probe that is under way is only hurried. */
export function hurry(turn: Beating): void {
  const { heart, now } = turn;
  if (heart.until === null) probe(turn, true);
  else turn.heart = { ...heart, until: Math.min(heart.until, now + SHORT_MS), hurried: true };
}

/** Does what is due now: the next ping, or the verdict on one that nobody answered, which is false. */
export function beat(turn: Beating): boolean {
  const { heart, now } = turn;
  const due = heartDeadline(heart);
  if (!isDue(due, now)) return true;
  const isLate = now - due > LATE_MS || now < due;
  const excused = isLate && !heart.hurried;
  if (heart.until !== null && !excused) return false;
  probe(turn, excused);
  return true;
}
