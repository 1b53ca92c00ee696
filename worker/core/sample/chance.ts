/** Chance that can be had again: the same seed, the same numbers. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  between(from: number, to: number): number;
  /** So often out of one. */
  happens(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Mostly near the middle, now and then far above it: as long as people take for things. */
  about(middle: number): number;
}

/** Mulberry32: small, and random enough for a sample. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + next() * (to - from);
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    about: (middle) => middle * Math.exp(0.7 * (next() + next() + next() - 1.5) * 1.6),
  };
}
