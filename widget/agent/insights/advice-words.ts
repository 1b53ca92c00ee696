import type { HoldAdvice, InsightsAnswer, LimitAdvice } from "#protocol/insights.ts";
import { agentTime, inWords, several } from "./spans.ts";

type Clocks = NonNullable<InsightsAnswer["clocks"]>;

/** "4 instead of 5 minutes": the unit is said once where both have the same. */
function insteadOf(seconds: number, present: number): string {
  const [one, other] = [inWords(seconds), inWords(present)];
  const [[number = "", unit = ""], [, otherUnit]] = [one.split(" "), other.split(" ")];
  return unit === otherUnit ? `${number} instead of ${other}` : `${one} instead of ${other}`;
}

const ofThem = (count: number, whole: number): string => (count === 0 ? `none of ${whole}` : `${count} of ${whole}`);

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
      return `${sentence(inWords(holdSeconds))} fit: ${advice.kept} of ${returns} returns found their agent, and no shorter hold would do nearly as well.`;
  }
}

/** What they suggest for the limit. */
export function limitWords(advice: LimitAdvice, { limitSeconds }: Clocks): string {
  const { returns } = advice;
  switch (advice.is) {
    case "too-few":
      return `Not enough data yet: ${several(returns, "return")} in this period; from ${advice.needed} on it says here whether ${inWords(limitSeconds)} are too few or too many.`;
    case "longer":
      return `${advice.late} of ${returns} returns came in the last quarter of the ${inWords(limitSeconds)}. With a longer limit more might come back; what happens after it cannot be seen.`;
    case "shorter": {
      const who = advice.lost === 0 ? "Nobody" : `Only ${advice.lost} of ${returns}`;
      return `${who} came back after more than ${inWords(advice.limitSeconds)}. A limit of ${insteadOf(advice.limitSeconds, limitSeconds)} would have closed what was left sooner.`;
    }
    case "fits":
      return `${sentence(inWords(limitSeconds))} fit: ${ofThem(advice.late, returns)} returns came in the last quarter of them.`;
  }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
