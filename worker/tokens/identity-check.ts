import { compactVerify, decodeJwt, decodeProtectedHeader } from "jose";
import type { CheckTokenAnswer, TokenField, TokenFinding } from "#protocol/checks.ts";
import type { IdentityKeys, IdentitySettings } from "#protocol/settings.ts";
import { findingsOfClaims } from "./claims-check.ts";
import { CLOCK_TOLERANCE_SECONDS, codeOf, TOKEN_AT_FAULT, verified, verifyIdentity } from "./identity.ts";

function algorithmOf(keys: IdentityKeys): string {
  return keys.kind === "secret" ? "HS256" : keys.algorithm;
}

function found(field: TokenField, ok: boolean | null, detail: string): TokenFinding {
  return { field, ok, detail };
}

/** The three parts of a token, read; null if it is none. */
function read(token: string): { alg: unknown; claims: Record<string, unknown> } | null {
  try {
    return { alg: decodeProtectedHeader(token).alg, claims: decodeJwt(token) };
  } catch {
    return null;
  }
}

/** Whether these keys signed it, whatever it says. Null: the key set could not be had. */
async function signedBy(token: string, keys: IdentityKeys): Promise<boolean | null> {
  try {
    // Claims are judged one by one elsewhere: here none may get in the way.
    await verified(token, keys, { currentDate: new Date(0) });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "ERR_JWT_CLAIM_VALIDATION_FAILED" || code === "ERR_JWT_EXPIRED" || code === "ERR_JWT_INVALID")
      return true;
    return TOKEN_AT_FAULT.has(code) ? false : null;
  }
}

/** The mistake that is made most: the secret decoded first, although it is meant as it stands. */
async function signedByDecoded(token: string, keys: IdentityKeys): Promise<boolean> {
  if (keys.kind !== "secret") return false;
  try {
    // Not every text of these characters is base64.
    const text = atob(keys.secret.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    await compactVerify(token, bytes, { algorithms: ["HS256"] });
    return true;
  } catch {
    return false;
  }
}

function findingOfAlgorithm(alg: unknown, keys: IdentityKeys): TokenFinding {
  const wanted = algorithmOf(keys);
  if (alg === wanted) return found("alg", true, `${wanted}, as the widget's keys want it.`);
  if (alg === "none") return found("alg", false, `The token is not signed (alg "none"). Sign it with ${wanted}.`);
  const said = typeof alg === "string" ? `"${alg.slice(0, 20)}"` : "nothing";
  return found("alg", false, `The header says ${said}. The widget's keys want ${wanted}.`);
}

async function findingOfSignature(token: string, identity: IdentitySettings, now: number): Promise<TokenFinding> {
  const { keys, previous } = identity;
  const signed = await signedBy(token, keys);
  if (signed === true) return found("signature", true, "Made with the widget's keys.");
  if (signed === null)
    return found("signature", null, "The key set could not be fetched, so nothing can be said. Try again.");
  if (previous && (await signedBy(token, previous.keys)) === true)
    return previous.until > now
      ? found("signature", true, "Made with the keys before the present ones, which are still good for a while.")
      : found("signature", false, "Made with the keys before the present ones, which are no longer good.");
  if (await signedByDecoded(token, keys))
    return found(
      "signature",
      false,
      "Made with the secret decoded from base64. Use the secret as the text that it is.",
    );
  return found("signature", false, "Not made with the widget's keys. Was the key copied whole, and for this widget?");
}

/**
 * What is wrong with a token by which a site vouches for its customer, field by field and in words; nothing of the keys is ever
 * said. The verdict is that of `verifyIdentity`, so that this can promise nothing that a page is then refused.
 */
export async function checkToken(text: string, identity: IdentitySettings, now: number): Promise<CheckTokenAnswer> {
  const token = text.trim();
  const parts = read(token);
  if (parts === null) {
    const detail = "This is no JWT: three parts of base64url, joined by dots.";
    return { verdict: "invalid", findings: [found("form", false, detail)] };
  }
  const algorithm = findingOfAlgorithm(parts.alg, identity.keys);
  const signature = algorithm.ok
    ? await findingOfSignature(token, identity, now)
    : found("signature", null, "Looked at once the algorithm is right.");
  const { kind } = await verifyIdentity(token, identity, now);
  return {
    verdict: kind,
    findings: [
      found("form", true, "A JWT."),
      algorithm,
      signature,
      ...findingsOfClaims(parts.claims, identity.audience, now, CLOCK_TOLERANCE_SECONDS),
    ],
  };
}
