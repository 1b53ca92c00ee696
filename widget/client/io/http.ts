import { STRING } from "../core/shape.ts";
import type { Shape } from "../core/shape.ts";
import type { Fetch } from "./ports.ts";

/**
 * What a request came to; whatever could not be answered or read is `unavailable`. Codes are those of `ERRORS` in the
 * protocol, but stay text: a newer server may know more of them, and one that is not known means `unavailable` too.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; code: string };

/** How long an answer is waited for, in milliseconds. */
export const PATIENCE_MS = 10_000;

/** One request to our server, and its answer as `read` reads it. Never rejects; errors are from the closed list. No cookies, unless `init` says so. */
export async function call<T>(fetch: Fetch, url: string, read: Shape<T>, init: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(url, {
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
    });
    const json = JSON.parse((await response.text()) || "null");
    return response.ok ? { ok: true, value: read(json) } : { ok: false, code: STRING(json.code) };
  } catch {
    return { ok: false, code: "unavailable" };
  }
}

/** A request that carries a body; without one nothing is said of its kind. */
export function carry(method: string, body: unknown): RequestInit {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The address of a server's sockets, from that of its pages. */
export function socketBase(baseUrl: string): string {
  return baseUrl.replace(/^http/, "ws");
}
