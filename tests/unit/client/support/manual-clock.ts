import type { Clock } from "../../../../widget/client/io/ports.ts";

/** Lets everything that only waits for promises happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Time that passes when a test says so. */
export interface ManualClock extends Clock {
  /** Runs what is due on the way, in order. */
  advance(ms: number): Promise<void>;
  /** Time passes and no timer runs, as on a laptop that sleeps. */
  sleep(ms: number): void;
}

export function createManualClock(start = 1_700_000_000_000): ManualClock {
  let now = start;
  let made = 0;
  const timers = new Map<number, { at: number; work: () => void }>();
  const nextDue = (until: number): number | null => {
    let best: [number, number] | null = null;
    for (const [id, { at }] of timers) if (at <= until && (best === null || at < best[1])) best = [id, at];
    return best?.[0] ?? null;
  };
  return {
    now: () => now,
    after: (ms, work) => {
      const id = (made += 1);
      timers.set(id, { at: now + ms, work });
      return () => timers.delete(id);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let id = nextDue(until); id !== null; id = nextDue(until)) {
        const timer = timers.get(id);
        timers.delete(id);
        if (timer === undefined) continue;
        now = Math.max(now, timer.at);
        timer.work();
        await settle();
      }
      now = until;
    },
    sleep: (ms) => {
      now += ms;
    },
  };
}
