import { describe, expect, test } from "vitest";
import type { HoldAdvice, LimitAdvice } from "#protocol/insights.ts";
import { holdWords, limitWords } from "../../../widget/agent/insights/advice-words.ts";
import { agentTime, agentTimeShort, inShort, inWords, share } from "../../../widget/agent/insights/spans.ts";
import { pathOf, queryOf, viewIn } from "../../../widget/agent/insights/view.ts";

const clocks = { holdSeconds: 300, limitSeconds: 1_200, mixed: false };
const plain = (words: string) => words.replaceAll("\u00a0", " ");

describe("what the numbers suggest, in words", () => {
  test.for<[HoldAdvice, string]>([
    [
      { is: "shorter", returns: 61, holdSeconds: 240, lost: 2, freedUnitSeconds: 2_100 },
      "With a hold of 4 instead of 5 minutes, 2 of 61 returns would have lost their agent and 35 agent-minutes would have been free.",
    ],
    [
      { is: "shorter", returns: 61, holdSeconds: 30, lost: 0, freedUnitSeconds: 60 },
      "With a hold of 30 seconds instead of 5 minutes, none of 61 returns would have lost their agent and 1 agent-minute would have been free.",
    ],
    [
      { is: "shorter", returns: 61, holdSeconds: 0, lost: 1, freedUnitSeconds: 90 },
      "Without any hold, 1 of 61 returns would have lost their agent and 1.5 agent-minutes would have been free.",
    ],
    [
      { is: "longer", returns: 61, holdSeconds: 600, won: 9, moreUnitSeconds: 6_600 },
      "With a hold of 10 instead of 5 minutes, 9 more of 61 returns would have found their agent, and 110 agent-minutes more would have been blocked.",
    ],
    [
      { is: "fits", returns: 61, kept: 58 },
      "A hold of 5 minutes fits: 58 of 61 returns found their agent, and no shorter one would do nearly as well.",
    ],
  ])("the hold: $0.is", ([advice, words]) => {
    expect(plain(holdWords(advice, clocks))).toBe(words);
  });

  test("too few for the hold, and for the limit", () => {
    const few = { is: "too-few", returns: 1, needed: 20 } as const;
    expect(holdWords(few, clocks)).toBe(
      "Not enough data yet: 1 customer came back to an agent in this period. From 20 on it says here whether another hold would serve better than 5 minutes.",
    );
    expect(limitWords(few, clocks)).toMatch(/^Not enough data yet: 1 return in this period; from 20 on/);
  });

  test.for<[LimitAdvice, string]>([
    [
      { is: "longer", returns: 61, late: 7 },
      "7 of 61 returns came in the last quarter of the 20 minutes. With a longer limit more might come back; what happens after it cannot be seen.",
    ],
    [
      { is: "shorter", returns: 61, limitSeconds: 480, lost: 0 },
      "Nobody came back after more than 8 minutes. A limit of 8 instead of 20 minutes would have closed what was left sooner.",
    ],
    [
      { is: "shorter", returns: 200, limitSeconds: 480, lost: 1 },
      "Only 1 of 200 came back after more than 8 minutes. A limit of 8 instead of 20 minutes would have closed what was left sooner.",
    ],
    [{ is: "fits", returns: 61, late: 2 }, "A limit of 20 minutes fits: 2 of 61 returns came in its last quarter."],
  ])("the limit: $0.is", ([advice, words]) => {
    expect(plain(limitWords(advice, clocks))).toBe(words);
  });
});

test.for([
  [0, "0 s", "0 seconds"],
  [1, "1 s", "1 second"],
  [4.26, "4.3 s", "4 seconds"],
  [45.3, "45 s", "45 seconds"],
  [60, "1 min", "1 minute"],
  [90, "1.5 min", "1.5 minutes"],
  [1_200, "20 min", "20 minutes"],
  [9_000, "2.5 h", "2.5 hours"],
] as const)("%d seconds", ([seconds, short, words]) => {
  expect([inShort(seconds), inWords(seconds)]).toEqual([short, words]);
});

test("agents' time, and shares", () => {
  expect([agentTime(30), agentTime(3_000), agentTime(72_000)]).toEqual([
    "0.5 agent-minutes",
    "50 agent-minutes",
    "20 agent-hours",
  ]);
  expect([agentTimeShort(30), agentTimeShort(3_000), agentTimeShort(72_000)]).toEqual(["0.5 min", "50 min", "20 h"]);
  expect([share(2, 3), share(0, 5), share(0, 0)]).toEqual(["67 %", "0 %", "–"]);
});

describe("what one looks at stands in the address", () => {
  test("and comes back from it; what is as always is not in it", () => {
    const usual = { days: 28, widgetId: "", workstreamId: "", agentId: "" };
    expect(pathOf(usual)).toBe("");
    expect(viewIn("")).toEqual(usual);
    const view = { days: 7, widgetId: "demo", workstreamId: "general", agentId: "ana" };
    expect(viewIn(pathOf(view))).toEqual(view);
  });

  test.for(["days=5", "days=x", "widget=%22%3E", "nonsense", "&&=", "%E0%A4%A"])(
    "%s is as if it were not there",
    (path) => {
      expect(viewIn(path)).toEqual(viewIn(""));
    },
  );

  test("whole days up to now", () => {
    const now = new Date(2026, 10, 28, 14, 30).getTime();
    const query = new URLSearchParams(queryOf({ ...viewIn("days=7"), agentId: "ana" }, now, "Europe/Lisbon"));
    expect(Number(query.get("from"))).toBe(new Date(2026, 10, 22).getTime());
    expect(Number(query.get("until"))).toBe(now);
    expect([query.get("agentId"), query.get("widgetId"), query.get("zone")]).toEqual(["ana", null, "Europe/Lisbon"]);
  });
});
