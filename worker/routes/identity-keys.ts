import { Hono } from "hono";
import { CheckPageBody, CheckTokenBody, KeysBody } from "#protocol/checks.ts";
import { checkPage } from "../core/settings/page-check.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import { checkToken } from "../tokens/identity-check.ts";
import { answerChange } from "./save-answer.ts";

/** The keys that vouch for a widget's customers, and what helps to set a site up: does this page, and this token, get in? */
export const identityKeys = new Hono<AppEnv>()
  .post("/widgets/:widgetId/keys", sameOrigin, requireAgent, requireSupervisor, jsonBody(KeysBody), (c) => {
    const { keys, keepOldForSeconds, rev } = c.req.valid("json");
    const id = c.req.param("widgetId");
    return answerChange(c, { do: "change-keys", id, keys: keys ?? null, keepOldForSeconds, rev: rev ?? null });
  })
  .delete("/widgets/:widgetId/keys/previous", sameOrigin, requireAgent, requireSupervisor, (c) =>
    answerChange(c, { do: "end-old-keys", id: c.req.param("widgetId") }),
  )
  .post(
    "/widgets/:widgetId/check-page",
    sameOrigin,
    requireAgent,
    requireSupervisor,
    jsonBody(CheckPageBody),
    async (c) => {
      const reading = await organisationOf(c.env).readWidget(c.req.param("widgetId"));
      if (reading === null) return problem(c, "not-found");
      // As for the demo's own page: see `mayUse`.
      const own = c.env.DEMO === "on" ? [new URL(c.req.url).origin] : [];
      return c.json(checkPage(c.req.valid("json").url, [...reading.widget.origins, ...own]));
    },
  )
  .post(
    "/widgets/:widgetId/check-token",
    sameOrigin,
    requireAgent,
    requireSupervisor,
    jsonBody(CheckTokenBody),
    async (c) => {
      const reading = await organisationOf(c.env).readWidget(c.req.param("widgetId"));
      if (reading === null) return problem(c, "not-found");
      return c.json(await checkToken(c.req.valid("json").token, reading.widget.identity, Date.now()));
    },
  );
