import { expect, inject, test } from "vitest";
import { builtIn } from "../../worker/local/build.ts";
import { BUDGETS, weigh } from "../../worker/local/size.ts";

// In bytes as brotli leaves them. `npm run size` shows what they consist of.

const weights = weigh(builtIn(inject("builtDir")));

test("a page with a closed chat pays no more than its budget", () => {
  expect(weights.closed).toBeLessThanOrEqual(BUDGETS.closed);
});

test("all that is needed to chat stays within its budget", () => {
  expect(weights.chat).toBeLessThanOrEqual(BUDGETS.chat);
});

test("each language is a file of its own, and so is what is seldom needed", () => {
  expect(weights.texts.map(({ name }) => name).toSorted()).toEqual([
    "ar",
    "de",
    "en",
    "es",
    "fr",
    "it",
    "ja",
    "nl",
    "pl",
    "pt",
    "tr",
    "zh",
  ]);
  const onNeed = new Set(weights.onNeed.map(({ name }) => name.replace(/-[A-Z0-9]{8}$/, "")));
  expect([...onNeed]).toEqual(expect.arrayContaining(["links", "qr", "seldom", "de-more"]));
});
