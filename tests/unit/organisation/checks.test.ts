import { SignJWT, UnsecuredJWT } from "jose";
import type { JWTPayload } from "jose";
import { describe, expect, test } from "vitest";
import type { IdentitySettings } from "#protocol/settings.ts";
import { checkPage } from "../../../worker/core/settings/page-check.ts";
import { checkToken } from "../../../worker/tokens/identity-check.ts";
import { SECRET } from "./given.ts";

describe("checkPage", () => {
  const origins = ["https://shop.example", "http://localhost:3000"];
  const check = (url: string) => checkPage(url, origins);

  test("by origin, whatever page it is", () => {
    for (const url of ["https://shop.example", " https://shop.example/a?b#c ", "HTTPS://SHOP.example:443/"])
      expect(check(url)).toEqual({ answer: "allowed", origin: "https://shop.example" });
  });

  test.each([
    [
      "https://shop.example.evil.example/",
      "https://shop.example.evil.example",
      "Add https://shop.example.evil.example to the allowed origins.",
    ],
    ["https://other.example/a", "https://other.example", "Add https://other.example to the allowed origins."],
    [
      "https://www.shop.example/",
      "https://www.shop.example",
      'https://shop.example is allowed, but with and without "www." are different origins. Add https://www.shop.example to the allowed origins.',
    ],
    [
      "http://shop.example/",
      "http://shop.example",
      "https://shop.example is allowed, but https and http are different origins. Add http://shop.example to the allowed origins.",
    ],
    [
      "http://localhost:4000/",
      "http://localhost:4000",
      "http://localhost:3000 is allowed, but another port is another origin. Add http://localhost:4000 to the allowed origins.",
    ],
  ])("%s is told exactly what to add, and in what it differs", (url, origin, detail) => {
    expect(check(url)).toEqual({ answer: "not-allowed", origin, detail });
  });

  test.each(["", "shop.example", "//shop.example", "javascript:alert(1)", "file:///home/a.html", "https://"])(
    "%j cannot be read",
    (url) => {
      expect(check(url)).toMatchObject({ answer: "unreadable" });
    },
  );
});

const NOW = 1_800_000_000_000;
const identity: IdentitySettings = { audience: "shop", keys: { kind: "secret", secret: SECRET } };
const good = { sub: "sam", aud: "shop", exp: NOW / 1_000 + 600 };
const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (claims: object, key: Uint8Array = bytes(SECRET), alg = "HS256") =>
  new SignJWT(claims as JWTPayload).setProtectedHeader({ alg }).sign(key);

/** The fields that are wrong, and what is said of them. */
async function wrongIn(token: string, settings = identity): Promise<Record<string, string>> {
  const { findings } = await checkToken(token, settings, NOW);
  return Object.fromEntries(findings.flatMap(({ field, ok, detail }) => (ok === false ? [[field, detail]] : [])));
}

describe("checkToken", () => {
  test("a good token is good in every field", async () => {
    const { verdict, findings } = await checkToken(` ${await sign({ ...good, name: "Sam" })}\n`, identity, NOW);
    expect(verdict).toBe("valid");
    expect(findings.map(({ field, ok }) => `${field} ${ok}`)).toEqual([
      "form true",
      "alg true",
      "signature true",
      "aud true",
      "exp true",
      "sub true",
      "name true",
    ]);
    expect(findings.find(({ field }) => field === "exp")?.detail).toBe("Good for 10 minutes more.");
  });

  test.each<[object, object]>([
    [{ aud: undefined }, { aud: 'Missing. It must be "shop".' }],
    [{ aud: "bank" }, { aud: 'It is "bank". It must be "shop".' }],
    [{ exp: undefined }, { exp: "Missing. It says until when the token is good, in seconds since 1970." }],
    [{ exp: NOW / 1_000 - 90 }, { exp: "Expired 90 seconds ago." }],
    [{ exp: "soon" }, { exp: 'It is "soon". It must be a number, in seconds since 1970.' }],
    [{ nbf: NOW / 1_000 + 600 }, { nbf: "Good only in 10 minutes. Is the clock of the site's server right?" }],
    [{ sub: undefined }, { sub: "Missing. It says who the customer is: their id at your site." }],
    [{ sub: 7 }, { sub: "It is 7. It must be a text, in quotes." }],
    [{ sub: "" }, { sub: "It is empty." }],
    [{ sub: "x".repeat(256) }, { sub: "It must be at most 255 characters." }],
  ])("%j: said at its field, and the page would be refused", async (change, said) => {
    const token = await sign({ ...good, ...change });
    expect(await wrongIn(token)).toEqual(said);
    expect((await checkToken(token, identity, NOW)).verdict).not.toBe("valid");
  });

  test("what is in milliseconds is accepted for thousands of years, so it is said", async () => {
    const token = await sign({ ...good, exp: NOW });
    expect((await wrongIn(token))["exp"]).toContain("in milliseconds");
    expect((await checkToken(token, identity, NOW)).verdict).toBe("valid");
  });

  test("a secret that could be no base64 was not decoded by anybody", async () => {
    const odd: IdentitySettings = { ...identity, keys: { kind: "secret", secret: "k".repeat(45) } };
    expect((await wrongIn(await sign(good, bytes("o".repeat(45))), odd))["signature"]).toContain("Not made with");
  });

  test("how it was signed: another key, the secret decoded, not at all, by another algorithm, with old keys", async () => {
    const signature = async (token: string, settings?: IdentitySettings) =>
      (await wrongIn(token, settings))["signature"];
    expect(await signature(await sign(good, bytes("k".repeat(43))))).toContain("Not made with the widget's keys.");
    const decoded = Uint8Array.from(atob(SECRET.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    expect(await signature(await sign(good, decoded))).toContain("decoded from base64");
    expect(await wrongIn(new UnsecuredJWT(good).encode())).toEqual({
      alg: 'The token is not signed (alg "none"). Sign it with HS256.',
    });
    expect(await wrongIn(await sign(good, bytes(SECRET.repeat(2)), "HS512"))).toEqual({
      alg: 'The header says "HS512". The widget\'s keys want HS256.',
    });
    const old = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQ";
    const rotated = (until: number) => ({
      ...identity,
      previous: { keys: { kind: "secret" as const, secret: old }, until },
    });
    expect(await wrongIn(await sign(good, bytes(old)), rotated(NOW + 1))).toEqual({});
    expect(await signature(await sign(good, bytes(old)), rotated(NOW))).toContain("no longer good");
  });

  test.each(["", "abc", "a.b.c", "ey.ey.ey"])("%j is no token", async (token) => {
    expect(await checkToken(token, identity, NOW)).toMatchObject({ verdict: "invalid", findings: [{ field: "form" }] });
  });

  test("a key set that cannot be fetched is not taken for a wrong signature", async () => {
    const settings: IdentitySettings = {
      audience: "shop",
      keys: { kind: "jwks", algorithm: "RS256", url: "http://127.0.0.1:1/keys" },
    };
    const [, payload, seal] = (await sign(good)).split(".");
    const token = `${btoa('{"alg":"RS256"}').replaceAll("=", "")}.${payload}.${seal}`;
    const { verdict, findings } = await checkToken(token, settings, NOW);
    expect(verdict).toBe("unavailable");
    expect(findings).toContainEqual(expect.objectContaining({ field: "signature", ok: null }));
  });

  test("the secret is in no answer, whatever is asked", async () => {
    for (const claims of [good, { ...good, sub: SECRET.slice(1) }, { ...good, aud: "x" }]) {
      const answer = await checkToken(await sign(claims, bytes("k".repeat(43))), identity, NOW);
      expect(JSON.stringify(answer)).not.toContain(SECRET);
    }
  });
});
