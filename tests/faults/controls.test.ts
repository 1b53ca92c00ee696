import { expect, inject, test } from "vitest";
import { liveNaively } from "./naive.ts";

// If these two got through, nothing that the campaigns say would be worth anything.

test("control: a client without an outbox loses, and the judge sees it", async () => {
  const verdict = await liveNaively("no-outbox", inject("builtDir"));
  expect(verdict.lost).not.toEqual([]);
  expect(verdict.doubled).toEqual([]);
});

test("control: a client that says a message again under another id doubles, and the judge sees it", async () => {
  const verdict = await liveNaively("no-ids", inject("builtDir"));
  expect(verdict.doubled).not.toEqual([]);
  expect(verdict.lost).toEqual([]);
});
