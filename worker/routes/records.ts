import type { Context } from "hono";
import { Hono } from "hono";
import { Id } from "#protocol/basics.ts";
import { check } from "#protocol/decode.ts";
import { RecordEntriesQuery, RecordsQuery } from "#protocol/records.ts";
import { RECORDS_NAME } from "../env.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { problem } from "../middleware/problem.ts";
import { requireAgent } from "../middleware/session.ts";
import type { RecordsReader } from "../objects/records.ts";

/** Past conversations: to be found, and to be read. What somebody may not see is, for them, not there. */
export const records = new Hono<AppEnv>()
  .get("/records", requireAgent, async (c) => {
    const query = check(RecordsQuery, c.req.query());
    if (!query.ok) return problem(c, "bad-request", { detail: query.problem });
    const answer = await c.env.RECORDS.getByName(RECORDS_NAME).find(query.value, await readerOf(c));
    return c.json(answer);
  })
  .get("/records/:conversationId/entries", requireAgent, async (c) => {
    const query = check(RecordEntriesQuery, c.req.query());
    if (!query.ok) return problem(c, "bad-request", { detail: query.problem });
    const id = check(Id, c.req.param("conversationId"));
    // Only what is on record is asked for: a made-up id wakes no object.
    const isTheirs = id.ok && (await c.env.RECORDS.getByName(RECORDS_NAME).mayRead(id.value, await readerOf(c)));
    if (!id.ok || !isTheirs) return problem(c, "not-found");
    const page = await c.env.CONVERSATION.getByName(id.value).entriesOnRecord(query.value.after ?? 0);
    return page === null ? problem(c, "not-found") : c.json(page);
  });

/** What whoever is signed in may see of the past. */
async function readerOf(c: Context<AppEnv>): Promise<RecordsReader> {
  const { agentId, role } = c.var.session;
  if (role === "supervisor") return { sees: "all" };
  const { agents } = await organisationOf(c.env).readSettings();
  const workstreamIds = agents.find((agent) => agent.agentId === agentId)?.workstreamIds ?? [];
  return { sees: "theirs", agentId, workstreamIds };
}
