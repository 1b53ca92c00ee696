import { expect, test } from "vitest";
import { canPass } from "#protocol/codes.ts";
import { ERRORS } from "#protocol/errors.ts";

test.each(Object.entries(ERRORS))("whether %s can pass is the same with its title and without", (code, { retry }) => {
  expect(canPass(code)).toBe(retry !== "never");
});

test("what only a newer server says can pass", () => {
  expect(canPass("out-of-coffee")).toBe(true);
});
