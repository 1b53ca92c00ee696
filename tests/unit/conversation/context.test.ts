import { describe, expect, test } from "vitest";
import { StartBody } from "#protocol/bodies.ts";
import { check } from "#protocol/decode.ts";
import { CustomerFrame } from "#protocol/frames.ts";
import { Backstage, View } from "#protocol/view.ts";
import type { Told } from "../../../worker/core/conversation/commands.ts";
import { wordsAfter } from "../../../worker/core/conversation/words.ts";
import {
  ana,
  beginning,
  byAgent,
  clock,
  comes,
  customer,
  drops,
  ends,
  given,
  goOn,
  life,
  type Step,
} from "./support.ts";

const active = [comes(0), given(20, ana)];
const tells = (seconds: number, told: Told): Step => [seconds, { type: "context", told }];

describe("what the customer's page tells of them", () => {
  test("agents see it, and the desk calls them by the name", () => {
    const told = { name: "Sam", page: "https://shop.example/cart", facts: { plan: "pro" } };
    const { view, backstage, summary, lines, reply } = life({}, ...active, tells(30, told));
    expect(reply).toEqual({ ok: true });
    expect(view.customer).toEqual({ name: "Sam", verified: false });
    expect(backstage).toMatchObject({ page: told.page, context: told.facts });
    expect(summary.customer).toEqual({ name: "Sam", verified: false });
    // No line of the transcript: those of before are all.
    expect(lines.map(([, { type }]) => type)).toEqual(["joined"]);
  });

  test("what is left out stays as it is; facts are told whole", () => {
    const first = tells(30, { name: "Sam", facts: { plan: "pro", cart: "2 items" } });
    const { view, backstage } = life({}, ...active, first, tells(40, { facts: { plan: "free" } }));
    expect(view.customer.name).toBe("Sam");
    expect(backstage.context).toEqual({ plan: "free" });
    expect(life({}, ...active, first, tells(40, { facts: {} })).backstage.context).toEqual({});
  });

  test.each<[string, Told]>([
    ["the same again", { name: "Sam", page: "https://shop.example/", facts: { plan: "pro", cart: "1" } }],
    ["the same in another order", { facts: { cart: "1", plan: "pro" } }],
    ["nothing", {}],
  ])("%s changes nothing at all", (_name, told) => {
    const first = { name: "Sam", page: "https://shop.example/", facts: { plan: "pro", cart: "1" } };
    const { state } = life({}, ...active, tells(30, first));
    expect(goOn(state, tells(40, told)).state).toBe(state);
  });

  test("one fact that differs, or that objects inherit, is news", () => {
    const { state } = life({}, ...active, tells(30, { facts: { plan: "pro" } }));
    expect(goOn(state, tells(40, { facts: { plan: "free" } })).backstage.context).toEqual({ plan: "free" });
    expect(goOn(state, tells(40, { facts: { toString: "x" } })).backstage.context).toEqual({ toString: "x" });
  });

  test("a new name is the desk's business, a page or a fact is not", () => {
    const { state } = life({}, ...active);
    const words = (told: Told) => wordsAfter(state, goOn(state, tells(30, told)).state).map(({ topic }) => topic);
    expect(words({ name: "Sam" })).toEqual(["desk"]);
    expect(words({ page: "https://shop.example/", facts: { plan: "pro" } })).toEqual([]);
  });

  test("a verified customer's name as well, unless the site has signed one", () => {
    expect(life({ subject: "s-1" }, ...active, tells(30, { name: "Sam" })).view.customer).toEqual({
      name: "Sam",
      verified: true,
    });
    const plain = beginning({ subject: "s-1" });
    const signed = { ...plain, customer: { ...plain.customer, name: "Anna", nameSigned: true } };
    const told = goOn(signed, ...active, tells(30, { name: "Boss", facts: { plan: "pro" } }));
    expect(told.view.customer.name).toBe("Anna");
    expect(told.backstage.context).toEqual({ plan: "pro" });
  });

  test("after the end nothing of it is taken, and nobody complains", () => {
    for (const over of [ends(30, byAgent(ana)), ends(30, customer)]) {
      const ended = life({}, ...active, over);
      const after = goOn(ended.state, tells(40, { name: "Sam", facts: { plan: "pro" } }));
      expect(after.reply).toEqual({ ok: true });
      expect(after.state).toBe(ended.state);
    }
  });
});

test("L05 an end by the limit says since when the customer had been away; no other end does", () => {
  const late = life({}, ...active, drops(50, 5), clock(2_000));
  expect(late.view.phase).toMatchObject({
    ended: { by: "limit", reason: "expired", awaySince: late.state.startedAt + 45_000 },
  });
  expect(check(View, late.view)).toEqual({ ok: true, value: late.view });
  const ended = life({}, ...active, drops(50), ends(60, byAgent(ana))).view.phase;
  expect(ended).toMatchObject({
    state: "wrap-up",
    ended: expect.not.objectContaining({ awaySince: expect.anything() }),
  });
});

describe("what fits is taken, and the rest left out", () => {
  const read = (fields: object) => {
    const frame = check(CustomerFrame, { type: "context", ...fields });
    return frame.ok ? frame.value : frame.problem;
  };

  test.each<[string, unknown, unknown]>([
    ["text under a name", { plan: "pro" }, { plan: "pro" }],
    ["numbers and truths, as text", { orders: 3, vip: true }, { orders: "3", vip: "true" }],
    ["nothing else than text", { a: null, b: {}, c: ["x"], d: "yes" }, { d: "yes" }],
    ["up to 40 and 200 characters", { ["k".repeat(40)]: "v".repeat(200) }, { ["k".repeat(40)]: "v".repeat(200) }],
    ["not one more", { ["k".repeat(41)]: "x", x: "v".repeat(201), y: "yes" }, { y: "yes" }],
    ["nothing empty", { "": "x", " ": "x", x: "", y: "\n" }, {}],
    ["no name that would harm", JSON.parse('{"__proto__":"x","constructor":"x","plan":"pro"}'), { plan: "pro" }],
    ["no facts at all", "pro", undefined],
    ["no list", null, undefined],
  ])("facts: %s", (_name, facts, taken) => {
    expect(read({ facts })).toEqual(taken === undefined ? { type: "context" } : { type: "context", facts: taken });
  });

  test("the first twenty facts", () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`fact ${n}`, `${n}`]));
    const frame = read({ facts: many });
    expect(frame).toMatchObject({ facts: { "fact 0": "0", "fact 19": "19" } });
    expect(Object.keys((frame as { facts: object }).facts)).toHaveLength(20);
  });

  test.each<[string, unknown, string | undefined]>([
    ["a web address", "https://shop.example/cart?a=b#top", "https://shop.example/cart?a=b#top"],
    ["a script", "javascript:alert(1)", undefined],
    ["a relative address", "/cart", undefined],
    ["no text", 7, undefined],
    ["one that is too long", `https://shop.example/${"x".repeat(3_000)}`, undefined],
    ["one with a link's token", "https://shop.example/#rejoin=secret", "https://shop.example/"],
    ["one with a link's token and more", "https://shop.example/#/a?b&rejoin=secret&c", "https://shop.example/#/a?b&c"],
  ])("page: %s", (_name, page, taken) => {
    expect((read({ page }) as { page?: string }).page).toBe(taken);
    const body = check(StartBody, { startId: "a".repeat(22), page });
    expect(body.ok && body.value.page).toBe(taken);
  });

  test.each<[unknown, string | undefined]>([
    [" Sam ", "Sam"],
    ["", undefined],
    [" ", undefined],
    ["x".repeat(81), undefined],
    [{ first: "Sam" }, undefined],
  ])("name: %j", (name, taken) => {
    expect((read({ name }) as { name?: string }).name).toBe(taken);
    const body = check(StartBody, { startId: "a".repeat(22), name });
    expect(body.ok && body.value.name).toBe(taken);
  });

  test.each<[unknown, unknown]>([
    [{ facts: { plan: "pro" } }, { facts: { plan: "pro" } }],
    [{ facts: 7 }, {}],
    [{}, {}],
    ["pro", undefined],
    [null, undefined],
  ])("a start with the context %j is a start all the same", (context, taken) => {
    const body = check(StartBody, { startId: "a".repeat(22), context });
    expect(body.ok && body.value.context).toEqual(taken);
  });
});

test("a client reads the backstage of a server that knows of no context", () => {
  const { context, ...older } = life({}, ...active).backstage;
  expect(context).toEqual({});
  expect(check(Backstage, older)).toMatchObject({ ok: true, value: { context: {} } });
});
