import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { organisationOf } from "../middleware/organisation.ts";
import { placeOfDemo } from "../middleware/demo-place.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { isLoopbackHttp, setSessionCookie } from "../middleware/session-cookie.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { notFound } from "../middleware/problem.ts";
import { findSession } from "../middleware/session.ts";
import { meOf } from "./sessions.ts";

/**
 * Under `npm start` alone, and there for pages of this machine alone: a name of somebody else's that was made to lead here
 * would pass for an origin of its own. Anywhere else there is nothing here.
 */
const inDemo = createMiddleware<AppEnv>(async (c, next) => {
  if (c.env.DEMO !== "on" || (c.env.DEMO_PLACE !== undefined && !isLoopbackHttp(c))) return notFound(c);
  await next();
  return undefined;
});

/** What the demo's page needs to begin: somebody who is signed in, and where the other parts stand. */
export const demo = new Hono<AppEnv>()
  .post("/demo/session", inDemo, sameOrigin, async (c) => {
    const there = await findSession(c);
    if (there !== null) return c.json(meOf(there));
    const opened = await organisationOf(c.env).demoSession();
    if (opened === null) return notFound(c);
    setSessionCookie(c, opened.secret);
    return c.json(meOf(opened.session), 201);
  })
  .get("/demo", inDemo, sameOrigin, (c) => {
    const place = placeOfDemo(c.env);
    return place === null ? notFound(c) : c.json(place, 200, { "cache-control": "no-store" });
  });
