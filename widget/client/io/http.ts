import type * as v from "valibot";
import { Problem } from "#protocol/bodies.ts";
import { check } from "#protocol/decode.ts";
import type { Fetch } from "./ports.ts";

/**
 * What a request came to; whatever could not be answered or read is `unavailable`. Codes are those of `ERRORS` in the
 * protocol, but stay text: a newer server may know more of them, and one that is not known means `unavailable` too.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; code: string };

/** How long an answer is waited for, in milliseconds. */
export const PATIENCE_MS = 10_000;

export interface Call {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  bearer?: string;
  /** Send the session cookie along: the console's calls. */
  cookies?: boolean;
}

/** One request to our server. Never rejects; errors are from the closed list. */
export async function call<S extends v.GenericSchema>(
  fetch: Fetch,
  url: string,
  schema: S,
  options: Call = {},
): Promise<Result<v.InferOutput<S>>> {
  const { method = "GET", body, bearer, cookies = false } = options;
  try {
    const response = await fetch(url, {
      method,
      credentials: cookies ? "include" : "omit",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const json: unknown = text === "" ? null : JSON.parse(text);
    if (!response.ok) {
      const problem = check(Problem, json);
      return { ok: false, code: problem.ok ? problem.value.code : "unavailable" };
    }
    const value = check(schema, json);
    return value.ok ? value : { ok: false, code: "unavailable" };
  } catch {
    return { ok: false, code: "unavailable" };
  }
}

/** The address of a server's sockets, from that of its pages. */
export function socketBase(baseUrl: string): string {
  return baseUrl.replace(/^http/, "ws");
}
