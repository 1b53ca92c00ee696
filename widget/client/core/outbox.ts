/** Most messages that wait at a time; more are refused rather than lost later. */
export const OUTBOX_ITEMS = 200;

/** A message composed here that this page has not seen in the transcript yet. */
export interface OutboxItem {
  /** Random; the transcript takes the same id only once, so that sending again never doubles. */
  id: string;
  text: string;
  /** By this page's clock, in epoch milliseconds; strictly rising, so that it orders the outbox. */
  composedAt: number;
  state: { is: "waiting" } | { is: "failed"; code: string };
}

export type Outbox = readonly OutboxItem[];

export function compose(outbox: Outbox, id: string, text: string, now: number): Outbox {
  const composedAt = Math.max(now, (outbox.at(-1)?.composedAt ?? 0) + 1);
  return [...outbox, { id, text, composedAt, state: { is: "waiting" } }];
}

/** Takes in what storage holds and this page does not know: from before a crash, or from another tab. */
export function recall(outbox: Outbox, stored: Outbox): Outbox {
  const news = stored.filter(({ id }) => !outbox.some((item) => item.id === id));
  return news.length === 0 ? outbox : [...outbox, ...news].sort((a, b) => a.composedAt - b.composedAt);
}

/** Gives one of the messages its next state. */
export function mark(outbox: Outbox, id: string, state: OutboxItem["state"]): Outbox {
  return outbox.map((item) => (item.id === id ? { ...item, state } : item));
}

export function without(outbox: Outbox, id: string): Outbox {
  return outbox.filter((item) => item.id !== id);
}

/** Several texts for one box, in this order; those that are empty leave no line. */
export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}

/** Two texts for one box, the older one first; what one holds already does not come twice. */
export function together(older: string, newer: string): string {
  const holds = (text: string, part: string): boolean => `\n${text}\n`.includes(`\n${part}\n`);
  return holds(older, newer) ? older : holds(newer, older) ? newer : joined([older, newer]);
}
