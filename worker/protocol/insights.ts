import * as v from "valibot";
import { RecordFilter } from "./records.ts";
import { EndedBy, EndReason } from "./entries.ts";

/** The longest period that figures are made of, in days. */
export const INSIGHTS_DAYS = 92;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** `GET /v1/insights`, and `/v1/insights.csv`: of the conversations that ended in this period. */
export const InsightsQuery = v.pipe(
  v.object({
    ...RecordFilter.entries,
    from: v.nonOptional(RecordFilter.entries.from, "is needed"),
    until: v.nonOptional(RecordFilter.entries.until, "is needed"),
    /** Whose hours: an IANA time zone. */
    zone: v.optional(v.pipe(v.string(), v.maxLength(64), v.check(isZone, "not a time zone")), "UTC"),
  }),
  v.forward(
    v.partialCheck(
      [["from"], ["until"]],
      ({ from, until }) => until > from && until - from <= INSIGHTS_DAYS * DAY_MS,
      `must be after \`from\`, and at most ${INSIGHTS_DAYS} days`,
    ),
    ["until"],
  ),
);
export type InsightsQuery = v.InferOutput<typeof InsightsQuery>;

function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const Count = v.number();

/** How durations are spread: how many fall into each `widthSeconds` from zero on; the last holds all that are longer, too. */
export const Spread = v.object({
  count: Count,
  /** Null without any. */
  medianSeconds: v.nullable(v.number()),
  /** Nine of ten are not longer. */
  ninetiethSeconds: v.nullable(v.number()),
  widthSeconds: v.number(),
  bins: v.array(Count),
});
export type Spread = v.InferOutput<typeof Spread>;

/** Holds that ended in one way, and what they blocked: units times seconds. */
export const HoldSum = v.object({ count: Count, unitSeconds: v.number() });
export type HoldSum = v.InferOutput<typeof HoldSum>;

/** What another hold would have meant for the very same absences. */
export const HoldChoice = v.object({
  holdSeconds: v.number(),
  /** How many who came back would have found their agent. */
  kept: Count,
  unitSeconds: v.number(),
});
export type HoldChoice = v.InferOutput<typeof HoldChoice>;

/** What the numbers suggest for the hold. `returns`: how many came back to a conversation that an agent had. */
export const HoldAdvice = v.variant("is", [
  v.object({ is: v.literal("too-few"), returns: Count, needed: Count }),
  v.object({
    is: v.literal("shorter"),
    returns: Count,
    holdSeconds: v.number(),
    lost: Count,
    freedUnitSeconds: v.number(),
  }),
  v.object({
    is: v.literal("longer"),
    returns: Count,
    holdSeconds: v.number(),
    won: Count,
    moreUnitSeconds: v.number(),
  }),
  v.object({ is: v.literal("fits"), returns: Count, kept: Count }),
]);
export type HoldAdvice = v.InferOutput<typeof HoldAdvice>;

/** What they suggest for the limit. What happens after it cannot be seen. `late`: came back in its last quarter. */
export const LimitAdvice = v.variant("is", [
  v.object({ is: v.literal("too-few"), returns: Count, needed: Count }),
  v.object({ is: v.literal("longer"), returns: Count, late: Count }),
  v.object({ is: v.literal("shorter"), returns: Count, limitSeconds: v.number(), lost: Count }),
  v.object({ is: v.literal("fits"), returns: Count, late: Count }),
]);
export type LimitAdvice = v.InferOutput<typeof LimitAdvice>;

export const InsightsAnswer = v.object({
  from: v.number(),
  until: v.number(),
  zone: v.string(),
  conversations: v.object({
    count: Count,
    /** An agent joined. */
    joined: Count,
    messages: Count,
    endings: v.array(
      v.object({ by: v.fallback(EndedBy, "agent"), reason: v.fallback(EndReason, "ended"), count: Count }),
    ),
  }),
  drops: v.object({
    count: Count,
    /** Back while the agent was held for them. */
    inHold: Count,
    /** Back later, before the limit; or to the queue, in which they had been. */
    later: Count,
    never: Count,
    /** By a reconnect link, of those who came back. */
    byLink: Count,
    /** Shorter than ten seconds: page changes, blips. In no other figure. */
    blinks: Count,
  }),
  /** Of those who came back, from when the drop was noticed, as the clocks run. */
  returns: v.object({ inHold: Spread, later: Spread }),
  /** Who had an agent, dropped and came back: to whom. `nobody`: it ended before anyone took it again. */
  agents: v.object({ same: Count, other: Count, nobody: Count }),
  holds: v.object({ kept: HoldSum, over: HoldSum, letGo: HoldSum, ended: HoldSum }),
  /** Until the first agent joined, or the customer was gone. */
  waiting: Spread,
  /** From the start to the first words of an agent. */
  firstAnswer: Spread,
  /** How many began at each hour of the day, and on how many days. */
  hours: v.array(Count),
  days: Count,
  /** The clocks of the last conversation; null without any. `mixed`: others ran by other clocks. */
  clocks: v.nullable(v.object({ holdSeconds: v.number(), limitSeconds: v.number(), mixed: v.boolean() })),
  choices: v.array(HoldChoice),
  advice: v.nullable(v.object({ hold: HoldAdvice, limit: LimitAdvice })),
});
export type InsightsAnswer = v.InferOutput<typeof InsightsAnswer>;
