import type { Composed, History, Line } from "./history.ts";
import { tokensIn } from "./history.ts";

/** A conversation as it stands in the end, read by somebody who oversees all. */
export interface Record {
  lines: readonly Line[];
  holdSeconds: number;
  limitSeconds: number;
}

/** What is left of an author's words outside of transcripts. */
export interface Kept {
  /** Everything: in storage, and on screens. */
  all: string;
  /** What stands in a box, to be said or not. */
  boxes: string;
  /** What is shown as not delivered. */
  failed: string;
}

export const NOTHING: Kept = { all: "", boxes: "", failed: "" };

export interface Verdict {
  composed: number;
  /** Of those, what the author was told is delivered. */
  acknowledged: number;
  /** Told and not there, or composed and nowhere. */
  lost: string[];
  doubled: string[];
  /** Stands, and in its author's box as well: a page left the conversation before it knew. Nothing sends it but a person. */
  inBox: string[];
  misordered: string[];
  /** Everything else that must not be. */
  wrong: string[];
}

export const isClean = ({ lost, doubled, misordered, wrong }: Verdict): boolean =>
  lost.length + doubled.length + misordered.length + wrong.length === 0;

/** Judges what people saw and did against what stands written in the end, by the invariants that a machine can check afterwards. */
export function judge(history: History, records: ReadonlyMap<string, Record>, kept: (author: string) => Kept): Verdict {
  const verdict: Verdict = {
    composed: history.composed.length,
    acknowledged: history.told.size,
    lost: [],
    doubled: [],
    inBox: [],
    misordered: [],
    wrong: [...history.wrong],
  };
  const places = placesOf(records);
  for (const message of history.composed) judgeMessage(message, history, places, kept, verdict);
  judgeOrder(history, places, verdict);
  for (const [id, record] of records) {
    verdict.misordered.push(...disorder(record.lines).map((what) => `${id}: ${what}`));
    verdict.wrong.push(...wrongTimes(record).map((what) => `${id}: ${what}`));
  }
  return verdict;
}

type Place = { conversationId: string; seq: number };

/** Where each token stands, in all transcripts. */
function placesOf(records: ReadonlyMap<string, Record>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [conversationId, { lines }] of records) {
    for (const { seq, text } of lines)
      for (const token of tokensIn(text ?? ""))
        places.set(token, [...(places.get(token) ?? []), { conversationId, seq }]);
  }
  return places;
}

/** Invariants 1 to 3: told is there for good; nothing twice; what is not there is still in its author's hands. */
function judgeMessage(
  { token, conversationId, author, page }: Composed,
  { told, thrown }: History,
  places: ReadonlyMap<string, Place[]>,
  kept: (author: string) => Kept,
  verdict: Verdict,
): void {
  const found = places.get(token) ?? [];
  const { all, boxes, failed } = kept(author);
  if (found.length > 1) verdict.doubled.push(`${token} of ${page}: stands ${found.length} times`);
  else if (found.length === 1 && failed.includes(token))
    verdict.doubled.push(`${token} of ${page}: stands, and is shown as not delivered`);
  else if (found.length === 1 && boxes.includes(token)) verdict.inBox.push(`${token} of ${page}`);
  if (found.length === 0 && told.has(token)) verdict.lost.push(`${token} of ${page}: was told to be delivered`);
  else if (found.length === 0 && !all.includes(token) && !thrown.has(token))
    verdict.lost.push(`${token} of ${page}: is nowhere`);
  if (found.some((place) => place.conversationId !== conversationId))
    verdict.wrong.push(`${token} of ${page}: was said into another conversation`);
}

/** Invariant 2: what one page said stands in the order in which it was said. */
function judgeOrder({ composed }: History, places: ReadonlyMap<string, Place[]>, verdict: Verdict): void {
  const last = new Map<string, { seq: number; token: string }>();
  for (const { token, page, conversationId } of composed) {
    const place = places.get(token)?.find((found) => found.conversationId === conversationId);
    if (place === undefined) continue;
    const key = `${page} ${conversationId}`;
    const before = last.get(key);
    if (before !== undefined && before.seq > place.seq)
      verdict.misordered.push(`${page} said ${before.token} before ${token}, and it stands after it`);
    last.set(key, { seq: place.seq, token });
  }
}

/** Invariant 2: numbered from 1 without gaps, and time does not run backwards. */
function disorder(lines: readonly Line[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  let last = 0;
  for (const [index, { seq, at, id, what }] of lines.entries()) {
    if (seq !== index + 1) faults.push(`number ${seq} stands at place ${index + 1}`);
    if (id !== null && ids.has(id)) faults.push(`the id ${id} stands twice`);
    if (id !== null) ids.add(id);
    // That an agent is gone can be told late, with the time at which they went.
    if (what?.type === "left") continue;
    if (at < last) faults.push(`${seq} is older than what stands before it: ${lines.map(glance).join(", ")}`);
    last = Math.max(last, at);
  }
  return faults;
}

const glance = ({ seq, at, what }: Line) => `${seq} ${what?.type ?? "message"} ${at}`;

/** Invariant 8: what the clock brought about came once, not early, and bears the time at which it was due. */
export function wrongTimes({ lines, holdSeconds, limitSeconds }: Record): string[] {
  const faults: string[] = [];
  let absence: { since: number; holdUntil: number | null; limitAt: number | null } | null = null;
  /** Since when the hold is another than the absence began with: then nothing tells the limit. */
  let extended = false;
  let ends = 0;
  for (const { seq, at, what } of lines) {
    switch (what?.type) {
      case "away": {
        if (absence !== null) faults.push(`${seq}: away, and was away already`);
        if (at < what.since) faults.push(`${seq}: away before it began`);
        const limitAt =
          what.holdUntil === null || extended ? null : what.holdUntil + (limitSeconds - holdSeconds) * 1_000;
        absence = { since: what.since, holdUntil: what.holdUntil, limitAt };
        break;
      }
      case "back":
        if (absence === null) faults.push(`${seq}: back, and was never away`);
        absence = null;
        extended = false;
        break;
      case "joined":
        extended = false;
        break;
      case "hold-extended":
        extended = true;
        if (absence !== null) absence.holdUntil = what.until;
        break;
      case "hold-over":
        if (absence === null || absence.holdUntil === null) faults.push(`${seq}: a hold is over that was not there`);
        else if (!what.givenUp && at !== absence.holdUntil)
          faults.push(`${seq}: the hold until ${absence.holdUntil} was over at ${at}`);
        if (absence !== null) absence.holdUntil = null;
        break;
      case "ended":
        ends += 1;
        if (ends > 1) faults.push(`${seq}: ended twice`);
        if (what.by !== "limit") break;
        if (absence === null) faults.push(`${seq}: the limit of somebody who was there`);
        else if (at < absence.since + limitSeconds * 1_000) faults.push(`${seq}: the limit came early`);
        else if (absence.limitAt !== null && at !== absence.limitAt)
          faults.push(`${seq}: the limit at ${absence.limitAt} came at ${at}`);
        break;
      default:
    }
  }
  return faults;
}
