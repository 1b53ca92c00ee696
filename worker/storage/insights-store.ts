import type { EndedBy, EndReason } from "#protocol/entries.ts";
import type { HoldChoice, HoldSum, InsightsAnswer } from "#protocol/insights.ts";
import type { RecordFilter } from "#protocol/records.ts";
import type { HoldEnd } from "../core/conversation/tally.ts";
import { LATE_FROM, type Lateness } from "../core/insights/advice.ts";
import { QUARTER_MS, type Quarter } from "../core/insights/hours.ts";
import { filterClauses } from "./record-filter.ts";
import type { Row, Sql, SqlValue } from "./sql.ts";

/** What can be spread: who came back, and when; how long they waited; when they were answered first. */
export type Spreadable = "back-in-hold" | "back-later" | "wait" | "answer";

/** Counts over the records that a filter leaves. Everything is counted by SQLite; what it means is for `core/insights`. */
export interface Figures {
  conversations(): InsightsAnswer["conversations"];
  drops(): InsightsAnswer["drops"];
  agents(): InsightsAnswer["agents"];
  holds(): InsightsAnswer["holds"];
  /** Durations in milliseconds, the shortest first. */
  durations(what: Spreadable): number[];
  quarters(): Quarter[];
  clocks(): InsightsAnswer["clocks"];
  choices(holdsSeconds: readonly number[]): HoldChoice[];
  /** How many came back to a conversation that an agent had and would not have let go. */
  returnsToHold(): number;
  lateness(spansSeconds: readonly number[]): Lateness;
}

const SPREADS: Record<Spreadable, string> = {
  "back-in-hold": "SELECT lasted_ms AS ms FROM gone WHERE back AND hold_end = 'kept'",
  "back-later": "SELECT lasted_ms AS ms FROM gone WHERE back AND hold_end IS NOT 'kept'",
  wait: "SELECT wait_ms AS ms FROM picked",
  answer: "SELECT answer_ms AS ms FROM picked WHERE answer_ms IS NOT NULL",
};

/** Opens the figures of these records. */
export function figuresOf(sql: Sql, filter: RecordFilter): Figures {
  const clauses = filterClauses(filter);
  const where = ["TRUE", ...clauses.map(({ text }) => text)].join(" AND ");
  const values = clauses.flatMap((clause) => clause.values);
  const common = `WITH
    picked AS (
      SELECT n, id, started_at, ended_at, ended_by, reason, messages, reconnect, hold_ms, limit_ms, units, joined, wait_ms, answer_ms, blinks
      FROM records JOIN record_facts USING (n) WHERE ${where}
    ),
    gone AS (SELECT record_absences.*, units, reconnect, limit_ms FROM record_absences JOIN picked USING (n)) `;
  const all = <R extends Row>(query: string, ...bound: SqlValue[]): R[] =>
    sql.exec<R>(common + query, ...values, ...bound);
  const one = <R extends Row>(query: string, ...bound: SqlValue[]): R | null => all<R>(query, ...bound)[0] ?? null;

  return {
    conversations: () => {
      const sums = one<{ count: number; joined: number | null; messages: number | null }>(
        "SELECT count(*) AS count, sum(joined) AS joined, sum(messages) AS messages FROM picked",
      );
      const endings = all<{ by: EndedBy; reason: EndReason; count: number }>(
        `SELECT ended_by AS "by", reason, count(*) AS count FROM picked GROUP BY ended_by, reason ORDER BY count DESC, ended_by, reason`,
      );
      return { count: sums?.count ?? 0, joined: sums?.joined ?? 0, messages: sums?.messages ?? 0, endings };
    },
    drops: () => {
      const row = one<{
        count: number;
        in_hold: number;
        later: number;
        never: number;
        by_link: number;
        blinks: number | null;
      }>(
        `SELECT count(*) AS count,
           count(*) FILTER (WHERE back AND hold_end = 'kept') AS in_hold,
           count(*) FILTER (WHERE back AND hold_end IS NOT 'kept') AS later,
           count(*) FILTER (WHERE NOT back) AS never,
           count(*) FILTER (WHERE by_link) AS by_link,
           (SELECT sum(blinks) FROM picked) AS blinks
         FROM gone`,
      );
      return {
        count: row?.count ?? 0,
        inHold: row?.in_hold ?? 0,
        later: row?.later ?? 0,
        never: row?.never ?? 0,
        byLink: row?.by_link ?? 0,
        blinks: row?.blinks ?? 0,
      };
    },
    agents: () => {
      const row = one<InsightsAnswer["agents"]>(
        `SELECT count(*) FILTER (WHERE same_agent = 1) AS same, count(*) FILTER (WHERE same_agent = 0) AS other,
           count(*) FILTER (WHERE same_agent IS NULL) AS nobody
         FROM gone WHERE back AND held_ms IS NOT NULL`,
      );
      return row ?? { same: 0, other: 0, nobody: 0 };
    },
    holds: () => {
      const rows = all<{ end: HoldEnd; count: number; ms: number }>(
        `SELECT hold_end AS "end", count(*) AS count, sum(held_ms * units) AS ms FROM gone WHERE held_ms IS NOT NULL GROUP BY hold_end`,
      );
      const sum = (end: HoldEnd): HoldSum => {
        const row = rows.find((each) => each.end === end);
        return { count: row?.count ?? 0, unitSeconds: Math.round((row?.ms ?? 0) / 1_000) };
      };
      return { kept: sum("kept"), over: sum("over"), letGo: sum("let-go"), ended: sum("ended") };
    },
    durations: (what) => all<{ ms: number }>(`SELECT ms FROM (${SPREADS[what]}) ORDER BY ms`).map(({ ms }) => ms),
    quarters: () =>
      all<{ quarter: number; count: number }>(
        "SELECT CAST(started_at / ? AS INTEGER) AS quarter, count(*) AS count FROM picked GROUP BY quarter ORDER BY quarter",
        QUARTER_MS,
      ),
    clocks: () => {
      const row = one<{ hold_ms: number; limit_ms: number; kinds: number }>(
        `SELECT hold_ms, limit_ms, (SELECT count(*) FROM (SELECT DISTINCT hold_ms, limit_ms FROM picked WHERE reconnect)) AS kinds
         FROM picked WHERE reconnect ORDER BY ended_at DESC, id DESC LIMIT 1`,
      );
      if (row === null) return null;
      return { holdSeconds: row.hold_ms / 1_000, limitSeconds: row.limit_ms / 1_000, mixed: row.kinds > 1 };
    },
    // An agent who lets go would have done so at that moment, and one who makes a hold longer as well; all else ends by the chosen hold or by the return.
    choices: (holdsSeconds) =>
      all<{ hold_ms: number; kept: number; ms: number }>(
        `, tried AS (
           SELECT choice.value AS hold_ms, lasted_ms, back, hold_end, units,
             CASE WHEN hold_end = 'let-go' THEN min(choice.value, held_ms) WHEN extended THEN max(choice.value, held_ms + 1)
               ELSE choice.value END AS own_ms
           FROM gone JOIN json_each(?) AS choice WHERE held_ms IS NOT NULL AND reconnect
         )
         SELECT hold_ms, count(*) FILTER (WHERE back AND hold_end <> 'let-go' AND lasted_ms < own_ms) AS kept,
           sum(min(own_ms, lasted_ms) * units) AS ms
         FROM tried GROUP BY hold_ms ORDER BY hold_ms`,
        JSON.stringify(holdsSeconds.map((seconds) => seconds * 1_000)),
      ).map(({ hold_ms, kept, ms }) => ({ holdSeconds: hold_ms / 1_000, kept, unitSeconds: Math.round(ms / 1_000) })),
    returnsToHold: () =>
      one<{ count: number }>(
        "SELECT count(*) AS count FROM gone WHERE back AND reconnect AND held_ms IS NOT NULL AND hold_end <> 'let-go'",
      )?.count ?? 0,
    lateness: (spansSeconds) => {
      const row = one<{ returns: number; late: number }>(
        "SELECT count(*) AS returns, count(*) FILTER (WHERE lasted_ms >= limit_ms * ?) AS late FROM gone WHERE back AND reconnect",
        LATE_FROM,
      );
      const after = all<{ ms: number; count: number }>(
        `SELECT span.value AS ms, count(*) FILTER (WHERE lasted_ms >= span.value) AS count
         FROM gone JOIN json_each(?) AS span WHERE back AND reconnect GROUP BY span.value ORDER BY span.value`,
        JSON.stringify(spansSeconds.map((seconds) => seconds * 1_000)),
      );
      return {
        returns: row?.returns ?? 0,
        late: row?.late ?? 0,
        after: after.map(({ ms, count }) => ({ seconds: ms / 1_000, count })),
      };
    },
  };
}
