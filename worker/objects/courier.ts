import type { Outbox, OutboxItem } from "../storage/outbox.ts";

/** Tells others what the outbox holds. One word per topic at a time, so that a word is never confirmed in the place of its successor. */
export interface Courier {
  /** Tells everything that is due; resolves when nothing is under way any more, and never rejects. */
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
    // While it was told a newer word may have come.
    await flush();
  }

  async function flush(): Promise<void> {
    for (const item of outbox.due(Date.now())) {
      if (!underWay.has(item.topic)) underWay.set(item.topic, tell(item));
    }
    await Promise.all(underWay.values());
  }

  return { flush };
}
