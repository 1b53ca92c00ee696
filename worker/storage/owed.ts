import { FIRST_RETRY_MS, type OutboxItem, retryDelayMs } from "./outbox.ts";

/**
 * An outbox as one value, for an object with few topics: it is written into the row that holds the object's state, so that a word
 * and the change that it tells of are one row together. The rules are those of `Outbox`.
 */
export type Owed = readonly OutboxItem[];

/** With these words to be told, each in the place of an older one on its topic. */
export function owing(owed: Owed, words: readonly { topic: string; body: unknown }[], now: number): Owed {
  return words.reduce<Owed>((all, { topic, body }) => {
    const version = (all.find((item) => item.topic === topic)?.version ?? 0) + 1;
    const item = { topic, version, body, attempts: 0, dueAt: now + FIRST_RETRY_MS };
    return [...all.filter((other) => other.topic !== topic), item];
  }, owed);
}

/** What is to be told now, the longest due first. */
export function dueOf(owed: Owed, now: number): OutboxItem[] {
  return owed
    .filter(({ attempts, dueAt }) => attempts === 0 || dueAt <= now)
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.topic < b.topic ? -1 : 1));
}

/** When the next word is due; null if all is told. */
export function nextOf(owed: Owed): number | null {
  return owed.length === 0 ? null : Math.min(...owed.map(({ dueAt }) => dueAt));
}

/** Without the word that was told; the same if a newer one has taken its place. */
export function confirmed(owed: Owed, told: OutboxItem): Owed {
  return owed.some((item) => isSame(item, told)) ? owed.filter((item) => !isSame(item, told)) : owed;
}

/** With another try for the word that failed; the same if a newer one has taken its place. */
export function postponed(owed: Owed, told: OutboxItem, now: number): Owed {
  const again = { ...told, attempts: told.attempts + 1, dueAt: now + retryDelayMs(told.attempts) };
  return owed.some((item) => isSame(item, told)) ? owed.map((item) => (isSame(item, told) ? again : item)) : owed;
}

function isSame(one: OutboxItem, other: OutboxItem): boolean {
  return one.topic === other.topic && one.version === other.version;
}
