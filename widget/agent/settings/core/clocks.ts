import { inWords } from "./durations.ts";

/** How long a browser's own conversation is kept where reconnect is off, in seconds. */
const SILENT_SECONDS = 180;

/** The two clocks, from a drop on, as a picture shows them: shares of the whole line, from 0 to 1. */
export interface Clocks {
  holdShare: number;
  limitShare: number;
  holdSeconds: number;
  limitSeconds: number;
  /** The hold is longer than the limit: it cannot be saved so. */
  broken: boolean;
}

/** What the form says; null where it says no number. With reconnect off, both are what the browser alone is given. */
export function clocksOf(enabled: boolean, hold: number | null, limit: number): Clocks | null {
  const [holdSeconds, limitSeconds] = enabled ? [hold, limit] : [SILENT_SECONDS, SILENT_SECONDS];
  if (holdSeconds === null || holdSeconds < 0) return null;
  const broken = holdSeconds > limitSeconds;
  // Some room behind the last mark, for what comes after it.
  const whole = Math.max(holdSeconds, limitSeconds) * 1.18;
  return { holdShare: holdSeconds / whole, limitShare: limitSeconds / whole, holdSeconds, limitSeconds, broken };
}

/** The picture in words, for one customer whose connection drops. */
export function story({ holdSeconds, limitSeconds, broken }: Clocks, enabled: boolean): string {
  const [hold, limit] = [inWords(holdSeconds), inWords(limitSeconds)];
  if (!enabled)
    return `Reconnect is off. In the same browser a customer finds their chat again for ${limit}, without being asked; there are no links, and no other device.`;
  if (broken) return `The agent would be kept for ${hold}, but the conversation closes after ${limit}.`;
  if (holdSeconds === 0)
    return `A customer drops: their agent is free for others at once. For ${limit} they can still return, to whoever has room. Then the conversation closes.`;
  if (holdSeconds === limitSeconds)
    return `A customer drops: for ${hold} their agent's slot is kept, and that is how long they can return. Then the conversation closes.`;
  return `A customer drops: for ${hold} their agent's slot is kept, and they return to the same person. Until ${limit} have passed they can still return, to whoever has room. Then the conversation closes.`;
}
