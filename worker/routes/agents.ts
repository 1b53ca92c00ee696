import { Hono } from "hono";
import { unknown } from "valibot";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import { answerSave } from "./save-answer.ts";

/** Agents' settings, and the order that ends all their sessions: by supervisors, and by everyone for themselves. */
export const agents = new Hono<AppEnv>()
  .put("/agents/:agentId", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), async (c) =>
    answerSave(c, await organisationOf(c.env).saveAgent(c.req.param("agentId"), c.req.valid("json"))),
  )
  .delete("/agents/:agentId/sessions", sameOrigin, requireAgent, async (c) => {
    const agentId = c.req.param("agentId");
    if (c.var.session.role !== "supervisor" && c.var.session.agentId !== agentId) return problem(c, "not-allowed");
    return (await organisationOf(c.env).lockOut(agentId)) ? c.body(null, 204) : problem(c, "not-found");
  });
