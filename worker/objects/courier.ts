import type { Outbox, OutboxItem } from "../storage/outbox.ts";

/** Tells others what the outbox holds. One word per topic at a time, so that a word is never confirmed in the place of its successor. */
export interface Courier {
  /** Tells everything that is due and not under way; resolves when that was tried, and never rejects. */
  flush(): Promise<void>;
}

/**
 * @param deliver tells one word and resolves once the other object has confirmed it; a rejection means: again later.
 * @param settled is called after each word, to set the alarm for what is left.
 */
export function createCourier(
  outbox: Outbox,
  deliver: (topic: string, body: unknown) => Promise<void>,
  settled: () => void,
): Courier {
  // By topic: a listener who hangs keeps nobody else waiting.
  const underWay = new Map<string, Promise<void>>();

  /** Topics that had a newer word when the older one was still under way. */
  const newer = new Set<string>();

  async function tell(item: OutboxItem): Promise<void> {
    try {
      await deliver(item.topic, item.body);
      outbox.confirm(item);
    } catch (error) {
      console.warn(`not told yet: ${item.topic}, attempt ${item.attempts + 1}`, error);
      outbox.failed(item, Date.now());
    }
    underWay.delete(item.topic);
    settled();
    if (newer.delete(item.topic)) void begin();
  }

  /** Starts what is due; who waits, waits for that alone. */
  function begin(): Promise<void>[] {
    return outbox.due(Date.now()).flatMap((item) => {
      if (underWay.has(item.topic)) {
        newer.add(item.topic);
        return [];
      }
      const told = tell(item);
      underWay.set(item.topic, told);
      return [told];
    });
  }

  return {
    flush: async () => {
      await Promise.all(begin());
    },
  };
}
