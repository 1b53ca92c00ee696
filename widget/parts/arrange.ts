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

function joins(a: Line | undefined, b: Line | undefined): boolean {
  if (a?.kind !== "message" || b?.kind !== "message") return false;
  return a.from === b.from && a.agentName === b.agentName && Math.abs(b.at - a.at) < GROUP_MS && sameDay(a.at, b.at);
}

/** Puts lines into rows: days, groups, and of what happened only that for which there are words. */
export function arrange(lines: readonly Line[], words: (what: Happening) => string | null): Row[] {
  const shown = lines.flatMap((line): { line: Line; text: string }[] => {
    if (line.kind === "message") return [{ line, text: "" }];
    const text = words(line.what);
    return text === null ? [] : [{ line, text }];
  });
  const newest = shown.findLast(({ line }) => line.kind === "message" && line.mine)?.line.key;
  return shown.flatMap(({ line, text }, index): Row[] => {
    const [before, after] = [shown[index - 1]?.line, shown[index + 1]?.line];
    const { key, at } = line;
    const day: Row[] = before !== undefined && sameDay(before.at, at) ? [] : [{ is: "day", key: `day-${key}`, at }];
    if (line.kind === "event") return [...day, { is: "event", key, at, type: line.what.type, text }];
    return [
      ...day,
      {
        is: "message",
        key,
        line,
        first: !joins(before, line),
        last: !joins(line, after),
        newestOfMine: key === newest,
      },
    ];
  });
}
