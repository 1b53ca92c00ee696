import type { HoldAdvice, HoldChoice, LimitAdvice } from "#protocol/insights.ts";

/** Fewer returns than this tell more about chance than about people. */
export const ENOUGH_RETURNS = 20;
/** So few of all who came back may lose their agent for a hold to count as as good. */
const BEARABLE = 0.05;
/** A hold that keeps fewer than this is worth making longer. */
const WELL_KEPT = 0.9;
/** What is saved has to be worth a change: this much of what is blocked now. */
const WORTH_IT = 0.05;

/** Holds that are worth a thought, in seconds. */
const SPANS = [0, 30, 60, 120, 180, 240, 300, 360, 420, 480, 600, 720, 900, 1_200, 1_500, 1_800, 2_700, 3_600, 7_200];

/** The holds to be compared: those that people would choose, up to the limit, and the present one. */
export function holdsToTry({ holdSeconds, limitSeconds }: { holdSeconds: number; limitSeconds: number }): number[] {
  const spans = new Set([...SPANS.filter((span) => span <= limitSeconds), holdSeconds]);
  return [...spans].toSorted((a, b) => a - b);
}

/**
 * What the numbers suggest for the hold: the shortest that loses next to nobody, if it frees units worth the name; or, where many lose
 * their agent now, the shortest that keeps nearly all who can be kept. It takes for granted that people come back when they do, whatever the hold is.
 */
export function adviseHold(choices: readonly HoldChoice[], holdSeconds: number, returns: number): HoldAdvice {
  if (returns < ENOUGH_RETURNS) return { is: "too-few", returns, needed: ENOUGH_RETURNS };
  const now = choices.find((choice) => choice.holdSeconds === holdSeconds);
  const longest = choices.at(-1);
  if (now === undefined || longest === undefined) return { is: "too-few", returns, needed: ENOUGH_RETURNS };
  if (now.kept < WELL_KEPT * returns) {
    const better = choices.find(
      (choice) => choice.holdSeconds > holdSeconds && choice.kept >= (1 - BEARABLE) * longest.kept,
    );
    const won = (better?.kept ?? 0) - now.kept;
    if (better !== undefined && won > BEARABLE * returns) {
      const moreUnitSeconds = better.unitSeconds - now.unitSeconds;
      return { is: "longer", returns, holdSeconds: better.holdSeconds, won, moreUnitSeconds };
    }
  }
  const shorter = choices.find(
    (choice) =>
      choice.holdSeconds < holdSeconds &&
      now.kept - choice.kept <= BEARABLE * returns &&
      now.unitSeconds - choice.unitSeconds > WORTH_IT * now.unitSeconds,
  );
  if (shorter === undefined) return { is: "fits", returns, kept: now.kept };
  return {
    is: "shorter",
    returns,
    holdSeconds: shorter.holdSeconds,
    lost: now.kept - shorter.kept,
    freedUnitSeconds: now.unitSeconds - shorter.unitSeconds,
  };
}

/** Where the limit cuts: how many came back in its last quarter, and how many at all. */
export interface Lateness {
  returns: number;
  late: number;
  /** How many came back after so many seconds, by the spans that were asked for. */
  after: readonly { seconds: number; count: number }[];
}

/** The last part of the limit, in which a return is a late one. */
export const LATE_FROM = 0.75;

/** A limit that is this much shorter is another one. */
const MUCH_SHORTER = 0.6;

/** What they suggest for the limit. It is never below the hold. */
export function adviseLimit(
  { returns, late, after }: Lateness,
  clocks: { holdSeconds: number; limitSeconds: number },
): LimitAdvice {
  if (returns < ENOUGH_RETURNS) return { is: "too-few", returns, needed: ENOUGH_RETURNS };
  if (late > BEARABLE * returns) return { is: "longer", returns, late };
  const enough = after.find(
    ({ seconds, count }) =>
      seconds >= clocks.holdSeconds &&
      seconds > 0 &&
      seconds <= MUCH_SHORTER * clocks.limitSeconds &&
      count <= 0.01 * returns,
  );
  if (enough === undefined) return { is: "fits", returns, late };
  return { is: "shorter", returns, limitSeconds: enough.seconds, lost: enough.count };
}
