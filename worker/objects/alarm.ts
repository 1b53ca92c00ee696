/**
 * The one alarm that an object has, for the earliest of all its deadlines. Setting it costs a row, so it is moved only when the
 * next deadline gets earlier; one that rings too soon finds nothing due and is set anew.
 */
export interface Alarm {
  /** When it rings; null if it is not set. */
  readonly at: number | null;
  /** Sees to it that it rings then or before. To be told the earliest of all times at once: each that is earlier than the last costs a row. */
  by(time: number | null): void;
  /** It has rung: from now on it is not set. */
  rang(): void;
}

/** Reads what is set. To be called inside `blockConcurrencyWhile`, so that no event sees an alarm that is not known yet. */
export async function loadAlarm(storage: DurableObjectStorage): Promise<Alarm> {
  let at = await storage.getAlarm();
  return {
    get at() {
      return at;
    },
    by: (time) => {
      if (time === null || (at !== null && at <= time)) return;
      at = time;
      // Not awaited: it belongs to the same atomic write as what came before it.
      void storage.setAlarm(time);
    },
    rang: () => {
      at = null;
    },
  };
}

/** The earliest of these times; null if there is none. */
export function earliest(...times: (number | null)[]): number | null {
  const time = Math.min(...times.map((each) => each ?? Infinity));
  return time === Infinity ? null : time;
}
