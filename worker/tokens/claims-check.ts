import { check } from "#protocol/decode.ts";
import type { TokenField, TokenFinding } from "#protocol/checks.ts";
import { IdentityClaims } from "./identity-claims.ts";

type Claims = Record<string, unknown>;

/** Epoch seconds of this size are thousands of years away: they are milliseconds. */
const SURELY_MILLISECONDS = 100_000_000_000;

function found(field: TokenField, ok: boolean, detail: string): TokenFinding {
  return { field, ok, detail };
}

function quoted(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}

function span(seconds: number): string {
  const [count, unit] =
    seconds < 120
      ? [seconds, "seconds"]
      : seconds < 7_200
        ? [seconds / 60, "minutes"]
        : seconds < 172_800
          ? [seconds / 3_600, "hours"]
          : [seconds / 86_400, "days"];
  return `${Math.floor(count)} ${unit}`;
}

function audienceOf({ aud }: Claims, audience: string): TokenFinding {
  const named = Array.isArray(aud) ? aud : [aud];
  if (named.includes(audience)) return found("aud", true, `Names this widget's audience, "${audience}".`);
  if (aud === undefined) return found("aud", false, `Missing. It must be "${audience}".`);
  return found("aud", false, `It is ${quoted(aud)}. It must be "${audience}".`);
}

function expiryOf({ exp }: Claims, now: number, tolerance: number): TokenFinding {
  if (exp === undefined)
    return found("exp", false, "Missing. It says until when the token is good, in seconds since 1970.");
  if (typeof exp !== "number" || exp < 0)
    return found("exp", false, `It is ${quoted(exp)}. It must be a number, in seconds since 1970.`);
  if (exp > SURELY_MILLISECONDS)
    return found(
      "exp",
      false,
      "It is in milliseconds, which makes the token good for thousands of years. Use seconds.",
    );
  const left = exp - now / 1_000;
  return left + tolerance > 0
    ? found("exp", true, `Good for ${span(Math.max(0, left))} more.`)
    : found("exp", false, `Expired ${span(-left)} ago.`);
}

function notBeforeOf({ nbf }: Claims, now: number, tolerance: number): TokenFinding[] {
  if (nbf === undefined) return [];
  if (typeof nbf !== "number")
    return [found("nbf", false, `It is ${quoted(nbf)}. It must be a number, in seconds since 1970.`)];
  const wait = nbf - now / 1_000;
  if (wait <= tolerance) return [found("nbf", true, "Good already.")];
  const detail =
    nbf > SURELY_MILLISECONDS
      ? "It is in milliseconds. It must be in seconds since 1970."
      : `Good only in ${span(wait)}. Is the clock of the site's server right?`;
  return [found("nbf", false, detail)];
}

function subjectOf({ sub }: Claims): TokenFinding {
  if (sub === undefined) return found("sub", false, "Missing. It says who the customer is: their id at your site.");
  if (typeof sub !== "string") return found("sub", false, `It is ${quoted(sub)}. It must be a text, in quotes.`);
  if (sub === "") return found("sub", false, "It is empty.");
  return sub.length > 255
    ? found("sub", false, "It must be at most 255 characters.")
    : found("sub", true, `The customer is ${quoted(sub)}.`);
}

function nameOf(claims: Claims): TokenFinding[] {
  if (claims["name"] === undefined) return [];
  const read = check(IdentityClaims, { sub: "-", exp: 0, name: claims["name"] });
  const name = read.ok ? read.value.name : undefined;
  return [
    name === undefined
      ? found("name", true, "It cannot be shown, so it is left out: a text of at most 80 characters.")
      : found("name", true, `Agents see ${quoted(name)}.`),
  ];
}

/** What the token says of itself, claim by claim. `now` in epoch milliseconds, `tolerance` in seconds. */
export function findingsOfClaims(claims: Claims, audience: string, now: number, tolerance: number): TokenFinding[] {
  return [
    audienceOf(claims, audience),
    expiryOf(claims, now, tolerance),
    ...notBeforeOf(claims, now, tolerance),
    subjectOf(claims),
    ...nameOf(claims),
  ];
}
