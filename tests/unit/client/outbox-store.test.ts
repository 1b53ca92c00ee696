import { expect, test } from "vitest";
import type { OutboxItem } from "../../../widget/client/core/outbox.ts";
import { createMemoryStore } from "../../../widget/client/io/memory-store.ts";
import { createOutboxStore } from "../../../widget/client/io/outbox-store.ts";

const item = (id: string, text: string, composedAt: number): OutboxItem => ({
  id,
  text,
  composedAt,
  state: { is: "waiting" },
});
const one = item("one", "first", 1);
const two = item("two", "second", 2);

test("what two tabs take back stands in the draft once", () => {
  const texts = createOutboxStore(createMemoryStore(), "rejoin:w1:");
  texts.put("c1", one);
  texts.put("c1", two);
  texts.takeBack("c1", [one]);
  texts.takeBack("c1", [one, two]);
  expect(texts.draft("c1").split("\n").toSorted()).toEqual(["first", "second"]);
  expect(texts.items("c1")).toEqual([]);
});

test("what was refused is remembered as refused, and order is that of composing", () => {
  const texts = createOutboxStore(createMemoryStore(), "rejoin:w1:");
  const refused: OutboxItem = { ...two, state: { is: "failed", code: "too-long" } };
  texts.put("c1", refused);
  texts.put("c1", one);
  expect(texts.items("c1")).toEqual([one, refused]);
});

test("what another conversation left unsent is handed over once, and widgets do not share", () => {
  const store = createMemoryStore();
  const texts = createOutboxStore(store, "rejoin:w1:");
  createOutboxStore(store, "rejoin:w10:").put("c1", two);
  texts.put("old", one);
  texts.putDraft("old", "half");
  texts.putDraft("c1", "mine");
  expect(texts.takeLeftovers("c1")).toBe("first\nhalf");
  expect(texts.takeLeftovers("c1")).toBe("");
  expect(texts.draft("c1")).toBe("mine");
  expect(store.keys("rejoin:w10:")).toHaveLength(1);
});

test("what is broken, or nobody's, is passed over and never in the way", () => {
  const store = createMemoryStore();
  const texts = createOutboxStore(store, "rejoin:w1:");
  texts.put("c1", one);
  const garbage = ["", "{", "null", "7", '"text"', "[]", "{}", '{"text":7}', '{"text":"whose?","owner":7}'];
  for (const [index, value] of garbage.entries()) {
    store.set(`rejoin:w1:out:c1:m${index}`, value);
    store.set(`rejoin:w1:draft:old${index}`, value);
  }
  store.set("rejoin:w1:draft:c1", "{");
  expect([texts.items("c1"), texts.draft("c1"), texts.takeLeftovers("c1", "7")]).toEqual([[one], "", ""]);
  store.set("rejoin:w1:out:c1:odd", '{"text":"odd","composedAt":"soon","failed":7}');
  expect(texts.items("c1").map(({ text, state }) => [text, state.is])).toEqual([
    ["first", "waiting"],
    ["odd", "waiting"],
  ]);
});
