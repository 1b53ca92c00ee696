import { Hono } from "hono";
import { SignInBody } from "#protocol/console.ts";
import type { Me } from "#protocol/console.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { clearSessionCookie, setSessionCookie } from "../middleware/session-cookie.ts";
import { requireAgent } from "../middleware/session.ts";
import type { Session } from "../objects/organisation/accounts.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";

/** A session as its holder sees it. */
export function meOf({ agentId, name, role }: Session): Me {
  return { agentId, name, role };
}

/** Signing in by a one-time token, signing out, and who one is. */
export const sessions = new Hono<AppEnv>()
  .post("/sessions", sameOrigin, jsonBody(SignInBody), async (c) => {
    const { token, name } = c.req.valid("json");
    const answer = await organisationOf(c.env).signIn(token, name);
    switch (answer.outcome) {
      case "signed-in":
        setSessionCookie(c, answer.secret);
        return c.json(meOf(answer.session), 201);
      case "name-needed":
        return problem(c, "bad-request", { detail: "name: needed at the first sign-in", field: "name" });
      case "refused":
        return problem(c, "unauthorised", {
          detail: "This sign-in link was used before, has expired, or never was one.",
        });
    }
  })
  .delete("/sessions", sameOrigin, requireAgent, async (c) => {
    await organisationOf(c.env).signOut(c.var.session);
    clearSessionCookie(c);
    return c.body(null, 204);
  })
  .get("/me", requireAgent, (c) => c.json(meOf(c.var.session)));
