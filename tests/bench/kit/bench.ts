import type { Figure } from "./figure.ts";

/** `tiny`: everything once, as small as can be, to see that it works; its figures mean nothing. */
export type Size = "full" | "tiny";

/** Where the figures are measured. */
export interface Ground {
  /** A production build. */
  readonly builtDir: string;
  readonly size: Size;
  /** Tells of progress. */
  say(line: string): void;
}

/** One group of figures; `npm run bench -- --only <name>` runs it alone. */
export interface Bench {
  readonly name: string;
  measure(ground: Ground): Promise<Figure[]>;
}

/** The amount for this run. */
export const sized = <T>({ size }: Ground, full: T, tiny: T): T => (size === "full" ? full : tiny);
