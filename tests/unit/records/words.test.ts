import { describe, expect, test } from "vitest";
import { excerptOf, matchOf, spaced, termsOf } from "../../../worker/core/records/words.ts";

describe("matchOf", () => {
  test.for([
    ["order 1234", '"order" * AND "1234" *'],
    ["  two   words ", '"two" * AND "words" *'],
    ['say "hello"', '"say" * AND """hello""" *'],
    ["a OR b NOT c*", '"a" * AND "OR" * AND "b" * AND "NOT" * AND "c*" *'],
    ["text:secret", '"text:secret" *'],
    ["配送", '" 配  送 " *'],
  ] as const)("%s", ([query, match]) => {
    expect(matchOf(query)).toBe(match);
  });

  test.for(["", "   ", "!!!", '"', "* ^ -", "😀"])("there is nothing to look for in %j", (query) => {
    expect(matchOf(query)).toBeNull();
  });

  test("of very many words the first ones count", () => {
    expect(termsOf("a ".repeat(500))).toHaveLength(12);
  });
});

describe("excerptOf", () => {
  const long = `${"word ".repeat(60)}my refund for Café Málaga ${"more ".repeat(60)}`;

  test("shows where the word stands, and that there is more on both sides", () => {
    const excerpt = excerptOf(long, "refund");
    expect(excerpt).toMatch(/^….*my refund for.*…$/u);
    expect(excerpt.length).toBeLessThanOrEqual(162);
  });

  test.for(["malaga", "MÁLAGA", "mala", "Málaga"])("%s is found whatever its case and accents", (query) => {
    expect(excerptOf(long, query)).toContain("Málaga");
  });

  test("the beginning of a word goes before its middle", () => {
    expect(excerptOf(`${"x ".repeat(10)}border ${"y ".repeat(90)}the order`, "order")).toContain("the order");
  });

  test("without words, or without the word, it is the beginning", () => {
    expect(excerptOf("Hello there", "")).toBe("Hello there");
    expect(excerptOf("Hello there", "refund")).toBe("Hello there");
    expect(excerptOf("", "refund")).toBe("");
  });

  test("lines become one", () => {
    expect(excerptOf("Hello\nHow are you?\n\nFine", "")).toBe("Hello How are you? Fine");
  });

  test("letters that fold to more or fewer units do not shift it", () => {
    const text = `${"İstanbul ﬃ é ".repeat(20)}refund please`;
    expect(excerptOf(text, "refund")).toContain("refund please");
  });
});

test("spaced sets apart what writes no spaces, and leaves the rest", () => {
  expect(spaced("配送 ok カメラ")).toBe(" 配  送  ok  カ  メ  ラ ");
  expect(spaced("Grüße, 한국어")).toBe("Grüße, 한국어");
});
