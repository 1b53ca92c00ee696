import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { builtIn } from "../../worker/local/build.ts";
import type { Parts } from "../../worker/local/build/parts.ts";
import { BUDGETS, weigh } from "../../worker/local/size.ts";

const weights = weigh(builtIn(inject("builtDir")));

test("a closed chat costs a page no more than 3,000 bytes", () => {
  expect(weights.closed).toBeLessThanOrEqual(BUDGETS.closed);
});

test("all that is needed to chat weighs no more than 20,000 bytes", () => {
  expect(weights.chat).toBeLessThanOrEqual(BUDGETS.chat);
});

test("the panel comes in one file, and so does what follows it: nothing waits for another round trip", () => {
  const { siteDir, partsFile } = builtIn(inject("builtDir"));
  const parts: Parts = JSON.parse(readFileSync(partsFile, "utf8"));
  for (const { file } of [parts.panel, parts.rest])
    expect(readFileSync(join(siteDir, file), "utf8")).not.toMatch(/\bfrom\s*["']|\bimport\s*["']/);
  expect([parts.texts.length, parts.moreTexts.length]).toEqual([12, 12]);
});

test("each language is a file of its own, and so is what is seldom needed", () => {
  const languages = ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "tr", "zh"];
  expect(weights.texts.map(({ name }) => name).toSorted()).toEqual(languages);
  expect(weights.moreTexts.map(({ name }) => name).toSorted()).toEqual(languages.map((table) => `${table}-more`));
  const onNeed = weights.onNeed.map(({ name }) => name.replace(/-[A-Z0-9]{8}$/, ""));
  expect(onNeed.toSorted()).toEqual(["links", "qr"]);
});
