import type { Spread } from "#protocol/insights.ts";

/** Widths that read well, in seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400];

/** The narrowest width that covers so many seconds with at most so many bins. */
export function binsFor(seconds: number, most: number): { widthSeconds: number; bins: number } {
  const widthSeconds = WIDTHS.find((width) => Math.ceil(seconds / width) <= most) ?? Math.ceil(seconds / most);
  return { widthSeconds, bins: Math.max(1, Math.ceil(seconds / widthSeconds)) };
}

/** How durations (in milliseconds, the shortest first) are spread over these bins. */
export function spreadOf(
  durations: readonly number[],
  { widthSeconds, bins }: { widthSeconds: number; bins: number },
): Spread {
  const counts = Array.from({ length: bins }, () => 0);
  for (const ms of durations) {
    const bin = Math.min(bins - 1, Math.floor(ms / (widthSeconds * 1_000)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    count: durations.length,
    medianSeconds: quantile(durations, 0.5),
    ninetiethSeconds: quantile(durations, 0.9),
    widthSeconds,
    bins: counts,
  };
}

/** The duration in seconds that this share of all does not exceed; null without any. */
export function quantile(durations: readonly number[], share: number): number | null {
  const ms = durations[Math.max(0, Math.ceil(share * durations.length) - 1)];
  return ms === undefined ? null : ms / 1_000;
}
