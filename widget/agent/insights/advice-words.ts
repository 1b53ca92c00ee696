import type { HoldAdvice, InsightsAnswer, LimitAdvice } from "#protocol/insights.ts";
import { agentTime, inWords, several } from "./spans.ts";

type Clocks = NonNullable<InsightsAnswer["clocks"]>;

/** "4 instead of 5 minutes": the unit is said once where both have the same. */
function insteadOf(seconds: number, present: number): string {
  const [one, other] = [inWords(seconds), inWords(present)];
  const [[number = "", unit = ""], [, otherUnit]] = [one.split(" "), other.split(" ")];
  return unit === otherUnit ? `${number} instead of ${other}` : `${one} instead of ${other}`;
}

/** "2 of 61", never torn apart at the end of a line. */
const ofThem = (count: number, whole: number): string => `${count === 0 ? "none" : count}\u00a0of\u00a0${whole}`;

/** What the numbers suggest for the hold, in a sentence or two. */
export function holdWords(advice: HoldAdvice, { holdSeconds }: Clocks): string {
  const { returns } = advice;
  switch (advice.is) {
    case "too-few":
      return `Not enough data yet: ${several(returns, "customer")} came back to an agent in this period. From ${advice.needed} on it says here whether another hold would serve better than ${inWords(holdSeconds)}.`;
    case "shorter": {
      const hold =
        advice.holdSeconds === 0 ? "Without any hold" : `With a hold of ${insteadOf(advice.holdSeconds, holdSeconds)}`;
      return `${hold}, ${ofThem(advice.lost, returns)} returns would have lost their agent and ${agentTime(advice.freedUnitSeconds)} would have been free.`;
    }
    case "longer":
      return `With a hold of ${insteadOf(advice.holdSeconds, holdSeconds)}, ${advice.won} more of ${returns} returns would have found their agent, and ${agentTime(advice.moreUnitSeconds)} more would have been blocked.`;
    case "fits":
      return `A hold of ${inWords(holdSeconds)} fits: ${ofThem(advice.kept, returns)} returns found their agent, and no shorter one would do nearly as well.`;
  }
}

/** What they suggest for the limit. */
export function limitWords(advice: LimitAdvice, { limitSeconds }: Clocks): string {
  const { returns } = advice;
  switch (advice.is) {
    case "too-few":
      return `Not enough data yet: ${several(returns, "return")} in this period; from ${advice.needed} on it says here whether a limit of ${inWords(limitSeconds)} serves.`;
    case "longer":
      return `${ofThem(advice.late, returns)} returns came in the last quarter of the ${inWords(limitSeconds)}. With a longer limit more might come back; what happens after it cannot be seen.`;
    case "shorter": {
      const who = advice.lost === 0 ? "Nobody" : `Only ${ofThem(advice.lost, returns)}`;
      return `${who} came back after more than ${inWords(advice.limitSeconds)}. A limit of ${insteadOf(advice.limitSeconds, limitSeconds)} would have closed what was left sooner.`;
    }
    case "fits":
      return `A limit of ${inWords(limitSeconds)} fits: ${ofThem(advice.late, returns)} returns came in its last quarter.`;
  }
}
