/** Widths that read well, in seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400];

/** The narrowest width that covers so many seconds with at most so many bins. */
export function binsFor(seconds: number, most: number): { widthSeconds: number; bins: number } {
  const widthSeconds = WIDTHS.find((width) => Math.ceil(seconds / width) <= most) ?? Math.ceil(seconds / most);
  return { widthSeconds, bins: Math.max(1, Math.ceil(seconds / widthSeconds)) };
}
