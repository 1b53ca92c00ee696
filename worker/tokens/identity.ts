import { createRemoteJWKSet, importSPKI, jwtVerify } from "jose";
import type { JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from "jose";
import { check } from "#protocol/decode.ts";
import type { IdentityKeys, IdentitySettings } from "#protocol/settings.ts";
import { IdentityClaims } from "./identity-claims.ts";

/** How far the site's clock and ours may be apart, in seconds. */
export const CLOCK_TOLERANCE_SECONDS = 5;
/** How long a site's key set is waited for, and kept. */
const KEYS_WITHIN_MS = 3_000;
const KEYS_KEPT_MS = 600_000;

/** What a customer's identity token proved. `until`, whole epoch milliseconds, is when it stops to: its `exp` and the tolerance. */
export type Identity =
  | { kind: "valid"; sub: string; until: number; name?: string }
  | { kind: "invalid" }
  | { kind: "expired" }
  /** The site's keys could not be had, so nothing is known: callers refuse and let the page try again. */
  | { kind: "unavailable" };

/** jose's error codes that blame the token. Any other error is trouble of ours or of the site's key server. */
export const TOKEN_AT_FAULT: ReadonlySet<unknown> = new Set([
  "ERR_JOSE_ALG_NOT_ALLOWED",
  "ERR_JOSE_NOT_SUPPORTED",
  "ERR_JWS_INVALID",
  "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
  "ERR_JWT_CLAIM_VALIDATION_FAILED",
  "ERR_JWT_INVALID",
  "ERR_JWKS_MULTIPLE_MATCHING_KEYS",
  "ERR_JWKS_NO_MATCHING_KEY",
]);

/** Key sets by URL, for as long as the isolate lives: jose keeps the keys inside and fetches when they are old or one is missing. */
const keySets = new Map<string, JWTVerifyGetKey>();

function keySet(url: string): JWTVerifyGetKey {
  const known = keySets.get(url);
  if (known !== undefined) return known;
  const made = createRemoteJWKSet(new URL(url), { timeoutDuration: KEYS_WITHIN_MS, cacheMaxAge: KEYS_KEPT_MS });
  keySets.set(url, made);
  return made;
}

export async function verified(token: string, keys: IdentityKeys, options: JWTVerifyOptions): Promise<JWTPayload> {
  switch (keys.kind) {
    case "secret":
      return (await jwtVerify(token, new TextEncoder().encode(keys.secret), { ...options, algorithms: ["HS256"] }))
        .payload;
    case "public-key":
      return (
        await jwtVerify(token, await importSPKI(keys.pem, keys.algorithm), { ...options, algorithms: [keys.algorithm] })
      ).payload;
    case "jwks":
      return (await jwtVerify(token, keySet(keys.url), { ...options, algorithms: [keys.algorithm] })).payload;
  }
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

async function verifyBy(token: string, audience: string, keys: IdentityKeys, now: number): Promise<Identity> {
  try {
    const payload = await verified(token, keys, {
      audience,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
      requiredClaims: ["exp", "sub"],
    });
    const claims = check(IdentityClaims, payload);
    if (!claims.ok) return { kind: "invalid" };
    const { sub, exp, name } = claims.value;
    return {
      kind: "valid",
      sub,
      until: Math.floor((exp + CLOCK_TOLERANCE_SECONDS) * 1_000),
      ...(name !== undefined && { name }),
    };
  } catch (error) {
    const code = codeOf(error);
    if (code === "ERR_JWT_EXPIRED") return { kind: "expired" };
    return TOKEN_AT_FAULT.has(code) ? { kind: "invalid" } : { kind: "unavailable" };
  }
}

/**
 * Checks a token by which a site's backend vouches for its customer. The algorithm is the one that belongs to the widget's
 * keys, never what the token says; `exp`, `aud` and `sub` are required. After a rotation the keys before count too, until their
 * time is over: then so is what they proved. `now` in epoch milliseconds. Never rejects.
 */
export async function verifyIdentity(
  token: string,
  { audience, keys, previous }: IdentitySettings,
  now: number,
): Promise<Identity> {
  const identity = await verifyBy(token, audience, keys, now);
  if (identity.kind === "valid" || previous === undefined || previous === null || previous.until <= now)
    return identity;
  const before = await verifyBy(token, audience, previous.keys, now);
  switch (before.kind) {
    case "valid":
      return { ...before, until: Math.min(before.until, previous.until) };
    case "invalid":
      return identity;
    case "expired":
    case "unavailable":
      // Theirs, but too late; or perhaps theirs: either says more than that it is not by the new keys.
      return identity.kind === "invalid" ? before : identity;
  }
}

/** What is wrong with the keys that an owner wants to save, for people; null if they can be used. Key sets are not fetched. */
export async function identityKeysProblem(keys: IdentityKeys): Promise<string | null> {
  if (keys.kind !== "public-key") return null;
  try {
    await importSPKI(keys.pem, keys.algorithm);
    return null;
  } catch {
    return `This is no ${keys.algorithm} public key in PEM form (-----BEGIN PUBLIC KEY-----).`;
  }
}
