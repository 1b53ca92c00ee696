import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What a seal is for. Each purpose has its own key, derived from the root key, so that a seal of one kind never passes as another. */
export type Purpose = "conversation" | "credential" | "customer" | "link" | "ticket";

const encoder = new TextEncoder();

/** Base64url without padding: the alphabet that URLs, subprotocols and JSON all carry unescaped. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** So many bytes from the system's generator, as base64url. UUIDs hold too few random bits for secrets (OWASP ASVS 11.5.1). */
export function randomToken(bytes: 16 | 32): string {
  return base64url(randomBytes(bytes));
}

/** SHA-256 as base64url: how secrets of full entropy are kept at rest. */
export function fingerprint(secret: string): string {
  return base64url(createHash("sha256").update(secret).digest());
}

/** The purposes' keys, derived once: every socket that opens is sealed and unsealed with the same few. */
const derived = { rootKey: "", keys: new Map<Purpose, Uint8Array>() };

function keyFor(rootKey: string, purpose: Purpose): Uint8Array {
  if (derived.rootKey !== rootKey) Object.assign(derived, { rootKey, keys: new Map() });
  const known = derived.keys.get(purpose);
  if (known !== undefined) return known;
  const key = createHmac("sha256", rootKey).update(`rejoin/${purpose}/1`).digest();
  derived.keys.set(purpose, key);
  return key;
}

function mac(rootKey: string, purpose: Purpose, body: string): Uint8Array {
  return createHmac("sha256", keyFor(rootKey, purpose)).update(body).digest();
}

/** HMAC-SHA-256 of `body` under the purpose's key: 43 base64url characters. */
export function seal(rootKey: string, purpose: Purpose, body: string): string {
  return base64url(mac(rootKey, purpose, body));
}

/** `body` with its seal behind a dot. */
export function sealed(rootKey: string, purpose: Purpose, body: string): string {
  return `${body}.${seal(rootKey, purpose, body)}`;
}

/** The body of a sealed text, or null if the seal is not ours. Compared in constant time. */
export function unseal(rootKey: string, purpose: Purpose, text: string): string | null {
  const dot = text.lastIndexOf(".");
  if (dot <= 0) return null;
  const body = text.slice(0, dot);
  // Every seal is as long as every other: its length tells nothing, and what is compared needs no hash of its own.
  const [offered, ours] = [encoder.encode(text.slice(dot + 1)), encoder.encode(seal(rootKey, purpose, body))];
  return offered.length === ours.length && timingSafeEqual(offered, ours) ? body : null;
}

/** Whether two secrets are the same, without telling by the time it takes where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest()];
  return timingSafeEqual(left, right);
}
