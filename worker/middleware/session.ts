import type { Context, MiddlewareHandler } from "hono";
import type { Session } from "../objects/organisation/accounts.ts";
import type { AppEnv } from "./app-env.ts";
import { problem } from "./problem.ts";
import { fingerprint } from "../tokens/seal.ts";
import { organisationOf } from "./organisation.ts";
import { readSessionCookie, setSessionCookie } from "./session-cookie.ts";

/** Who asks, by their cookie; null if nobody is signed in. A session that was prolonged gets its cookie anew. */
export async function findSession(c: Context<AppEnv>): Promise<Session | null> {
  const secret = readSessionCookie(c);
  if (secret === null) return null;
  const found = await organisationOf(c.env).readSession(fingerprint(secret));
  if (found?.renewed === true) setSessionCookie(c, secret);
  return found?.session ?? null;
}

/** Lets in whoever is signed in, as `c.var.session`. What they are answered is for them, and kept by nobody on the way. */
export const requireAgent: MiddlewareHandler<AppEnv> = async function requireAgent(c, next) {
  const session = await findSession(c);
  if (session === null) return problem(c, "unauthorised");
  c.set("session", session);
  await next();
  c.header("cache-control", "no-store");
  return undefined;
};

/** After `requireAgent`: lets in supervisors alone. */
export const requireSupervisor: MiddlewareHandler<AppEnv> = async function requireSupervisor(c, next) {
  if (c.var.session.role !== "supervisor")
    return problem(c, "not-allowed", { detail: "Only supervisors may do this." });
  await next();
  return undefined;
};
