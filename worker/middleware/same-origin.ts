import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env.ts";
import { problem } from "./problem.ts";

/**
 * For whatever the agents' API does by cookie: only pages of this server's own origin may ask for it. SameSite alone would still
 * let in pages of sibling subdomains. Browsers send `Origin` with every request that is not GET or HEAD; one that does not
 * (old, or a privacy extension) has `Sec-Fetch-Site`. With neither there is no proof, and the request is refused: a program that
 * uses a session's cookie says `Origin: <the server's>` itself.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async function sameOrigin(c, next) {
  const origin = c.req.header("origin");
  const own =
    origin === undefined ? c.req.header("sec-fetch-site") === "same-origin" : origin === new URL(c.req.url).origin;
  if (!own) return problem(c, "forbidden-origin", { detail: "Only pages of this server may ask for this." });
  await next();
  return undefined;
};
