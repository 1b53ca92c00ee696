import { describe, expect, test } from "vitest";
import type { HoldChoice } from "#protocol/insights.ts";
import { adviseHold, adviseLimit, ENOUGH_RETURNS, holdsToTry } from "../../../worker/core/insights/advice.ts";

const choices = (...list: [holdSeconds: number, kept: number, unitMinutes: number][]): HoldChoice[] =>
  list.map(([holdSeconds, kept, unitMinutes]) => ({ holdSeconds, kept, unitSeconds: unitMinutes * 60 }));

describe("adviseHold", () => {
  test("with few returns it says so, and nothing else", () => {
    const some = choices([60, 3, 10], [300, 10, 90]);
    expect(adviseHold(some, 300, ENOUGH_RETURNS - 1)).toEqual({ is: "too-few", returns: 19, needed: 20 });
    expect(adviseHold([], 300, 100)).toMatchObject({ is: "too-few" });
  });

  test("the shortest hold that loses next to nobody, with what it costs and what it frees", () => {
    const some = choices([60, 30, 40], [180, 55, 120], [240, 58, 165], [300, 60, 200], [600, 61, 380]);
    expect(adviseHold(some, 300, 61)).toEqual({
      is: "shorter",
      returns: 61,
      holdSeconds: 240,
      lost: 2,
      freedUnitSeconds: 35 * 60,
    });
  });

  test("a shorter one that frees next to nothing is not worth a word", () => {
    expect(adviseHold(choices([240, 60, 199], [300, 60, 200]), 300, 61)).toEqual({ is: "fits", returns: 61, kept: 60 });
  });

  test("where many lose their agent, the shortest that keeps nearly all who can be kept", () => {
    const some = choices([60, 20, 20], [120, 30, 40], [300, 50, 90], [600, 58, 150], [1_200, 60, 300]);
    expect(adviseHold(some, 120, 61)).toEqual({
      is: "longer",
      returns: 61,
      holdSeconds: 600,
      won: 28,
      moreUnitSeconds: 110 * 60,
    });
  });

  test("where nothing longer would help, a shorter one may still be as good", () => {
    const some = choices([60, 30, 20], [300, 31, 90], [600, 32, 150]);
    expect(adviseHold(some, 300, 61)).toMatchObject({ is: "shorter", holdSeconds: 60, lost: 1 });
  });

  test("no hold at all is fine where nobody comes back in time", () => {
    expect(adviseHold(choices([0, 0, 0], [300, 1, 90]), 300, 40)).toMatchObject({
      is: "shorter",
      holdSeconds: 0,
      lost: 1,
    });
  });
});

describe("adviseLimit", () => {
  const clocks = { holdSeconds: 300, limitSeconds: 1_200 };
  const after = [
    { seconds: 0, count: 100 },
    { seconds: 60, count: 40 },
    { seconds: 300, count: 12 },
    { seconds: 600, count: 1 },
    { seconds: 900, count: 0 },
  ];

  test("with few returns it says so", () => {
    expect(adviseLimit({ returns: 5, late: 5, after }, clocks)).toEqual({ is: "too-few", returns: 5, needed: 20 });
  });

  test("many late returns ask for more time", () => {
    expect(adviseLimit({ returns: 100, late: 6, after }, clocks)).toEqual({ is: "longer", returns: 100, late: 6 });
  });

  test("a much shorter one that next to nobody would have missed", () => {
    expect(adviseLimit({ returns: 100, late: 0, after }, clocks)).toEqual({
      is: "shorter",
      returns: 100,
      limitSeconds: 600,
      lost: 1,
    });
  });

  test("never below the hold, and not for a little", () => {
    const none = after.map(({ seconds }) => ({ seconds, count: seconds === 0 ? 100 : 0 }));
    expect(adviseLimit({ returns: 100, late: 0, after: none }, clocks)).toMatchObject({ limitSeconds: 300 });
    expect(adviseLimit({ returns: 100, late: 0, after: none }, { holdSeconds: 900, limitSeconds: 1_200 })).toEqual({
      is: "fits",
      returns: 100,
      late: 0,
    });
  });
});

test("holdsToTry: what people would choose, up to the limit, and what is set", () => {
  expect(holdsToTry({ holdSeconds: 200, limitSeconds: 300 })).toEqual([0, 30, 60, 120, 180, 200, 240, 300]);
  expect(holdsToTry({ holdSeconds: 300, limitSeconds: 300 })).toEqual([0, 30, 60, 120, 180, 240, 300]);
});
