import type { Entry } from "#protocol/entries.ts";

/** What a page holds of the one log: entries without a gap, from the first that it knows to the newest. */
export interface Transcript {
  /** The history that the entries belong to; null before the first word from the server. */
  epoch: string | null;
  entries: readonly Entry[];
  /** Older entries exist before the first. */
  hasBefore: boolean;
}

/** `gap`: what came does not join what is held, and nothing of it was taken. */
export type Merged = { transcript: Transcript; gap: boolean };

export const EMPTY: Transcript = { epoch: null, entries: [], hasBefore: false };

/** The seq of the newest entry that is held; 0 if there is none. */
export function lastSeq({ entries }: Transcript): number {
  return entries.at(-1)?.seq ?? 0;
}

/** The seq of the oldest entry that is held; 0 if there is none. */
export function firstSeq({ entries }: Transcript): number {
  return entries[0]?.seq ?? 0;
}

/** The cursor to resume from; null as long as there is no history to have one in. */
export function cursor(transcript: Transcript): { epoch: string; after: number } | null {
  return transcript.epoch === null ? null : { epoch: transcript.epoch, after: lastSeq(transcript) };
}

/** Whether entries are numbered one after the other. */
function isRun(entries: readonly Entry[]): boolean {
  return entries.every((entry, index) => index === 0 || entry.seq === (entries[index - 1]?.seq ?? 0) + 1);
}

/** Appends what is new, by seq; what is held already changes nothing. */
export function append(transcript: Transcript, entries: readonly Entry[]): Merged {
  const last = lastSeq(transcript);
  const news = entries.filter((entry) => entry.seq > last);
  if (news.length === 0) return { transcript, gap: false };
  // An empty page of an empty history may start anywhere only by a snapshot: live, the first entry is number 1.
  if (news[0]?.seq !== last + 1 || !isRun(news)) return { transcript, gap: true };
  return { transcript: { ...transcript, entries: [...transcript.entries, ...news] }, gap: false };
}

/** A snapshot replaces all, whatever was held. */
export function replace(epoch: string, entries: readonly Entry[], hasBefore: boolean): Merged {
  return isRun(entries) ? { transcript: { epoch, entries, hasBefore }, gap: false } : { transcript: EMPTY, gap: true };
}

/** Puts a page of older history in front, if it ends where what is held begins. */
export function prepend(transcript: Transcript, entries: readonly Entry[], hasBefore: boolean): Transcript {
  const first = firstSeq(transcript);
  const older = entries.filter((entry) => entry.seq < first);
  if (older.length === 0) return { ...transcript, hasBefore: hasBefore && first > 1 };
  if (older.at(-1)?.seq !== first - 1 || !isRun(older)) return transcript;
  return { ...transcript, entries: [...older, ...transcript.entries], hasBefore };
}
