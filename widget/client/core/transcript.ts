import type { Entry } from "#protocol/entries.ts";

/** What a page holds of the one log: entries without a gap, from the first that it knows to the newest. */
export interface Transcript {
  /** The history that the entries belong to; null before the first word from the server. */
  epoch: string | null;
  entries: readonly Entry[];
  /** Older entries exist before the first. */
  hasBefore: boolean;
}

export const EMPTY: Transcript = { epoch: null, entries: [], hasBefore: false };

/** The seq of the newest entry that is held; 0 if there is none. */
export function lastSeq({ entries }: Transcript): number {
  return entries.at(-1)?.seq ?? 0;
}

/** The seq of the oldest entry that is held; 0 if there is none. */
export function firstSeq({ entries }: Transcript): number {
  return entries[0]?.seq ?? 0;
}

/** The transcript with these entries; null if they are not numbered one after the other. */
function holding(transcript: Transcript, entries: readonly Entry[], hasBefore: boolean): Transcript | null {
  const longer = { ...transcript, entries, hasBefore };
  return entries.every(({ seq }, index) => seq === firstSeq(longer) + index) ? longer : null;
}

/** Appends what is new; what is held already changes nothing. Null: what came does not join what is held. */
export function append(transcript: Transcript, entries: readonly Entry[]): Transcript | null {
  const last = lastSeq(transcript);
  const news = entries.filter(({ seq }) => seq > last);
  if (news.length === 0) return transcript;
  // An empty page of an empty history may start anywhere only by a snapshot: live, the first entry is number 1.
  return news[0]?.seq === last + 1 ? holding(transcript, [...transcript.entries, ...news], transcript.hasBefore) : null;
}

/** A snapshot replaces all, whatever was held. Null: it has holes. */
export function replace(epoch: string, entries: readonly Entry[], hasBefore: boolean): Transcript | null {
  return holding({ ...EMPTY, epoch }, entries, hasBefore);
}

/** Puts a page of older history in front, if it ends where what is held begins. */
export function prepend(transcript: Transcript, entries: readonly Entry[], hasBefore: boolean): Transcript {
  const first = firstSeq(transcript);
  const older = entries.filter(({ seq }) => seq < first);
  return holding(transcript, [...older, ...transcript.entries], hasBefore && first > 1) ?? transcript;
}
