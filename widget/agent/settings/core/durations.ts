export type Unit = "seconds" | "minutes" | "hours" | "days";

export const SECONDS_IN: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** The unit in which people would say it: minutes, unless it is less than one or does not come out even. */
export function unitFor(seconds: number): Unit {
  if (seconds === 0) return "minutes";
  if (seconds % 86_400 === 0 && seconds > 86_400) return "days";
  if (seconds % 3_600 === 0 && seconds > 7_200) return "hours";
  return seconds % 60 === 0 || seconds > 600 ? "minutes" : "seconds";
}

/** "20", "1.5": as it stands in the box. */
export function countIn(unit: Unit, seconds: number): string {
  return String(Number((seconds / SECONDS_IN[unit]).toFixed(4)));
}

/** What was typed, in seconds; what is no number stays what it is, so that it can be said at its field. */
export function secondsFrom(text: string, unit: Unit): number | string {
  const count = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(count)) return text;
  return Number((count * SECONDS_IN[unit]).toFixed(4));
}

const SHORT: Record<Unit, string> = { seconds: "s", minutes: "min", hours: "h", days: "d" };

/** "5 min", where there is little room. */
export function inBrief(seconds: number): string {
  const unit = unitFor(seconds);
  return `${Number((seconds / SECONDS_IN[unit]).toFixed(1))} ${SHORT[unit]}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** "20 minutes", "1 minute 30 seconds", "2 hours". */
export function inWords(seconds: number): string {
  const unit = unitFor(seconds);
  if (unit !== "minutes" || seconds % 60 === 0) return counted(seconds / SECONDS_IN[unit], unit.slice(0, -1));
  return `${counted(Math.floor(seconds / 60), "minute")} ${counted(seconds % 60, "second")}`;
}
