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

/** An alarm that was due before the object woke rings at once, or never will. */
const OVERDUE_MS = 1_000;

/**
 * Reads what is set. To be called inside `blockConcurrencyWhile`, so that no event sees an alarm that is not known yet.
 *
 * One that is overdue and does not ring is set anew. workerd keeps an alarm twice, in the object's database and in a list of its own; killed
 * right after the alarm was carried out, it can have struck it off its list alone. Then the object would believe for ever that an early
 * alarm is set, and never set another.
 */
export async function loadAlarm(storage: Pick<DurableObjectStorage, "getAlarm" | "setAlarm">): Promise<Alarm> {
  const found = await storage.getAlarm();
  let at = found;
  const set = (time: number): void => {
    at = time;
    // Not awaited: it belongs to the same atomic write as what came before it.
    void storage.setAlarm(time);
  };
  if (found !== null && found <= Date.now())
    setTimeout(() => {
      if (at === found) set(Date.now());
    }, OVERDUE_MS);
  return {
    get at() {
      return at;
    },
    by: (time) => {
      if (time !== null && (at === null || at > time)) set(time);
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
