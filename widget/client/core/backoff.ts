/** The first retry comes within this many milliseconds; each failure doubles the span. */
const BASE_MS = 500;
/** No retry waits longer than this, however long the service was away. */
const CAP_MS = 20_000;

/**
 * How long to wait before the next attempt, in whole milliseconds: full jitter, so that a thousand pages that lost the same
 * server do not come back in step. `random` is in [0, 1).
 */
export function backoffMs(attempts: number, random: number): number {
  return Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempts, 10)));
}
