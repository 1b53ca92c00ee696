import type { EndedBy, EndReason } from "#protocol/entries.ts";
import type { RecordFilter } from "#protocol/records.ts";
import { filterClauses } from "./record-filter.ts";
import type { Sql } from "./sql.ts";

/** What one conversation says in an export; durations in milliseconds. */
export type FactsRow = {
  id: string;
  widget_id: string;
  workstream_id: string;
  customer_name: string | null;
  subject: string | null;
  started_at: number;
  ended_at: number;
  ended_by: EndedBy;
  reason: EndReason;
  messages: number;
  agents: string | null;
  wait_ms: number;
  answer_ms: number | null;
  hold_ms: number;
  limit_ms: number;
  units: number;
  blinks: number;
  drops: number;
  in_hold: number | null;
  later: number | null;
  never: number | null;
  by_link: number | null;
  same: number | null;
  other: number | null;
  longest_ms: number | null;
  used_ms: number | null;
  wasted_ms: number | null;
};

/** The conversations of a filter, one row each, those that ended first first; `after` is the last of the page before. */
export function readFacts(
  sql: Sql,
  filter: RecordFilter,
  after: { endedAt: number; id: string } | null,
  limit: number,
): FactsRow[] {
  const clauses = filterClauses(filter);
  if (after !== null) clauses.push({ text: "(ended_at, id) > (?, ?)", values: [after.endedAt, after.id] });
  const where = ["TRUE", ...clauses.map(({ text }) => text)].join(" AND ");
  // A page is picked first, by the index: summed up before that, all that is left of the table would be, for each page.
  return sql.exec<FactsRow>(
    `SELECT records.id, widget_id, workstream_id, customer_name, subject, started_at, ended_at, ended_by, reason, messages,
       (SELECT group_concat(name, '; ' ORDER BY place) FROM record_agents WHERE record_agents.n = records.n) AS agents,
       wait_ms, answer_ms, hold_ms, limit_ms, units, blinks, drops,
       sum(back AND hold_end = 'kept') AS in_hold, sum(back AND hold_end IS NOT 'kept') AS later, sum(NOT back) AS never,
       sum(by_link) AS by_link, sum(same_agent = 1) AS same, sum(same_agent = 0) AS other,
       max(CASE WHEN back THEN lasted_ms END) AS longest_ms,
       sum(CASE WHEN hold_end = 'kept' THEN held_ms END) AS used_ms, sum(CASE WHEN hold_end <> 'kept' THEN held_ms END) AS wasted_ms
     FROM (SELECT * FROM records JOIN record_facts USING (n) WHERE ${where} ORDER BY ended_at, id LIMIT ?) AS records
       LEFT JOIN record_absences USING (n)
     GROUP BY records.n ORDER BY ended_at, records.id`,
    ...clauses.flatMap(({ values }) => values),
    limit,
  );
}
