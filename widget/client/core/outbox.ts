import type { Entry } from "#protocol/entries.ts";

/** Most messages that wait at a time; more are refused rather than lost later. */
export const OUTBOX_ITEMS = 200;

/** A message composed here and not yet in the transcript. */
export interface OutboxItem {
  /** Random; the transcript takes the same id only once, so that sending again never doubles. */
  id: string;
  text: string;
  /** By this page's clock, in epoch milliseconds; strictly rising, so that it orders the outbox. */
  composedAt: number;
  state:
    | { is: "waiting" }
    | { is: "sent" }
    /** Acknowledged; shown until the entry itself comes, which it does for certain. */
    | { is: "stored"; seq: number }
    | { is: "failed"; code: string };
}

export type Outbox = readonly OutboxItem[];

export function compose(outbox: Outbox, id: string, text: string, now: number): Outbox {
  const composedAt = Math.max(now, (outbox.at(-1)?.composedAt ?? 0) + 1);
  return [...outbox, { id, text, composedAt, state: { is: "waiting" } }];
}

/** Takes in what storage holds and this page does not know: from before a crash, or from another tab. */
export function recall(outbox: Outbox, stored: Outbox): Outbox {
  const known = new Set(outbox.map(({ id }) => id));
  const news = stored.filter(({ id }) => !known.has(id));
  return news.length === 0 ? outbox : [...outbox, ...news].sort((a, b) => a.composedAt - b.composedAt);
}

export function mark(outbox: Outbox, id: string, state: OutboxItem["state"]): Outbox {
  return outbox.map((item) => (item.id === id ? { ...item, state } : item));
}

/** The line is lost: what was sent and not answered will be sent again. */
export function unsend(outbox: Outbox): Outbox {
  return outbox.some(({ state }) => state.is === "sent")
    ? outbox.map((item) => (item.state.is === "sent" ? { ...item, state: { is: "waiting" } } : item))
    : outbox;
}

/** Takes out what stands in the transcript by now: the messages among these entries, and what was stored up to `last`. */
export function confirm(outbox: Outbox, entries: readonly Entry[], last: number): Outbox {
  if (outbox.length === 0) return outbox;
  const ids = new Set(entries.map((entry) => (entry.kind === "message" ? entry.id : null)));
  const rest = outbox.filter(({ id, state }) => !ids.has(id) && !(state.is === "stored" && state.seq <= last));
  return rest.length === outbox.length ? outbox : rest;
}

/** Two texts for one box, the older one first; what the older one holds already does not come twice. */
export function together(older: string, newer: string): string {
  if (older === "" || newer === "") return older + newer;
  return `\n${older}\n`.includes(`\n${newer}\n`) ? older : `${older}\n${newer}`;
}

/** What can't be sent any more becomes one text, in order, before what stands in the box already. */
export function asDraft(outbox: Outbox, draft: string): string {
  return [...outbox.filter(({ state }) => state.is !== "stored").map(({ text }) => text), draft]
    .filter((text) => text !== "")
    .join("\n");
}
