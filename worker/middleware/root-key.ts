import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env.ts";
import { problem } from "./problem.ts";

/** Shortest root key that is taken: 32 bytes in base64url. */
const SHORTEST = 43;

/** Refuses everything until the deployment has its keys: without them no seal could be told from a forgery. */
export const requireKeys: MiddlewareHandler<AppEnv> = async function requireKeys(c, next) {
  const { ROOT_KEY } = c.env;
  if (ROOT_KEY === undefined || ROOT_KEY.length < SHORTEST) return problem(c, "not-configured");
  c.set("rootKey", ROOT_KEY);
  await next();
  return undefined;
};
