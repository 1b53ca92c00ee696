import { expect, test } from "vitest";
import type { OutboxItem } from "../../../widget/client/core/outbox.ts";
import { createMemoryStore } from "../../../widget/client/io/memory-store.ts";
import { createOutboxStore } from "../../../widget/client/io/outbox-store.ts";
import type { Unsent } from "../../../widget/client/io/outbox-store.ts";

const item = (id: string, text: string, composedAt: number): OutboxItem => ({
  id,
  text,
  composedAt,
  state: { is: "waiting" },
});
const one = item("one", "first", 1);
const two = item("two", "second", 2);
const in1 = (outbox: OutboxItem[], draft = "", owner: string | null = null): Unsent => ({
  conversationId: "c1",
  owner,
  outbox,
  draft,
});
const nothing = in1([]);

/** A store, and what stands in it. */
function open() {
  const store = createMemoryStore();
  const standing = () => Object.fromEntries(store.keys("").map((key) => [key, JSON.parse(store.get(key) ?? "")]));
  return { store, standing, texts: createOutboxStore(store, "rejoin:w1:") };
}

test("what two tabs take back stands in the draft once, whichever knew more of it", () => {
  for (const [sooner, later] of [
    [[one], [one, two]],
    [[one, two], [two]],
    [[two], [one]],
  ] as OutboxItem[][][]) {
    const { texts } = open();
    texts.follow(nothing, in1([one, two]));
    for (const outbox of [sooner, later])
      texts.follow(in1(outbox ?? []), in1([], outbox?.map(({ text }) => text).join("\n")));
    expect(texts.draft("c1", null).split("\n").toSorted()).toEqual(["first", "second"]);
  }
});

test("what was refused is remembered as refused, and order is that of composing", () => {
  const { texts } = open();
  const refused: OutboxItem = { ...two, state: { is: "failed", code: "too-long" } };
  texts.follow(nothing, in1([two]));
  texts.follow(in1([two]), in1([refused]));
  texts.follow(in1([refused]), in1([one, refused]));
  expect(texts.items("c1", null)).toMatchObject([one, refused]);
});

test("what is in the transcript, or thrown away, is in storage no more", () => {
  const { texts, standing } = open();
  texts.follow(nothing, in1([one, two]));
  texts.follow(in1([one, two]), in1([two]));
  expect(texts.items("c1", null)).toMatchObject([two]);
  texts.follow(in1([two]), nothing);
  expect(standing()).toEqual({});
});

test("P08 what a person claims is told to nobody else", () => {
  const { texts, standing } = open();
  texts.follow(nothing, in1([one], "half"));
  texts.follow(in1([one], "half"), in1([one], "half", "ana"));
  expect(standing()).toMatchObject({
    "rejoin:w1:out:c1:one": { owner: "ana" },
    "rejoin:w1:draft:c1": { text: "half", owner: "ana" },
  });
  for (const owner of [null, "ben"])
    expect([texts.items("c1", owner), texts.draft("c1", owner), texts.takeLeftovers("c2", owner)]).toEqual([
      [],
      "",
      "",
    ]);
  expect([texts.items("c1", "ana"), texts.draft("c1", "ana")]).toMatchObject([[one], "half"]);
});

test("what another conversation left unsent is handed over once, and widgets do not share", () => {
  const { store, texts } = open();
  createOutboxStore(store, "rejoin:w10:").follow(nothing, in1([two]));
  texts.follow({ ...nothing, conversationId: "old" }, { ...in1([one], "half"), conversationId: "old" });
  texts.follow(nothing, in1([], "mine"));
  expect(texts.takeLeftovers("c1", null)).toBe("first\nhalf");
  expect(texts.takeLeftovers("c1", null)).toBe("");
  expect(texts.draft("c1", null)).toBe("mine");
  expect(store.keys("rejoin:w10:")).toHaveLength(1);
});

test("what is broken, or nobody's, is passed over and never in the way", () => {
  const { store, texts } = open();
  texts.follow(nothing, in1([one]));
  const garbage = ["", "{", "null", "7", '"text"', "[]", "{}", '{"text":7}', '{"text":"whose?","owner":7}'];
  for (const [index, value] of garbage.entries()) {
    store.set(`rejoin:w1:out:c1:m${index}`, value);
    store.set(`rejoin:w1:draft:old${index}`, value);
  }
  store.set("rejoin:w1:draft:c1", "{");
  expect([texts.items("c1", null), texts.draft("c1", null), texts.takeLeftovers("c1", "7")]).toMatchObject([
    [one],
    "",
    "",
  ]);
  store.set("rejoin:w1:out:c1:odd", '{"text":"odd","composedAt":"soon","state":{"is":"lost"}}');
  expect(texts.items("c1", null).map(({ text, state }) => [text, state.is])).toEqual([
    ["first", "waiting"],
    ["odd", "waiting"],
  ]);
});
