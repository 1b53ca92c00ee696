import { Hono } from "hono";
import { unknown } from "valibot";
import { ChangesQuery } from "#protocol/changes.ts";
import type { SettingsAnswer } from "#protocol/console.ts";
import { check } from "#protocol/decode.ts";
import { DESK_NAME } from "../env.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import { randomToken } from "../tokens/seal.ts";
import { answerChange, revIn } from "./save-answer.ts";

/** What agents who are no supervisors see of the settings: nothing that could vouch for a customer. */
function withoutKeys(settings: SettingsAnswer): SettingsAnswer {
  return { ...settings, agents: [], widgets: settings.widgets.map(({ identity: _hidden, ...widget }) => widget) };
}

/** Everything an organisation can set about widgets and workstreams. A save takes the whole of one; the rules decide in the object. */
export const settings = new Hono<AppEnv>()
  .get("/settings", requireAgent, async (c) => {
    const all = await organisationOf(c.env).readSettings();
    return c.json(c.var.session.role === "supervisor" ? all : withoutKeys(all));
  })
  .get("/changes", requireAgent, requireSupervisor, async (c) => {
    const query = check(ChangesQuery, c.req.query());
    if (!query.ok) return problem(c, "bad-request", { detail: query.problem });
    const { cursor } = query.value;
    return c.json(await organisationOf(c.env).readChanges(cursor === undefined ? null : Number(cursor)));
  })
  .post("/widgets", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), (c) =>
    answerChange(c, { do: "add-widget", id: randomToken(16), value: c.req.valid("json") }, 201),
  )
  .put("/widgets/:widgetId/settings", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), (c) => {
    const value = c.req.valid("json");
    return answerChange(c, { do: "save-widget", id: c.req.param("widgetId"), value, rev: revIn(value) });
  })
  .delete("/widgets/:widgetId", sameOrigin, requireAgent, requireSupervisor, async (c) => {
    const widgetId = c.req.param("widgetId");
    const live = await c.env.DESK.getByName(DESK_NAME).liveIn({ widgetId });
    return answerChange(c, { do: "remove-widget", id: widgetId, live });
  })
  .post("/widgets/:widgetId/restore", sameOrigin, requireAgent, requireSupervisor, (c) =>
    answerChange(c, { do: "restore-widget", id: c.req.param("widgetId") }),
  )
  .post("/workstreams", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), (c) =>
    answerChange(c, { do: "add-workstream", id: randomToken(16), value: c.req.valid("json") }, 201),
  )
  .put("/workstreams/:workstreamId", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), (c) => {
    const value = c.req.valid("json");
    return answerChange(c, { do: "save-workstream", id: c.req.param("workstreamId"), value, rev: revIn(value) });
  })
  .delete("/workstreams/:workstreamId", sameOrigin, requireAgent, requireSupervisor, async (c) => {
    const workstreamId = c.req.param("workstreamId");
    const live = await c.env.DESK.getByName(DESK_NAME).liveIn({ workstreamId });
    return answerChange(c, { do: "remove-workstream", id: workstreamId, live });
  });
