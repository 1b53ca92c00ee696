/** The lowest and the highest. */
export type Spread = [number, number];

/** The value below which this share of them lies, by the nearest rank. Throws on none: a figure of nothing is a fault. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function spreadOf(values: readonly number[]): Spread {
  return [quantile(values, 0), quantile(values, 1)];
}

/** A source of numbers in [0, 1) that is the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The waiting time, in milliseconds, until the next of so many a second that come when they like (Poisson). */
export function nextArrivalMs(perSecond: number, random: number): number {
  return (-Math.log(1 - random) * 1_000) / perSecond;
}
