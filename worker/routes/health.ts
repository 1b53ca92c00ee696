import { Hono } from "hono";
import { requireKeys } from "../middleware/root-key.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";

/** The conversation object that `/healthz` wakes. It is never started. */
const PROBE = "health";

/** `GET /healthz`: 200 if the keys are there and a conversation object answers from its storage. */
export const health = new Hono<AppEnv>().get("/healthz", requireKeys, async (c) => {
  try {
    await c.env.CONVERSATION.getByName(PROBE).report();
    return c.json({ ok: true }, 200, { "cache-control": "no-store" });
  } catch {
    return problem(c, "unavailable");
  }
});
