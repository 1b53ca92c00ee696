import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ago, longSpan } from "../../../widget/customer/words/spans.ts";
import { createWords } from "../../../widget/customer/words/words.ts";

const zone = process.env["TZ"];
beforeAll(() => void (process.env["TZ"] = "Europe/Lisbon"));
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

const AT = Date.UTC(2026, 10, 22, 14, 5, 9);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Some browsers' data writes a narrow no-break space where others' writes a plain one. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("what is put in", () => {
  const say = createWords("en");

  test("each name is filled wherever it stands, and what is not given stays", () => {
    expect(say("{a} and {b} and {a}", { a: "one", b: "two" })).toBe("one and two and one");
    expect(say("Chat with {name}")).toBe("Chat with {name}");
  });

  test("what a person wrote is text: it is not filled again, and has no say in how it is put in", () => {
    expect(say("{name}, {time}", { name: "{time} $& $1", time: "5 min" })).toBe("{time} $& $1, 5 min");
    expect(say("{name}", { name: "<b>Ana</b>" })).toBe("<b>Ana</b>");
  });

  test("numbers are written as the language writes them, words that look like numbers are not touched", () => {
    expect(say("{n} of {all}", { n: 4_000, all: "4000" })).toBe("4,000 of 4000");
    expect(createWords("de")("{n}", { n: 4_000 })).toBe("4.000");
    expect(createWords("ar-EG")("{n}", { n: 42 })).toBe("\u2068٤٢\u2069");
    expect(createWords("ar-MA")("{n}", { n: 4_000 })).toBe("4.000");
  });
});

describe("plural forms", () => {
  const count = (tag: string, text: Record<string, string> & { other: string }, ns: number[]): string[] =>
    ns.map((n) => createWords(tag)(text, { n }));

  test("English has two, and German as well", () => {
    const text = { one: "{n} message", other: "{n} messages" };
    expect(count("en", text, [0, 1, 2])).toEqual(["0 messages", "1 message", "2 messages"]);
    expect(count("de-AT", text, [0, 1, 2])).toEqual(["0 messages", "1 message", "2 messages"]);
  });

  test("Polish: 1, 2 to 4 but for 12 to 14, and the rest", () => {
    const text = { one: "one", few: "few", many: "many", other: "other" };
    expect(count("pl", text, [1, 2, 5, 12, 22, 25, 1.5])).toEqual([
      "one",
      "few",
      "many",
      "many",
      "few",
      "many",
      "other",
    ]);
  });

  test("Arabic has six", () => {
    const text = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
    expect(count("ar", text, [0, 1, 2, 3, 11, 100])).toEqual(["zero", "one", "two", "few", "many", "other"]);
  });

  test("a form that is not there, and a number that is not given, are the general one", () => {
    expect(count("pl", { other: "other" }, [1])).toEqual(["other"]);
    expect(createWords("en")({ one: "one", other: "other" })).toBe("other");
  });
});

describe("from right to left", () => {
  test("names, numbers and times are isolated in an Arabic text", () => {
    const say = createWords("ar");
    expect(say("{name} معك", { name: "Ana" })).toBe("\u2068Ana\u2069 معك");
    expect(say({ other: "{n} رسائل" }, { n: 3 })).toBe("\u20683\u2069 رسائل");
  });

  test("an Arabic name is isolated in an English text, so that the number beside it stays where it is", () => {
    const say = createWords("en");
    expect(say("With {name} {ago}", { name: "محمد", ago: "6 minutes ago" })).toBe(
      "With \u2068محمد\u2069 6 minutes ago",
    );
  });

  test("nothing is isolated where everything runs one way", () => {
    expect(createWords("en")("Chat with {name}", { name: "Ana" })).toBe("Chat with Ana");
    expect(createWords("ar")("Chat with {name}", { name: "Ana" })).toBe("Chat with Ana");
  });
});

describe("times", () => {
  const times = (tag: string): string[] => {
    const say = createWords(tag);
    return [say.time(AT), say.exact(AT)].map(plain);
  };

  test("the clock is the customer's, written as the language writes it", () => {
    expect(times("en-US")).toEqual(["2:05 PM", "Nov 22, 2026, 2:05:09 PM"]);
    expect(times("de")).toEqual(["14:05", "22.11.2026, 14:05:09"]);
    expect(times("ja")).toEqual(["14:05", "2026/11/22 14:05:09"]);
    expect(createWords("ar-EG").time(AT)).toBe("٢:٠٥ م");
  });

  test("a day is named as a label, with a capital where the language has them", () => {
    const days = (tag: string): string[] => [0, 1, 2].map((ago) => createWords(tag).day(AT - ago * DAY, AT));
    expect(days("en-GB")).toEqual(["Today", "Yesterday", "Friday 20 November"]);
    expect(days("de")).toEqual(["Heute", "Gestern", "Freitag, 20. November"]);
    expect(days("pl")).toEqual(["Dzisiaj", "Wczoraj", "Piątek, 20 listopada"]);
    expect(days("tr")).toEqual(["Bugün", "Dün", "20 Kasım Cuma"]);
    expect(days("ja")).toEqual(["今日", "昨日", "11月20日金曜日"]);
    expect(days("ar")).toEqual(["اليوم", "أمس", "الجمعة، 20 نوفمبر"]);
  });

  test("a day is one of the calendar: a minute may be enough for yesterday, and a clock put forward does not hide it", () => {
    const say = createWords("en");
    const midnight = Date.UTC(2026, 10, 22);
    expect([say.day(midnight - 1, midnight), say.day(midnight, midnight + DAY - 1)]).toEqual(["Yesterday", "Today"]);
    // In Lisbon, 29 March 2026 had 23 hours and 25 October had 25.
    const afterShort = Date.UTC(2026, 2, 29, 23, 30);
    expect(say.day(afterShort - 20 * HOUR, afterShort)).toBe("Yesterday");
    const longEvening = Date.UTC(2026, 9, 25, 23, 30);
    expect(say.day(longEvening - 24 * HOUR, longEvening)).toBe("Today");
  });
});

describe("spans", () => {
  const spans = [0, 42 * SECOND, 59.6 * SECOND, 6 * MINUTE, 119 * MINUTE, 2 * HOUR, 47 * HOUR, 3 * DAY];

  test("the unit is the one that fits; nothing takes less than a second", () => {
    const say = createWords("en");
    expect(spans.map((ms) => say.span(ms))).toEqual([
      "1 sec",
      "42 sec",
      "1 min",
      "6 min",
      "119 min",
      "2 hr",
      "47 hr",
      "3 days",
    ]);
  });

  test("in full words", () => {
    expect(spans.slice(1, 4).map((ms) => longSpan(createWords("en"), ms))).toEqual([
      "42 seconds",
      "1 minute",
      "6 minutes",
    ]);
    expect([1, 2, 5, 22].map((n) => longSpan(createWords("pl"), n * MINUTE))).toEqual([
      "1 minuta",
      "2 minuty",
      "5 minut",
      "22 minuty",
    ]);
    expect([6, 11].map((n) => longSpan(createWords("ar"), n * MINUTE))).toEqual(["6 دقائق", "11 دقيقة"]);
    expect(longSpan(createWords("ja"), 6 * MINUTE)).toBe("6 分");
  });

  test("how long ago, with the words that a language has for it", () => {
    const agos = (tag: string): string[] => [6 * MINUTE, 2 * HOUR, 2 * DAY].map((ms) => ago(createWords(tag), ms));
    expect(agos("en")).toEqual(["6 minutes ago", "2 hours ago", "2 days ago"]);
    expect(agos("de")).toEqual(["vor 6 Minuten", "vor 2 Stunden", "vorgestern"]);
    expect(agos("tr")).toEqual(["6 dakika önce", "2 saat önce", "evvelsi gün"]);
    expect(ago(createWords("en"), 0)).toBe("1 second ago");
  });
});

test("a tag that is none speaks English", () => {
  expect(["", "not a tag", "en_US", "*"].map((tag) => ago(createWords(tag), MINUTE))).toEqual(
    Array.from({ length: 4 }, () => "1 minute ago"),
  );
});
