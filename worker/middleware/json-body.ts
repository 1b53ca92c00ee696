import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { GenericSchema, InferInput, InferOutput } from "valibot";
import { decode } from "#protocol/decode.ts";
import { FRAME_BYTES } from "#protocol/limits.ts";
import type { AppEnv } from "./app-env.ts";
import { problem } from "./problem.ts";

/** Refuses bodies above 64 KB, however they are sent, before anything reads them. */
export const limitBody: MiddlewareHandler<AppEnv> = bodyLimit({
  maxSize: FRAME_BYTES,
  onError: (c) => problem(c, "too-large"),
});

type JsonBody<S extends GenericSchema> = { in: { json: InferInput<S> }; out: { json: InferOutput<S> } };

/**
 * Reads the body into `c.req.valid("json")`. Only `application/json` is taken: pages of other sites cannot send that
 * without a preflight, and so not at all.
 */
export function jsonBody<S extends GenericSchema>(schema: S): MiddlewareHandler<AppEnv, string, JsonBody<S>> {
  return async function jsonBody(c, next) {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) {
      return problem(c, "bad-request", { detail: "Send the body as application/json." });
    }
    const read = decode(schema, await c.req.text());
    if (!read.ok)
      return problem(c, "bad-request", { detail: read.problem, ...(read.field !== null && { field: read.field }) });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- hono says object and keeps whatever it is given
    c.req.addValidatedData("json", read.value as object);
    await next();
    return undefined;
  };
}
