import { Hono } from "hono";
import { QuickRepliesBody } from "#protocol/console.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";

/** The texts that agents send by a shortcut, all at once. */
export const quickReplies = new Hono<AppEnv>().put(
  "/quick-replies",
  sameOrigin,
  requireAgent,
  requireSupervisor,
  jsonBody(QuickRepliesBody),
  async (c) => {
    const body = c.req.valid("json");
    await organisationOf(c.env).saveQuickReplies(body.quickReplies);
    return c.json(body);
  },
);
