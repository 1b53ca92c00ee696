import { ERRORS, isErrorCode } from "#protocol/errors.ts";
import { backoffMs } from "../client/core/backoff.ts";

type Result<T> = { ok: true; value: T } | { ok: false; code: string };

/** Asks until there is an answer, ever more slowly. Null if it is no for good, or once nobody waits for it any more. */
export async function insist<T>(ask: () => Promise<Result<T>>, signal: AbortSignal): Promise<T | null> {
  for (let attempts = 1; !signal.aborted; attempts += 1) {
    const result = await ask();
    if (signal.aborted) break;
    if (result.ok) return result.value;
    if (isErrorCode(result.code) && ERRORS[result.code].retry === "never") break;
    await new Promise((resolve) => setTimeout(resolve, backoffMs(attempts, Math.random())));
  }
  return null;
}
