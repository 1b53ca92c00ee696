import { Hono } from "hono";
import { unknown } from "valibot";
import { NewWidgetBody, NewWorkstreamBody } from "#protocol/console.ts";
import type { SettingsAnswer } from "#protocol/console.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import { forgetWidgets } from "../middleware/settings-cache.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { answerSave } from "./save-answer.ts";

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
  .post("/widgets", sameOrigin, requireAgent, requireSupervisor, jsonBody(NewWidgetBody), async (c) => {
    const answer = await organisationOf(c.env).addWidget(c.req.valid("json"));
    forgetWidgets();
    return answerSave(c, answer, 201);
  })
  .put("/widgets/:widgetId/settings", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), async (c) => {
    const answer = await organisationOf(c.env).saveWidget(c.req.param("widgetId"), c.req.valid("json"));
    forgetWidgets();
    return answerSave(c, answer);
  })
  .post("/workstreams", sameOrigin, requireAgent, requireSupervisor, jsonBody(NewWorkstreamBody), async (c) =>
    answerSave(c, await organisationOf(c.env).addWorkstream(c.req.valid("json").name), 201),
  )
  .put("/workstreams/:workstreamId", sameOrigin, requireAgent, requireSupervisor, jsonBody(unknown()), async (c) => {
    const answer = await organisationOf(c.env).saveWorkstream(c.req.param("workstreamId"), c.req.valid("json"));
    forgetWidgets();
    return answerSave(c, answer);
  });
