import type { Word } from "./messages.ts";

type Hung = Extract<Word, { is: "hung" }>;

/** For how long the frame is kept busy: too short for anybody to notice. */
const PROBE_SECONDS = 0.15;
/** How often this page has to have run meanwhile. */
const TICKS = 3;
const TRIES = 4;

/** Finds out whether a frame that hangs would hang this page, by hanging it for a moment. */
export interface Probe {
  /** Takes the frame's answer; true if the question is settled by it. */
  take(word: Hung): boolean;
}

/** `hang` keeps the frame busy for so many seconds; `settled` hears whether this page ran meanwhile. */
export function probeIsolation(hang: (seconds: number) => void, settled: (isolated: boolean) => void): Probe {
  let tries = 0;
  let ticks: number[] = [];
  const timer = setInterval(() => ticks.push(performance.timeOrigin + performance.now()), 10);
  const again = (): void => {
    tries += 1;
    ticks = [];
    hang(PROBE_SECONDS);
  };
  again();
  return {
    take: ({ from, until }) => {
      // By the clock of the machine, which both processes read.
      const ran = ticks.filter((at) => at > from + 10 && at < until - 10).length >= TICKS;
      // A busy machine can keep this page from running, too; once is enough to prove that it can.
      if (!ran && tries < TRIES) {
        again();
        return false;
      }
      clearInterval(timer);
      settled(ran);
      return true;
    },
  };
}
