import { PING_EVERY_MS } from "#protocol/limits.ts";

/** With a ping every 10 s and this much patience a half-open socket is noticed within 16 s. */
const PATIENCE_MS = 6_000;
/** Patience with a probe for which there is a reason to hurry: the page woke up, or a hint came. */
const SHORT_MS = 3_000;
/** A timer this late was throttled or frozen, and answers may still stand in the page's event queue. */
const LATE_MS = 2_000;
/** No deadline lies further ahead than this, so one that seems to was left behind by a clock that was set back. */
const FURTHEST_MS = 60_000;

/** The liveness of one socket: at rest until the next ping, or waiting for any byte in answer to one. */
export type Heart =
  | { beat: "resting"; pingAt: number }
  /** `hurried`: the last chance; a late timer is no excuse any more. */
  | { beat: "probing"; pingAt: number; until: number; hurried: boolean };

export type Pulse = { heart: Heart; verdict: "nothing" | "ping" | "dead" };

export function startHeart(now: number): Heart {
  return { beat: "resting", pingAt: now + PING_EVERY_MS };
}

/** When the heart wants to be looked at next. */
export function heartDeadline(heart: Heart): number {
  return heart.beat === "resting" ? heart.pingAt : heart.until;
}

export function isDue(at: number, now: number): boolean {
  return now >= at || at - now > FURTHEST_MS;
}

/** Any byte proves life, not the pong alone. */
export function heard(heart: Heart): Heart {
  return heart.beat === "resting" ? heart : { beat: "resting", pingAt: heart.pingAt };
}

/** Asks at once, with short patience; a probe that is under way is only hurried. */
export function hurry(heart: Heart, now: number): Pulse {
  const until = now + SHORT_MS;
  if (heart.beat === "resting")
    return { heart: { beat: "probing", pingAt: now + PING_EVERY_MS, until, hurried: true }, verdict: "ping" };
  return { heart: { ...heart, until: Math.min(heart.until, until), hurried: true }, verdict: "nothing" };
}

/** What is due now: the next ping, or the verdict on one that nobody answered. */
export function beat(heart: Heart, now: number): Pulse {
  const due = heartDeadline(heart);
  if (!isDue(due, now)) return { heart, verdict: "nothing" };
  const late = now - due > LATE_MS || now < due;
  if (late && !(heart.beat === "probing" && heart.hurried)) return { ...hurry({ beat: "resting", pingAt: now }, now) };
  if (heart.beat === "probing") return { heart, verdict: "dead" };
  return {
    heart: { beat: "probing", pingAt: now + PING_EVERY_MS, until: now + PATIENCE_MS, hurried: false },
    verdict: "ping",
  };
}
