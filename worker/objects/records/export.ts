import type { RecordFilter } from "#protocol/records.ts";
import { csvLine } from "../../core/insights/csv.ts";
import { type FactsRow, readFacts } from "../../storage/insights-lines.ts";
import type { Sql } from "../../storage/sql.ts";

/** Where an export goes on: after this conversation. */
export interface ExportCursor {
  endedAt: number;
  id: string;
}

/** A part of an export: whole lines, and where the next part begins; null after the last. */
export interface ExportPart {
  text: string;
  next: ExportCursor | null;
}

const PART_LINES = 500;

/** The next part of an export of these conversations. */
export function exportPart(sql: Sql, filter: RecordFilter, after: ExportCursor | null): ExportPart {
  const rows = readFacts(sql, filter, after, PART_LINES);
  const last = rows.at(-1);
  return {
    text: rows.map(toLine).join(""),
    next: rows.length < PART_LINES || last === undefined ? null : { endedAt: last.ended_at, id: last.id },
  };
}

const seconds = (ms: number | null): number => Math.round((ms ?? 0) / 100) / 10;
const secondsOrNone = (ms: number | null): number | null => (ms === null ? null : seconds(ms));

function toLine(row: FactsRow): string {
  return csvLine({
    conversationId: row.id,
    widgetId: row.widget_id,
    workstreamId: row.workstream_id,
    customerName: row.customer_name,
    subject: row.subject,
    startedAt: new Date(row.started_at).toISOString(),
    endedAt: new Date(row.ended_at).toISOString(),
    by: row.ended_by,
    reason: row.reason,
    agents: row.agents ?? "",
    messages: row.messages,
    waitSeconds: seconds(row.wait_ms),
    firstAnswerSeconds: secondsOrNone(row.answer_ms),
    holdSeconds: seconds(row.hold_ms),
    limitSeconds: seconds(row.limit_ms),
    units: row.units,
    blinks: row.blinks,
    drops: row.drops,
    returnsInHold: row.in_hold ?? 0,
    returnsLater: row.later ?? 0,
    neverBack: row.never ?? 0,
    byLink: row.by_link ?? 0,
    backToSameAgent: row.same ?? 0,
    backToOtherAgent: row.other ?? 0,
    longestReturnSeconds: secondsOrNone(row.longest_ms),
    heldUsedSeconds: seconds(row.used_ms),
    heldWastedSeconds: seconds(row.wasted_ms),
  });
}
