import { describe, expect, test } from "vitest";
import { check } from "#protocol/decode.ts";
import { InsightsQuery } from "#protocol/insights.ts";
import { binsFor, spreadOf } from "../../../worker/core/insights/bins.ts";
import { CSV_HEAD, type CsvLine, csvLine } from "../../../worker/core/insights/csv.ts";
import { byHour, QUARTER_MS } from "../../../worker/core/insights/hours.ts";

const quarter = (iso: string) => Date.parse(iso) / QUARTER_MS;

describe("byHour", () => {
  test.for([
    ["UTC", 23],
    ["Europe/Lisbon", 0],
    ["America/New_York", 19],
    ["Asia/Kolkata", 4],
    ["Asia/Kathmandu", 5],
  ] as const)("in %s a quarter past eleven at night UTC in summer is hour %i", ([zone, hour]) => {
    const hours = byHour([{ quarter: quarter("2026-07-01T23:15:00Z"), count: 3 }], zone);
    expect(hours).toHaveLength(24);
    expect(hours[hour]).toBe(3);
  });

  test("the same hour counts as one when the clocks are changed", () => {
    // Lisbon is on UTC+1 until 25 October 2026, 01:00 UTC.
    const both = [quarter("2026-10-24T09:00:00Z"), quarter("2026-10-26T10:00:00Z")];
    expect(
      byHour(
        both.map((each) => ({ quarter: each, count: 1 })),
        "Europe/Lisbon",
      )[10],
    ).toBe(2);
  });
});

test.for([
  [1_200, 40, { widthSeconds: 30, bins: 40 }],
  [50, 40, { widthSeconds: 2, bins: 25 }],
  [0, 40, { widthSeconds: 1, bins: 1 }],
  [30 * 86_400, 40, { widthSeconds: 86_400, bins: 30 }],
] as const)("binsFor %i s, at most %i", ([seconds, most, bins]) => {
  expect(binsFor(seconds, most)).toEqual(bins);
});

describe("spreadOf", () => {
  test("the last bin holds all that are longer; half and nine of ten are not above what is told", () => {
    const durations = [0, 999, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 6_000, 90_000];
    expect(spreadOf(durations, { widthSeconds: 1, bins: 4 })).toEqual({
      count: 10,
      medianSeconds: 2,
      ninetiethSeconds: 6,
      widthSeconds: 1,
      bins: [2, 2, 1, 5],
    });
  });

  test("of none there is nothing", () => {
    expect(spreadOf([], { widthSeconds: 5, bins: 2 })).toEqual({
      count: 0,
      medianSeconds: null,
      ninetiethSeconds: null,
      widthSeconds: 5,
      bins: [0, 0],
    });
  });
});

const LINE: CsvLine = {
  conversationId: "abc",
  widgetId: "shop",
  workstreamId: "sales",
  customerName: "Sam",
  subject: null,
  startedAt: "2026-11-28T10:00:00.000Z",
  endedAt: "2026-11-28T10:10:00.000Z",
  by: "customer",
  reason: "ended",
  agents: "Ana; Ben",
  messages: 7,
  waitSeconds: 12.5,
  firstAnswerSeconds: null,
  holdSeconds: 300,
  limitSeconds: 1_200,
  units: 1,
  blinks: 0,
  drops: 1,
  returnsInHold: 1,
  returnsLater: 0,
  neverBack: 0,
  byLink: 0,
  backToSameAgent: 1,
  backToOtherAgent: 0,
  longestReturnSeconds: 42,
  heldUsedSeconds: 42,
  heldWastedSeconds: 0,
};

describe("csvLine", () => {
  test("as many cells as the head, and nothing for what there is not", () => {
    const line = csvLine(LINE);
    expect(line).toBe(
      "abc,shop,sales,Sam,,2026-11-28T10:00:00.000Z,2026-11-28T10:10:00.000Z,customer,ended,Ana; Ben,7,12.5,,300,1200,1,0,1,1,0,0,0,1,0,42,42,0\r\n",
    );
    expect(CSV_HEAD.split(",")).toHaveLength(line.split(",").length);
  });

  const named = (customerName: string) =>
    csvLine({ ...LINE, customerName }).replace(/^abc,shop,sales,(.*),,2026-11-28T10:00[^]*$/su, "$1");

  test.for([
    ['Sam "Ace" Carter', '"Sam ""Ace"" Carter"'],
    ["Carter, Sam", '"Carter, Sam"'],
    ["two\r\nlines", '"two\r\nlines"'],
    [" spaces ", '" spaces "'],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    [" =1", "' =1"],
    ["＝1", "'＝1"],
    ["\t=1", "'\t=1"],
    ['=1,"x"', `"'=1,""x"""`],
    ["a=b", "a=b"],
    ["Zoë 配送", "Zoë 配送"],
  ] as const)("%j", ([name, cell]) => {
    expect(named(name)).toBe(cell);
  });
});

describe("InsightsQuery", () => {
  const DAY = 86_400_000;
  const fits = (query: Record<string, string>) => check(InsightsQuery, query);

  test("numbers and a zone", () => {
    expect(fits({ from: "0", until: String(DAY) })).toEqual({ ok: true, value: { from: 0, until: DAY, zone: "UTC" } });
    expect(fits({ from: "0", until: String(92 * DAY), zone: "Europe/Lisbon", agentId: "ana" }).ok).toBe(true);
  });

  test.for([
    {},
    { from: "0" },
    { until: "0" },
    { from: "5", until: "5" },
    { from: "0", until: String(92 * DAY + 1) },
    { from: "-1", until: "5" },
    { from: "0", until: "x" },
    { from: "0", until: "5", zone: "Mars/Olympus" },
    { from: "0", until: "5", widgetId: "'" },
  ] as Record<string, string>[])("%j is refused", (query) => {
    expect(fits(query)).toMatchObject({ ok: false });
  });
});
