import { describe, expect, test } from "vitest";
import { needy, newsOf } from "../../../widget/agent/alerts/news.ts";
import type { Stand, Standing } from "../../../widget/agent/alerts/news.ts";

const sam: Standing = {
  name: "Sam",
  state: "active",
  present: true,
  holdUntil: null,
  resumableUntil: null,
  unread: 0,
};
const stand = (mine: Record<string, Partial<Standing>>, offers: Record<string, string> = {}): Stand => ({
  offers: new Map(Object.entries(offers).map(([id, name]) => [id, { name, asked: true }])),
  mine: new Map(Object.entries(mine).map(([id, change]) => [id, { ...sam, ...change }])),
});
const kinds = (before: Stand | null, after: Stand) => newsOf(before, after).map(({ is }) => is);

describe("what is news", () => {
  test("nothing, when one has just come", () => {
    expect(newsOf(null, stand({ c: {} }, { d: "Lena" }))).toEqual([]);
  });

  test("each thing once: the same stand again says nothing", () => {
    const after = stand({ c: { present: false, holdUntil: 5 } }, { d: "Lena" });
    expect(kinds(stand({ c: {} }), after).toSorted()).toEqual(["dropped", "offered"]);
    expect(newsOf(after, stand({ c: { present: false, holdUntil: 9 } }, { d: "Lena" }))).toEqual([]);
  });

  test.for([
    [{}, { present: false, holdUntil: 5 }, "dropped"],
    [{ present: false }, {}, "back"],
    [{ present: false }, { present: false, state: "waiting" }, "hold-over"],
    [{}, { state: "wrap-up" }, "ended"],
    [{ state: "waiting", present: false }, {}, "assigned"],
    [{ unread: 1 }, { unread: 2 }, "message"],
  ] as const)("from %j to %j: %s", ([was, is, news]) => {
    expect(kinds(stand({ c: was }), stand({ c: is }))).toEqual([news]);
  });

  test("what comes by itself is new; what one was offered first was told then", () => {
    expect(kinds(stand({}), stand({ c: {} }))).toEqual(["assigned"]);
    expect(kinds(stand({}, { c: "Sam" }), stand({ c: {} }))).toEqual([]);
  });

  test("what is given automatically is told when it is there, and not on its way", () => {
    const coming: Stand = { ...stand({}), offers: new Map([["c", { name: "Sam", asked: false }]]) };
    expect(kinds(stand({}), coming)).toEqual([]);
    expect(needy(coming)).toBe(0);
    expect(kinds(coming, stand({ c: {} }))).toEqual(["assigned"]);
  });

  test("what one has read, or what was always in wrap-up, is none", () => {
    expect(kinds(stand({ c: { unread: 2 } }), stand({ c: { unread: 0 } }))).toEqual([]);
    expect(kinds(stand({}), stand({ c: { state: "wrap-up" } }))).toEqual([]);
  });

  test("a conversation that is with somebody else now", () => {
    expect(kinds(stand({ c: {} }), stand({}))).toEqual(["gone"]);
    expect(kinds(stand({ c: { state: "wrap-up" } }), stand({}))).toEqual([]);
  });
});

test("the title counts who waits for an answer", () => {
  expect(needy(stand({ c: { unread: 3 }, d: {} }, { e: "Lena" }))).toBe(2);
});
