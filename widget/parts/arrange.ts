import type { Happening } from "#protocol/entries.ts";
import type { Line } from "../client/customer.ts";

export type MessageLine = Extract<Line, { kind: "message" }>;

/** One row of a transcript as it is drawn. */
export type Row =
  | { is: "day"; key: string; at: number }
  | { is: "event"; key: string; at: number; type: Happening["type"]; text: string }
  /** `first` and `last` of those that one person wrote in one go. */
  | { is: "message"; key: string; line: MessageLine; first: boolean; last: boolean; newestOfMine: boolean };

/** Messages of one author this close together form a group. */
const GROUP_MS = 300_000;

/** Whether two instants are on one day of the person's calendar. */
export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

function joins(a: Line | undefined, b: MessageLine): boolean {
  if (a?.kind !== "message") return false;
  return a.from === b.from && a.agentName === b.agentName && Math.abs(b.at - a.at) < GROUP_MS && sameDay(a.at, b.at);
}

/** Puts lines into rows: days, groups, and of what happened only that for which there are words. */
export function arrange(lines: readonly Line[], words: (what: Happening) => string | null): Row[] {
  const rows: Row[] = [];
  let before: Line | undefined;
  let mine: Extract<Row, { is: "message" }> | undefined;
  for (const line of lines) {
    const { key, at } = line;
    const text = line.kind === "event" ? words(line.what) : "";
    if (text === null) continue;
    if (before === undefined || !sameDay(before.at, at)) rows.push({ is: "day", key: `day-${key}`, at });
    if (line.kind === "event") rows.push({ is: "event", key, at, type: line.what.type, text });
    else {
      const last = rows.at(-1);
      const first = !joins(before, line);
      if (!first && last?.is === "message") last.last = false;
      const row = { is: "message" as const, key, line, first, last: true, newestOfMine: line.mine };
      if (line.mine) {
        if (mine !== undefined) mine.newestOfMine = false;
        mine = row;
      }
      rows.push(row);
    }
    before = line;
  }
  return rows;
}
