import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { portsFrom } from "../../../worker/local/demo/addresses.ts";
import { openFileStore } from "../../../worker/local/demo/file-store.ts";
import { wordsOfBen } from "../../../worker/local/demo/scripts.ts";
import { signToken } from "../../../worker/local/demo/sign-token.ts";

test("Ben speaks when the last word is his customer's, and greets whom a colleague gave to him; then he has said all", () => {
  const customer = { from: "customer", mine: false } as const;
  const ana = { from: "agent", mine: false } as const;
  const ben = { from: "agent", mine: true } as const;
  expect(wordsOfBen([])).toBeNull();
  expect(wordsOfBen([customer])).toMatch(/^Yes, we can/);
  expect(wordsOfBen([customer, ben])).toBeNull();
  expect(wordsOfBen([customer, ana])).toMatch(/this is Ben/);
  expect(wordsOfBen([customer, ana, ben])).toBeNull();
  expect(wordsOfBen([customer, ben, customer, ben, customer, ben, customer])).toBeNull();
});

test("the shop's token is a JWT by the widget's secret, for an hour", () => {
  const [head = "", body = "", seal = ""] = signToken({ audience: "demo", secret: "s".repeat(43) }, 1_000_000).split(
    ".",
  );
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
  expect(read(head)).toEqual({ alg: "HS256", typ: "JWT" });
  expect(read(body)).toEqual({ sub: "sam", name: "Sam Oliveira", aud: "demo", exp: 4_600 });
  expect(seal).toBe(createHmac("sha256", "s".repeat(43)).update(`${head}.${body}`).digest("base64url"));
});

test("what a customer without a browser keeps outlives the process; a file that was cut short is an empty one", () => {
  const folder = mkdtempSync(join(tmpdir(), "rejoin-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "lena.json");
  const store = openFileStore(file);
  store.set("rejoin:a", "1");
  store.set("rejoin:b", "2");
  store.remove("rejoin:a");
  expect(openFileStore(file).keys("rejoin:")).toEqual(["rejoin:b"]);
  expect(openFileStore(file).get("rejoin:b")).toBe("2");
  writeFileSync(file, '{"rejoin:b":');
  expect(openFileStore(file).keys("")).toEqual([]);
});

test("the demo stands on five ports in a row", () => {
  expect(Object.values(portsFrom(8_787))).toEqual([8_787, 8_788, 8_789, 8_790, 8_791]);
});
