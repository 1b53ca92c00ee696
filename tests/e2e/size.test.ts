import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { builtIn } from "../../worker/local/build.ts";
import type { Parts } from "../../worker/local/build/parts.ts";
import { BUDGETS, weigh } from "../../worker/local/size.ts";

/** What all that is needed to chat weighs by now. It only ever falls, until it is the budget's 20,000. */
const REACHED = 27_700;

const weights = weigh(builtIn(inject("builtDir")));

test("a closed chat costs a page no more than 3,000 bytes", () => {
  expect(weights.closed).toBeLessThanOrEqual(BUDGETS.closed);
});

test("all that is needed to chat weighs no more than it did", () => {
  expect(weights.chat).toBeLessThanOrEqual(REACHED);
});

test("the panel comes in one file: nothing that it needs waits for another round trip", () => {
  const { siteDir, partsFile } = builtIn(inject("builtDir"));
  const parts: Parts = JSON.parse(readFileSync(partsFile, "utf8"));
  expect(readFileSync(join(siteDir, parts.panel.file), "utf8")).not.toMatch(/\bfrom\s*["']|\bimport\s*["']/);
  expect(parts.texts).toHaveLength(12);
});

test("each language is a file of its own, and so is what is seldom needed", () => {
  const languages = ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "tr", "zh"];
  expect(weights.texts.map(({ name }) => name).toSorted()).toEqual(languages);
  const onNeed = weights.onNeed.map(({ name }) => name.replace(/-[A-Z0-9]{8}$/, ""));
  expect(onNeed).toEqual(expect.arrayContaining(["links", "qr", "seldom", "de-more"]));
});
