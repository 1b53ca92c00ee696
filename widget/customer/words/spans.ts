import { measure } from "./words.ts";
import type { Words } from "./words.ts";

/** A span in full words: "6 minutes". */
export function longSpan({ tag }: Words, ms: number): string {
  const [count, unit] = measure(ms);
  return count.toLocaleString(tag, { style: "unit", unit, unitDisplay: "long" });
}

/** "6 minutes ago", "yesterday", for the end or the middle of a sentence. */
export function ago({ tag }: Words, ms: number): string {
  const [count, unit] = measure(ms);
  return new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(-count, unit);
}
