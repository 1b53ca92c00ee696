import { median, type Spread, spreadOf } from "./statistics.ts";

/** One figure, as it is printed and written: a value beside what it is measured against, in the same run. */
export interface Figure {
  /** What is measured, in words: "message: to the other side, p50". */
  name: string;
  value: number;
  unit: string;
  /** What the same thing costs without us; null where there is nothing to compare with. */
  baseline: number | null;
  /** `value / baseline`; the median of the rounds' own ratios where both were measured in turn. */
  ratio: number | null;
  /** What it should be, in words; empty for a figure that is only told. */
  aim: string;
  /** Whether it is; null without an aim. */
  ok: boolean | null;
  /** The lowest and highest of the rounds, in the same unit; null if there was one. */
  spread: Spread | null;
  baselineSpread: Spread | null;
  /** What the baseline is, and whatever else has to be said. */
  note: string;
}

/** What is asked of a figure: `says` is how it is printed. */
export interface Aim {
  says: string;
  holds: (value: number, ratio: number | null) => boolean;
}

export const ratioAtMost = (most: number): Aim => ({
  says: `at most ${most}x`,
  holds: (_value, ratio) => ratio !== null && ratio <= most,
});
export const ratioAtLeast = (least: number): Aim => ({
  says: `at least ${least}x`,
  holds: (_value, ratio) => ratio !== null && ratio >= least,
});
export const atMost = (most: number, unit = ""): Aim => ({
  says: `at most ${most.toLocaleString("en")}${unit === "" ? "" : ` ${unit}`}`,
  holds: (value) => value <= most,
});

interface Words {
  name: string;
  unit: string;
  note: string;
  aim?: Aim;
}

/** A figure of rounds that were measured in turn: ours and the baseline's of each round stand at the same place. */
export function compared(words: Words, ours: readonly number[], base: readonly number[]): Figure {
  const ratios = ours.flatMap((value, round) => {
    const beside = base[round];
    return beside === undefined || beside === 0 ? [] : [value / beside];
  });
  const ratio = ratios.length === 0 ? null : median(ratios);
  return figure(words, ours, base, ratio);
}

/** A figure that stands alone, or beside one fixed number. */
export function counted(words: Words, value: number, baseline: number | null = null): Figure {
  const ratio = baseline === null || baseline === 0 ? null : value / baseline;
  return figure(words, [value], baseline === null ? [] : [baseline], ratio);
}

function figure(
  { name, unit, note, aim }: Words,
  ours: readonly number[],
  base: readonly number[],
  ratio: number | null,
): Figure {
  const value = median(ours);
  return {
    name,
    value,
    unit,
    baseline: base.length === 0 ? null : median(base),
    ratio,
    aim: aim?.says ?? "",
    ok: aim?.holds(value, ratio) ?? null,
    spread: ours.length > 1 ? spreadOf(ours) : null,
    baselineSpread: base.length > 1 ? spreadOf(base) : null,
    note,
  };
}
