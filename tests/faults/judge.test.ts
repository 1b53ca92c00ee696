import { describe, expect, test } from "vitest";
import type { History, Line } from "./history.ts";
import { createHistory } from "./history.ts";
import type { Kept, Record } from "./judge.ts";
import { isClean, judge } from "./judge.ts";

// Each rule of the judge is seen to find what it is for: a judge that finds nothing proves nothing.

const said = (seq: number, token: string, id = `id-${seq}`): Line => ({
  seq,
  at: seq,
  id,
  text: `Hello ${token}`,
  what: null,
});
const happened = (seq: number, what: NonNullable<Line["what"]>, at = seq): Line => ({
  seq,
  at,
  id: null,
  text: null,
  what,
});
const record = (...lines: Line[]): Record => ({ lines, holdSeconds: 2, limitSeconds: 10 });
const nothing: Kept = { all: "", boxes: "", failed: "" };

function historyOf(...tokens: string[]): History {
  const history = createHistory();
  for (const token of tokens)
    history.compose({ token, side: "customer", author: "laptop", page: "laptop.1", conversationId: "c" });
  return history;
}
const verdictOn = (history: History, lines: Line[], kept = nothing) =>
  judge(history, new Map([["c", record(...lines)]]), () => kept);

describe("messages", () => {
  test("said once, in order, and told: clean", () => {
    const history = historyOf("«1»", "«2»");
    history.tell("«1»");
    const verdict = verdictOn(history, [said(1, "«1»"), said(2, "«2»")]);
    expect(isClean(verdict)).toBe(true);
    expect(verdict).toMatchObject({ composed: 2, acknowledged: 1 });
  });

  test("told and not there is lost, though it is kept", () => {
    const history = historyOf("«1»");
    history.tell("«1»");
    expect(verdictOn(history, [], { ...nothing, all: "«1»" }).lost).toHaveLength(1);
  });

  test("nowhere is lost; kept, or thrown away on purpose, is not", () => {
    expect(verdictOn(historyOf("«1»"), []).lost).toHaveLength(1);
    expect(isClean(verdictOn(historyOf("«1»"), [], { ...nothing, all: "«1»", boxes: "«1»" }))).toBe(true);
    const history = historyOf("«1»");
    history.throwAway("laptop");
    expect(isClean(verdictOn(history, []))).toBe(true);
  });

  test("twice in the transcript is doubled; so is what stands and is shown as not delivered", () => {
    expect(verdictOn(historyOf("«1»"), [said(1, "«1»"), said(2, "«1»")]).doubled).toHaveLength(1);
    const failed = { ...nothing, all: "«1»", failed: "«1»" };
    expect(verdictOn(historyOf("«1»"), [said(1, "«1»")], failed).doubled).toHaveLength(1);
  });

  test("what stands and is in the box as well is counted apart: nothing sends it but a person", () => {
    const verdict = verdictOn(historyOf("«1»"), [said(1, "«1»")], { ...nothing, all: "«1»", boxes: "«1»" });
    expect(verdict.inBox).toHaveLength(1);
    expect(isClean(verdict)).toBe(true);
  });

  test("out of the order in which a page said them", () => {
    expect(verdictOn(historyOf("«1»", "«2»"), [said(1, "«2»"), said(2, "«1»")]).misordered).toHaveLength(1);
  });

  test("in another conversation than it was said in", () => {
    const history = historyOf("«1»");
    const records = new Map([["d", record(said(1, "«1»"))]]);
    expect(judge(history, records, () => nothing).wrong).toHaveLength(1);
  });

  test("two who see different things in one place", () => {
    const history = createHistory();
    history.see("c", said(1, "«1»"), "laptop.1");
    history.see("c", said(1, "«1»"), "Ana");
    expect(history.wrong).toEqual([]);
    history.see("c", said(1, "«2»"), "Ana");
    expect(history.wrong).toHaveLength(1);
  });
});

describe("the transcript", () => {
  test.each([
    ["a gap", [said(1, "«1»"), said(3, "«3»")]],
    ["a number twice", [said(1, "«1»"), said(1, "«3»")]],
    ["an id twice", [said(1, "«1»", "same"), said(2, "«3»", "same")]],
    ["time that runs backwards", [{ ...said(1, "«1»"), at: 5 }, said(2, "«3»")]],
  ])("%s", (_name, lines) => {
    expect(verdictOn(createHistory(), lines).misordered).not.toEqual([]);
  });
});

describe("deadlines", () => {
  const away = (seq: number, holdUntil: number | null) => happened(seq, { type: "away", since: seq, holdUntil });
  const over = (seq: number, at: number, givenUp = false) =>
    happened(seq, { type: "hold-over", agent: { id: "a", name: "Ana" }, givenUp }, at);
  const ended = (seq: number, at: number) => happened(seq, { type: "ended", by: "limit", reason: "expired" }, at);

  test.each([
    ["when they are due", [away(1, 2_001), over(2, 2_001), ended(3, 10_001)]],
    [
      "a hold that was extended",
      [away(1, 2_001), happened(2, { type: "hold-extended", until: 4_000 }), over(3, 4_000)],
    ],
    ["a hold that was given up", [away(1, 2_001), over(2, 500, true)]],
  ])("%s: clean", (_name, lines) => {
    expect(isClean(verdictOn(createHistory(), lines))).toBe(true);
  });

  test.each([
    ["a hold that is over early", [away(1, 2_001), over(2, 2_000)]],
    ["a hold that is over late", [away(1, 2_001), over(2, 2_002)]],
    ["a hold that is over twice", [away(1, 2_001), over(2, 2_001), over(3, 2_001)]],
    ["a limit that comes early", [away(1, null), ended(2, 9_000)]],
    ["a limit that bears another time", [away(1, 2_001), over(2, 2_001), ended(3, 10_002)]],
    [
      "a limit for somebody who is there",
      [away(1, 2_001), happened(2, { type: "back", afterSeconds: 1 }), ended(3, 10_001)],
    ],
    ["an end that comes twice", [away(1, 2_001), over(2, 2_001), ended(3, 10_001), ended(4, 10_001)]],
    ["two absences at once", [away(1, 2_001), away(2, 2_001)]],
  ])("%s", (_name, lines) => {
    expect(verdictOn(createHistory(), lines).wrong).not.toEqual([]);
  });
});
