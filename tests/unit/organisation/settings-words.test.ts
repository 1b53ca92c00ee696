import { expect, test } from "vitest";
import { inWords } from "../../../worker/core/settings/words.ts";

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [60, "1 minute"],
  [90, "1 minute 30 seconds"],
  [1_200, "20 minutes"],
  [3_661, "61 minutes 1 second"],
])("%i seconds in words", (seconds, words) => {
  expect(inWords(seconds)).toBe(words);
});
