import { expect, test } from "vitest";
import { nearestLanguage } from "../../../worker/core/language.ts";

const table = (...tags: string[]): string => nearestLanguage(tags).table;

test("a region or a script asks for the table of its language", () => {
  const tags = ["en-GB", "pt-BR", "pt-PT", "zh-TW", "zh-Hant-HK", "ar-EG", "de-Latn-AT", "fr-419", "PL", "tr"];
  expect(tags.map((tag) => table(tag))).toEqual(["en", "pt", "pt", "zh", "zh", "ar", "de", "fr", "pl", "tr"]);
});

test("a language without a table is passed over, and is English when nothing else is asked for", () => {
  expect(table("nb", "sv", "nl-BE", "de")).toBe("nl");
  expect(nearestLanguage(["nb-NO"])).toEqual({ tag: "en", table: "en" });
  expect(nearestLanguage([])).toEqual({ tag: "en", table: "en" });
  expect(nearestLanguage(["", "x-klingon", "C", "*"])).toEqual({ tag: "en", table: "en" });
});

test("a language whose name begins like another's is not taken for it", () => {
  expect(["arn", "frr", "plt", "est", "nld"].map((tag) => table(tag))).toEqual(["en", "en", "en", "en", "en"]);
});

test("the tag goes along with its table, for numbers and times; what pages write wrongly is put right", () => {
  expect(nearestLanguage(["nb", "en-GB"])).toEqual({ tag: "en-GB", table: "en" });
  expect(nearestLanguage(["pt_BR"])).toEqual({ tag: "pt-BR", table: "pt" });
});

test("traditional and simplified characters are not mixed in one sentence", () => {
  expect(nearestLanguage(["zh-TW"])).toEqual({ tag: "zh", table: "zh" });
});
