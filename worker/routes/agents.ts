import { Hono } from "hono";
import { unknown } from "valibot";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import { actorOf, answerChange, revIn } from "./save-answer.ts";

/** Agents' settings, and the order that ends all their sessions: by supervisors, and by everyone for themselves. */
export const agents = new Hono<AppEnv>()
  .put("/agents/:agentId", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), (c) => {
    const value = c.req.valid("json");
    return answerChange(c, { do: "save-agent", id: c.req.param("agentId"), value, rev: revIn(value) });
  })
  .delete("/agents/:agentId/sessions", sameOrigin, requireAgent, async (c) => {
    const agentId = c.req.param("agentId");
    if (c.var.session.role !== "supervisor" && c.var.session.agentId !== agentId) return problem(c, "not-allowed");
    return (await organisationOf(c.env).lockOut(actorOf(c.var.session), agentId))
      ? c.body(null, 204)
      : problem(c, "not-found");
  });
