import { Hono } from "hono";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { setSessionCookie } from "../middleware/session-cookie.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { notFound } from "../middleware/problem.ts";
import { meOf } from "./sessions.ts";

/** Signs in as the demo's agent, under `npm start` alone; anywhere else there is nothing here. */
export const demo = new Hono<AppEnv>().post("/demo/session", sameOrigin, async (c) => {
  const opened = c.env.DEMO === "on" ? await organisationOf(c.env).demoSession(new URL(c.req.url).origin) : null;
  if (opened === null) return notFound(c);
  setSessionCookie(c, opened.secret);
  return c.json(meOf(opened.session), 201);
});
