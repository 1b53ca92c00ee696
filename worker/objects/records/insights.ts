import type { InsightsAnswer, InsightsQuery } from "#protocol/insights.ts";
import { adviseHold, adviseLimit, holdsToTry } from "../../core/insights/advice.ts";
import { binsFor, quantile, spreadOf } from "../../core/insights/bins.ts";
import { byHour } from "../../core/insights/hours.ts";
import { figuresOf, type Spreadable } from "../../storage/insights-store.ts";
import type { Sql } from "../../storage/sql.ts";

/** How finely a spread is drawn at most. */
const MOST_BINS = 40;

/** The figures of a period, and what they suggest. */
export function insightsOf(sql: Sql, { zone, ...filter }: InsightsQuery): InsightsAnswer {
  const figures = figuresOf(sql, filter);
  const clocks = figures.clocks();
  const drawn = (what: Spreadable) => {
    const durations = figures.durations(what);
    return spreadOf(durations, binsFor(Math.max(10, (quantile(durations, 0.9) ?? 0) * 1.2), MOST_BINS));
  };
  const upToLimit = binsFor(clocks?.limitSeconds ?? 1_200, MOST_BINS);
  const quarters = figures.quarters();
  const choices = clocks === null ? [] : figures.choices(holdsToTry(clocks));
  return {
    from: filter.from,
    until: filter.until,
    zone,
    conversations: figures.conversations(),
    drops: figures.drops(),
    returns: {
      inHold: spreadOf(figures.durations("back-in-hold"), upToLimit),
      later: spreadOf(figures.durations("back-later"), upToLimit),
    },
    agents: figures.agents(),
    holds: figures.holds(),
    waiting: drawn("wait"),
    firstAnswer: drawn("answer"),
    hours: byHour(quarters, zone),
    days: (filter.until - filter.from) / 86_400_000,
    clocks,
    choices,
    advice:
      clocks === null
        ? null
        : {
            hold: adviseHold(choices, clocks.holdSeconds, figures.returnsToHold()),
            limit: adviseLimit(figures.lateness(holdsToTry(clocks)), clocks),
          },
  };
}
