import type { Context } from "hono";
import type { Problem } from "#protocol/bodies.ts";
import { ERRORS } from "#protocol/errors.ts";
import type { ErrorCode } from "#protocol/errors.ts";
import { randomToken } from "../tokens/seal.ts";

/** What a problem says beyond its code. Written for people, and never anything internal. */
export interface ProblemDetails {
  detail?: string;
  /** The field of the request that is at fault, as `a.b.c`. */
  field?: string;
  /** Everything that is wrong, field by field. */
  problems?: { field: string | null; detail: string }[];
}

/** The server's "no" as problem+json (RFC 9457): a code of the closed list, and an id to find it by in the server's log. */
export function problem(
  c: Context,
  code: ErrorCode,
  details: ProblemDetails = {},
  id: string = randomToken(16),
): Response {
  const { status, title } = ERRORS[code];
  const body = { type: `urn:rejoin:problem:${code}`, title, status, code, id, ...details } satisfies Problem;
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
}

/**
 * For `app.onError`. Whatever threw is written to the server's log under the id that the client gets, and nothing of it is
 * said: messages of exceptions quote what they failed on.
 */
export function onError(error: Error, c: Context): Response {
  const id = randomToken(16);
  console.error(JSON.stringify({ id, method: c.req.method, route: c.req.path, error: error.stack ?? String(error) }));
  return problem(c, "unavailable", {}, id);
}

/** For `app.notFound`. */
export function notFound(c: Context): Response {
  return problem(c, "not-found");
}

/** For `methodNotAllowed` of hono. */
export function onMethodNotAllowed(c: Context, methods: string[]): Response {
  const answer = problem(c, "method-not-allowed");
  answer.headers.set("allow", methods.join(", "));
  return answer;
}
