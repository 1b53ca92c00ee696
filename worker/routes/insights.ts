import { Hono } from "hono";
import { check } from "#protocol/decode.ts";
import { InsightsQuery } from "#protocol/insights.ts";
import { CSV_HEAD } from "../core/insights/csv.ts";
import { RECORDS_NAME } from "../env.ts";
import type { Env } from "../env.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { ExportCursor } from "../objects/records/export.ts";

/** Figures about past conversations, as JSON and as a table to take away. For supervisors: they say how single agents work. */
export const insights = new Hono<AppEnv>()
  .get("/insights", requireAgent, requireSupervisor, async (c) => {
    const query = check(InsightsQuery, c.req.query());
    if (!query.ok)
      return problem(c, "bad-request", { detail: query.problem, ...(query.field !== null && { field: query.field }) });
    const answer = await c.env.RECORDS.getByName(RECORDS_NAME).insights(query.value);
    return c.json(answer);
  })
  .get("/insights.csv", requireAgent, requireSupervisor, async (c) => {
    const query = check(InsightsQuery, c.req.query());
    if (!query.ok)
      return problem(c, "bad-request", { detail: query.problem, ...(query.field !== null && { field: query.field }) });
    return c.body(exported(c.env, query.value), 200, {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="rejoin-conversations.csv"',
    });
  });

/** The export, part by part as it is read: how many conversations there are does not matter. */
function exported({ RECORDS }: Pick<Env, "RECORDS">, query: InsightsQuery): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: ExportCursor | null = null;
  let begun = false;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      // A mark of the encoding, without which spreadsheets take names for Latin-1.
      if (!begun) controller.enqueue(encoder.encode(`\uFEFF${CSV_HEAD}`));
      begun = true;
      const { text, next } = await RECORDS.getByName(RECORDS_NAME).export(query, after);
      after = next;
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (next === null) controller.close();
    },
  });
}
