import type { AgentRef } from "#protocol/basics.ts";
import type { EndedBy, EndReason } from "#protocol/entries.ts";
import type { RecordsQuery } from "#protocol/records.ts";
import type { ConversationRecord } from "../core/records/record.ts";
import { matchOf, spaced } from "../core/records/words.ts";
import { type Clause, filterClauses, hadBy } from "./record-filter.ts";
import { writeFacts } from "./record-facts.ts";
import type { Sql } from "./sql.ts";

/** Who looks: a supervisor sees all, an agent what is of their workstreams, and what was in their hands. */
export type Reader = { sees: "all" } | { sees: "theirs"; agentId: string; workstreamIds: readonly string[] };

/** A record as it was found; `text` is all of what was said that can be searched. */
export interface Found {
  conversationId: string;
  customerName: string | null;
  subject: string | null;
  widgetId: string;
  workstreamId: string;
  agents: AgentRef[];
  startedAt: number;
  endedAt: number;
  by: EndedBy;
  reason: EndReason;
  messages: number;
  text: string;
}

export interface RecordsStore {
  /** Writes a record; false if this one, or a newer one, is there already. */
  put(record: ConversationRecord): boolean;
  find(query: RecordsQuery, reader: Reader, limit: number): Found[];
  mayRead(conversationId: string, reader: Reader): boolean;
  /** As if it had never been. */
  forget(conversationId: string): void;
}

type RecordRow = {
  n: number;
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
  text: string | null;
};

/** All that have rows of a record, under its number. */
const TABLES = ["records", "record_agents", "record_texts", "record_facts", "record_absences"];

export function createRecordsStore(sql: Sql): RecordsStore {
  const numberOf = (id: string) =>
    sql.exec<{ n: number; rev: number }>("SELECT n, rev FROM records WHERE id = ?", id)[0] ?? null;

  function remove(n: number): void {
    sql.exec("DELETE FROM record_words WHERE rowid = ?", n);
    for (const table of TABLES) sql.exec(`DELETE FROM ${table} WHERE n = ?`, n);
  }

  function write(record: ConversationRecord): void {
    const { conversationId, customerName, subject, said } = record;
    const [row] = sql.exec<{ n: number }>(
      `INSERT INTO records (id, rev, widget_id, workstream_id, customer_name, subject, started_at, ended_at, ended_by, reason, messages)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n`,
      conversationId,
      record.rev,
      record.widgetId,
      record.workstreamId,
      customerName,
      subject,
      record.startedAt,
      record.endedAt,
      record.by,
      record.reason,
      said.messages,
    );
    if (row === undefined) throw new Error("a record that was just written has no number");
    const { n } = row;
    record.tally.agents.forEach(({ id, name }, place) =>
      sql.exec("INSERT INTO record_agents (n, agent_id, name, place) VALUES (?, ?, ?, ?)", n, id, name, place),
    );
    sql.exec("INSERT INTO record_texts (n, text) VALUES (?, ?)", n, said.text);
    const who = `${customerName ?? ""} ${subject ?? ""}`;
    sql.exec("INSERT INTO record_words (rowid, who, text) VALUES (?, ?, ?)", n, spaced(who), spaced(said.text));
    writeFacts(sql, n, record);
  }

  const agentsOf = (n: number): AgentRef[] =>
    sql.exec<AgentRef>("SELECT agent_id AS id, name FROM record_agents WHERE n = ? ORDER BY place", n);

  return {
    put: (record) =>
      sql.transaction(() => {
        const there = numberOf(record.conversationId);
        if (there !== null && there.rev >= record.rev) return false;
        if (there !== null) remove(there.n);
        write(record);
        return true;
      }),
    find: (query, reader, limit) => {
      const clauses = [...clausesOf(query), seenBy(reader)];
      const rows = sql.exec<RecordRow>(
        `SELECT records.*, text FROM records LEFT JOIN record_texts USING (n)
         WHERE ${clauses.map(({ text }) => text).join(" AND ")} ORDER BY ended_at DESC, id DESC LIMIT ?`,
        ...clauses.flatMap(({ values }) => values),
        limit,
      );
      return rows.map((row) => ({
        conversationId: row.id,
        customerName: row.customer_name,
        subject: row.subject,
        widgetId: row.widget_id,
        workstreamId: row.workstream_id,
        agents: agentsOf(row.n),
        startedAt: row.started_at,
        endedAt: row.ended_at,
        by: row.ended_by,
        reason: row.reason,
        messages: row.messages,
        text: row.text ?? "",
      }));
    },
    mayRead: (conversationId, reader) => {
      const { text, values } = seenBy(reader);
      return sql.exec(`SELECT n FROM records WHERE id = ? AND ${text}`, conversationId, ...values).length > 0;
    },
    forget: (conversationId) =>
      sql.transaction(() => {
        const there = numberOf(conversationId);
        if (there !== null) remove(there.n);
      }),
  };
}

function clausesOf(query: RecordsQuery): Clause[] {
  const clauses = filterClauses(query);
  if (query.subject !== undefined) clauses.push({ text: "subject = ?", values: [query.subject] });
  const match = matchOf(query.q ?? "");
  if (match !== null)
    clauses.push({ text: "n IN (SELECT rowid FROM record_words WHERE record_words MATCH ?)", values: [match] });
  // Only signs were asked for: no conversation has such a word.
  else if ((query.q ?? "").trim() !== "") clauses.push({ text: "FALSE", values: [] });
  const [, at, id] = /^(\d+)\.(.*)$/.exec(query.cursor ?? "") ?? [];
  if (at !== undefined && id !== undefined) clauses.push({ text: "(ended_at, id) < (?, ?)", values: [Number(at), id] });
  return clauses;
}

function seenBy(reader: Reader): Clause {
  if (reader.sees === "all") return { text: "TRUE", values: [] };
  const own = hadBy(reader.agentId);
  return {
    text: `(workstream_id IN (SELECT value FROM json_each(?)) OR ${own.text})`,
    values: [JSON.stringify(reader.workstreamIds), ...own.values],
  };
}
