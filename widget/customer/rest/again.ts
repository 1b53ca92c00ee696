import { canPass } from "#protocol/codes.ts";
import { backoffMs } from "../../client/core/backoff.ts";
import type { Entrance } from "../../client/customer.ts";

/** Asks again, ever more slowly, what could not be answered; at once when the browser is back on the network, or looked at. */
export function createAgain(ask: () => void, signal: AbortSignal): (entrance: Entrance) => number | null {
  let attempts = 0;
  let at: number | null = null;
  let judged: Entrance | null = null;
  let timer = 0;
  const now = (): void => {
    if (at === null || document.hidden) return;
    clearTimeout(timer);
    at = null;
    ask();
  };
  addEventListener("online", now, { signal });
  document.addEventListener("visibilitychange", now, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));

  // When it is asked again, by this page's clock; null for now, or never.
  return (entrance) => {
    if (entrance === judged) return at;
    judged = entrance;
    clearTimeout(timer);
    at = null;
    if (entrance.at !== "unreachable") {
      if (entrance.at !== "looking-up" && entrance.at !== "starting") attempts = 0;
    } else if (entrance.code !== "elsewhere" && canPass(entrance.code)) {
      attempts += 1;
      const wait = 1_000 + backoffMs(attempts, Math.random());
      at = Date.now() + wait;
      timer = window.setTimeout(now, wait);
    }
    return at;
  };
}
