import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readOrMakeKeys } from "../../../worker/local/keys.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rejoin-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the first start makes keys of 32 random bytes that their owner alone can read; later starts read them", () => {
  const file = join(folder, "new/keys.json");
  const made = readOrMakeKeys(file);
  expect(made.ROOT_KEY).toMatch(/^[\w-]{43}$/);
  expect(made.SETUP_SECRET).toMatch(/^[\w-]{43}$/);
  expect(made.SETUP_SECRET).not.toBe(made.ROOT_KEY);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readOrMakeKeys(file)).toEqual(made);
});

test("a file that holds no keys is left alone: new ones would void every link", () => {
  const file = join(folder, "keys.json");
  writeFileSync(file, `{"ROOT_KEY":"x"}`);
  expect(() => readOrMakeKeys(file)).toThrow(/does not hold/);
  expect(readFileSync(file, "utf8")).toBe(`{"ROOT_KEY":"x"}`);
});
