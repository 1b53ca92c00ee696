import { canPass } from "#protocol/codes.ts";
import { backoffMs } from "../../client/core/backoff.ts";
import type { Entrance } from "../../client/customer.ts";

/** Asks again, ever more slowly, what could not be answered; at once when the browser is back on the network, or looked at. */
export function createAgain(ask: () => void): { judge(entrance: Entrance): number | null; dispose(): void } {
  const life = new AbortController();
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at: number | null = null;
  let asked: Entrance | null = null;

  const now = (): void => {
    if (at === null || document.hidden) return;
    clearTimeout(timer);
    at = null;
    ask();
  };
  addEventListener("online", now, life);
  document.addEventListener("visibilitychange", now, life);

  return {
    /** When it is asked again, by this page's clock; null for now, or never. */
    judge: (entrance) => {
      if (entrance === asked) return at;
      asked = entrance;
      clearTimeout(timer);
      at = null;
      if (entrance.at !== "unreachable") {
        if (entrance.at !== "looking-up" && entrance.at !== "starting") attempts = 0;
        return at;
      }
      if (entrance.code === "elsewhere" || !canPass(entrance.code)) return at;
      attempts += 1;
      const wait = Math.max(1_000, backoffMs(attempts, Math.random()));
      at = Date.now() + wait;
      timer = setTimeout(() => now(), wait);
      return at;
    },
    dispose: () => {
      life.abort();
      clearTimeout(timer);
    },
  };
}
