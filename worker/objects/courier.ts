import type { Outbox } from "../storage/outbox.ts";

/** Tells others what the outbox holds. One round at a time, so that a word is never confirmed in the place of its successor. */
export interface Courier {
  /** Tells everything that is due; resolves when the round is over, and never rejects. */
  flush(): Promise<void>;
}

/**
 * @param deliver tells one word and resolves once the other object has confirmed it; a rejection means: again later.
 * @param settled is called after a round, to set the alarm for what is left.
 */
export function createCourier(
  outbox: Outbox,
  deliver: (topic: string, body: unknown) => Promise<void>,
  settled: () => void,
): Courier {
  let round: Promise<void> | null = null;
  let again = false;

  async function tellAll(): Promise<void> {
    const items = outbox.due(Date.now());
    await Promise.all(
      items.map(async (item) => {
        try {
          await deliver(item.topic, item.body);
          outbox.confirm(item);
        } catch (error) {
          console.warn(`not told yet: ${item.topic}, attempt ${item.attempts + 1}`, error);
          outbox.failed(item, Date.now());
        }
      }),
    );
  }

  async function run(): Promise<void> {
    do {
      again = false;
      await tellAll();
    } while (again);
    round = null;
    settled();
  }

  return {
    flush: () => {
      again = round !== null;
      return (round ??= run());
    },
  };
}
