import { Hono } from "hono";
import { unknown } from "valibot";
import { jsonBody } from "../middleware/json-body.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { answerChange, revIn } from "./save-answer.ts";

/** The texts that agents send by a shortcut, all at once. */
export const quickReplies = new Hono<AppEnv>().put(
  "/quick-replies",
  sameOrigin,
  requireAgent,
  requireSupervisor,
  jsonBody(unknown()),
  (c) => {
    const value = c.req.valid("json");
    return answerChange(c, { do: "save-quick-replies", value, rev: revIn(value) });
  },
);
