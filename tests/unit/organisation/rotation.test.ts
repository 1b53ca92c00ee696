import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import type { IdentitySettings } from "#protocol/settings.ts";
import { changeKeys, endOldKeys } from "../../../worker/objects/organisation/keys.ts";
import { addWidget, addWorkstream } from "../../../worker/objects/organisation/settings.ts";
import { verifyIdentity } from "../../../worker/tokens/identity.ts";
import { stores } from "./stores.ts";

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

function secretOf(identity: IdentitySettings): string {
  if (identity.keys.kind !== "secret") throw new Error("no secret");
  return identity.keys.secret;
}

function shop() {
  const { organisation } = stores();
  addWorkstream(organisation, "general", { name: "General" });
  addWidget(organisation, "shop", { name: "Shop", workstreamId: "general", origins: [] });
  const identity = () =>
    organisation.widgets.get("shop")?.identity ?? { audience: "", keys: { kind: "secret", secret: "" } };
  const token = (key: string, seconds = 2 * 3_600) =>
    new SignJWT({ sub: "sam", aud: "shop", exp: NOW / 1_000 + seconds })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(key));
  return { organisation, identity, token };
}

describe("rotation", () => {
  test("the old secret goes on being good until its time is over, and proves nothing beyond it", async () => {
    const { organisation, identity, token } = shop();
    const [old, tokenBefore] = [secretOf(identity()), await token(secretOf(identity()))];
    expect(changeKeys(organisation, "shop", { keepOldForSeconds: 3_600 }, NOW)).toEqual({ outcome: "stored" });
    const fresh = secretOf(identity());
    expect(fresh).not.toBe(old);
    expect(fresh).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await verifyIdentity(await token(fresh), identity(), NOW)).toMatchObject({ kind: "valid", sub: "sam" });
    expect(await verifyIdentity(tokenBefore, identity(), NOW)).toEqual({
      kind: "valid",
      sub: "sam",
      until: NOW + HOUR_MS,
    });
    expect(await verifyIdentity(tokenBefore, identity(), NOW + HOUR_MS - 1)).toMatchObject({ kind: "valid" });
    expect(await verifyIdentity(tokenBefore, identity(), NOW + HOUR_MS)).toEqual({ kind: "invalid" });
    expect(await verifyIdentity(await token("x".repeat(43)), identity(), NOW)).toEqual({ kind: "invalid" });
  });

  test("a token of the old secret that has expired says so: the page can fetch a fresh one", async () => {
    const { organisation, identity, token } = shop();
    const expired = await token(secretOf(identity()), -60);
    changeKeys(organisation, "shop", { keepOldForSeconds: 3_600 }, NOW);
    expect(await verifyIdentity(expired, identity(), NOW)).toEqual({ kind: "expired" });
  });

  test("at once: the old one is void with the change, or by a word later", async () => {
    const { organisation, identity, token } = shop();
    const first = await token(secretOf(identity()));
    changeKeys(organisation, "shop", { keepOldForSeconds: 0 }, NOW);
    expect(identity().previous).toBeNull();
    expect(await verifyIdentity(first, identity(), NOW)).toEqual({ kind: "invalid" });
    const second = await token(secretOf(identity()));
    changeKeys(organisation, "shop", { keepOldForSeconds: 3_600 }, NOW);
    expect(await verifyIdentity(second, identity(), NOW)).toMatchObject({ kind: "valid" });
    endOldKeys(organisation, "shop");
    expect(await verifyIdentity(second, identity(), NOW)).toEqual({ kind: "invalid" });
  });

  test("to keys of another kind, which are those that were given", async () => {
    const { organisation, identity, token } = shop();
    const before = await token(secretOf(identity()));
    const keys = { kind: "jwks", algorithm: "ES256", url: "https://127.0.0.1:1/keys" } as const;
    changeKeys(organisation, "shop", { keys, keepOldForSeconds: 60 }, NOW);
    expect(identity()).toMatchObject({ keys, previous: { keys: { kind: "secret" }, until: NOW + 60_000 } });
    expect(await verifyIdentity(before, identity(), NOW)).toMatchObject({ kind: "valid" });
  });

  test("only two at a time: a second change ends the first of three", async () => {
    const { organisation, identity, token } = shop();
    const first = await token(secretOf(identity()));
    changeKeys(organisation, "shop", { keepOldForSeconds: 3_600 }, NOW);
    changeKeys(organisation, "shop", { keepOldForSeconds: 3_600 }, NOW);
    expect(await verifyIdentity(first, identity(), NOW)).toEqual({ kind: "invalid" });
    expect(changeKeys(organisation, "other", { keepOldForSeconds: 0 }, NOW)).toEqual({ outcome: "not-found" });
  });
});
