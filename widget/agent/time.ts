import { sameDay } from "../parts/arrange.ts";

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const precise = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

const DAY_MS = 86_400_000;

/** The time of day of an instant in epoch milliseconds, as the person's locale writes it. */
export function clockTime(at: number): string {
  return clock.format(at);
}

/** The time of day to the second. */
export function preciseTime(at: number): string {
  return precise.format(at);
}

/** Date and time to the second, for those who hover. */
export function exactTime(at: number): string {
  return exact.format(at);
}

export function dayName(at: number, now: number): string {
  if (sameDay(at, now)) return "Today";
  return sameDay(at, now - DAY_MS) ? "Yesterday" : day.format(at);
}

/** A span in words, in the unit that fits: "42 s", "4 min", "2 h". */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** A span in whole minutes or hours, as a sentence says it: "6 minutes". */
export function longSpan(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 1) return "less than a minute";
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** What is left, to the second: "3:41", "1:02:05". Nothing is left below zero. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, "0")];
  return h === 0 ? `${m}:${s}` : `${h}:${String(m).padStart(2, "0")}:${s}`;
}

/** What went by, to the second: "0:42". */
export function elapsed(ms: number): string {
  return countdown(Math.floor(ms / 1_000) * 1_000);
}

/** How long ago, in as few signs as can be: "now", "4m", "2h", "3d". */
export function ago(at: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
}
