import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import type { JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IdentityKeys } from "#protocol/settings.ts";
import { identityKeysProblem, verifyIdentity } from "../../../worker/tokens/identity.ts";
import { SECRET } from "./given.ts";

const NOW = 1_800_000_000_000;
const SOON = NOW / 1_000 + 600;
const audience = "shop";
const secret: IdentityKeys = { kind: "secret", secret: SECRET };
const bytes = (text: string) => new TextEncoder().encode(text);
const claims = { sub: "customer-1", aud: audience, exp: SOON };

/** A token by the widget's secret; every fault is one change. */
function hs256(payload: JWTPayload, key = SECRET): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: "HS256" }).sign(bytes(key));
}

const verify = (token: string, keys: IdentityKeys = secret) => verifyIdentity(token, { audience, keys }, NOW);

describe("P09 by secret", () => {
  test("P09 a good token: who it is, until when, and the name", async () => {
    expect(await verify(await hs256(claims))).toEqual({ kind: "valid", sub: "customer-1", until: NOW + 605_000 });
    expect(await verify(await hs256({ ...claims, name: " Bo " }))).toEqual({
      kind: "valid",
      sub: "customer-1",
      until: NOW + 605_000,
      name: "Bo",
    });
    expect(await verify(await hs256({ ...claims, name: 7 }))).toMatchObject({ kind: "valid", sub: "customer-1" });
    expect(await verify(await hs256({ ...claims, aud: ["bank", audience] }))).toMatchObject({ kind: "valid" });
  });

  test("P09 expired, with five seconds for clocks that differ", async () => {
    expect(await verify(await hs256({ ...claims, exp: NOW / 1_000 - 6 }))).toEqual({ kind: "expired" });
    expect(await verify(await hs256({ ...claims, exp: NOW / 1_000 - 4 }))).toMatchObject({
      kind: "valid",
      until: NOW + 1_000,
    });
  });

  test.each<[string, () => string | Promise<string>]>([
    ["no token at all", () => "nonsense"],
    ["an empty one", () => ""],
    ["alg none", () => new UnsecuredJWT(claims).encode()],
    ["wrong key", () => hs256(claims, `${SECRET}x`)],
    ["another HMAC", () => new SignJWT(claims).setProtectedHeader({ alg: "HS512" }).sign(bytes(SECRET))],
    ["wrong audience", () => hs256({ ...claims, aud: "bank" })],
    ["no audience", () => hs256({ sub: "customer-1", exp: SOON })],
    ["no exp", () => hs256({ sub: "customer-1", aud: audience })],
    ["exp that is no number", () => hs256({ ...claims, exp: "tomorrow" as unknown as number })],
    ["exp beyond all dates", () => hs256({ ...claims, exp: 1e15 })],
    ["no sub", () => hs256({ aud: audience, exp: SOON })],
    ["an empty sub", () => hs256({ ...claims, sub: "" })],
    ["sub that is no text", () => hs256({ ...claims, sub: 7 as unknown as string })],
    ["not valid yet", () => hs256({ ...claims, nbf: SOON })],
    ["expired and for another audience", () => hs256({ ...claims, aud: "bank", exp: 1 })],
    [
      "a changed payload",
      async () =>
        (await hs256(claims)).replace(
          /\.[^.]+\./,
          `.${btoa(JSON.stringify({ ...claims, sub: "someone-else" })).replaceAll("=", "")}.`,
        ),
    ],
    [
      "a critical header that nobody knows",
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256", crit: ["b65"], b65: true })
          .sign(bytes(SECRET), { crit: { b65: true } }),
    ],
  ])("P09 %s is invalid", async (_name, make) => {
    expect(await verify(await make())).toEqual({ kind: "invalid" });
  });
});

describe.each(["RS256", "ES256", "EdDSA"] as const)("P09 by public key, %s", (algorithm) => {
  test("P09 its own key and algorithm alone", async () => {
    const [own, other] = await Promise.all([
      generateKeyPair(algorithm, { extractable: true }),
      generateKeyPair(algorithm),
    ]);
    const pem = await exportSPKI(own.publicKey);
    const keys: IdentityKeys = { kind: "public-key", algorithm, pem };
    const sign = (key: CryptoKey) => new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(key);

    expect(await verify(await sign(own.privateKey), keys)).toMatchObject({ kind: "valid", sub: "customer-1" });
    expect(await verify(await sign(other.privateKey), keys)).toEqual({ kind: "invalid" });
    // The public key is public: taken for an HMAC's secret, anybody could sign.
    expect(await verify(await hs256(claims, pem), keys)).toEqual({ kind: "invalid" });
    expect(await verify(new UnsecuredJWT(claims).encode(), keys)).toEqual({ kind: "invalid" });
    expect(await identityKeysProblem(keys)).toBeNull();
  });
});

test("P09 another algorithm of the same key is not taken", async () => {
  const { privateKey, publicKey } = await generateKeyPair("PS256", { extractable: true });
  const token = await new SignJWT(claims).setProtectedHeader({ alg: "PS256" }).sign(privateKey);
  expect(await verify(token, { kind: "public-key", algorithm: "RS256", pem: await exportSPKI(publicKey) })).toEqual({
    kind: "invalid",
  });
});

test("a public key that is none is found out when it is saved, and lets nobody in", async () => {
  const keys: IdentityKeys = {
    kind: "public-key",
    algorithm: "ES256",
    pem: "-----BEGIN PUBLIC KEY-----\nbm9uZQ==\n-----END PUBLIC KEY-----",
  };
  expect(await identityKeysProblem(keys)).toContain("ES256");
  expect(await verify(await hs256(claims), keys)).toEqual({ kind: "unavailable" });
});

describe("P09 by key set", () => {
  let asked = 0;
  let answer: { status: number; body: string } = { status: 200, body: "" };
  const site = createServer((_request, response) => {
    asked += 1;
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  const url = (path: string) => `http://127.0.0.1:${(site.address() as AddressInfo).port}/${path}`;
  const keysAt = (path: string): IdentityKeys => ({ kind: "jwks", algorithm: "ES256", url: url(path) });
  let pair: Awaited<ReturnType<typeof generateKeyPair>>;
  const sign = (key: CryptoKey, kid = "one") => new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid }).sign(key);

  beforeAll(async () => {
    await new Promise<void>((ready) => site.listen(0, "127.0.0.1", ready));
    pair = await generateKeyPair("ES256", { extractable: true });
    answer = {
      status: 200,
      body: JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: "one", alg: "ES256" }] }),
    };
  });
  afterAll(() => {
    site.close();
  });

  test("P09 keys are fetched once and kept; a foreign key and an unknown one are invalid", async () => {
    const before = asked;
    const other = await generateKeyPair("ES256");
    expect(await verify(await sign(pair.privateKey), keysAt("good"))).toMatchObject({
      kind: "valid",
      sub: "customer-1",
    });
    expect(await verify(await sign(pair.privateKey), keysAt("good"))).toMatchObject({ kind: "valid" });
    expect(await verify(await sign(other.privateKey), keysAt("good"))).toEqual({ kind: "invalid" });
    expect(await verify(await sign(other.privateKey, "two"), keysAt("good"))).toEqual({ kind: "invalid" });
    expect(await verify(await hs256(claims), keysAt("good"))).toEqual({ kind: "invalid" });
    expect(asked - before).toBe(1);
  });

  test.each<[string, { status: number; body: string }]>([
    ["fails", { status: 500, body: "{}" }],
    ["sends us elsewhere", { status: 302, body: "" }],
    ["says no JSON", { status: 200, body: "<html>" }],
    ["says no key set", { status: 200, body: '{"keys":7}' }],
  ])(
    "P09 a key server that %s: nothing is known, nobody is let in, and the next time it is asked again",
    async (path, trouble) => {
      const good = answer;
      answer = trouble;
      const keys = keysAt(encodeURIComponent(path));
      expect(await verify(await sign(pair.privateKey), keys)).toEqual({ kind: "unavailable" });
      answer = good;
      expect(await verify(await sign(pair.privateKey), keys)).toMatchObject({ kind: "valid" });
    },
  );

  test("P09 a key server that cannot be reached", async () => {
    const closed = createServer();
    await new Promise<void>((ready) => closed.listen(0, "127.0.0.1", ready));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    expect(
      await verify(await sign(pair.privateKey), { kind: "jwks", algorithm: "ES256", url: `http://127.0.0.1:${port}/` }),
    ).toEqual({ kind: "unavailable" });
  });
});
