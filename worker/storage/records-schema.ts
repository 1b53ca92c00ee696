import type { Migration } from "./migrations.ts";

/** Past conversations, to be found again. What was said stands apart: the rows that are counted and sorted stay narrow. */
export const recordsMigrations: readonly Migration[] = [
  {
    id: "records-1",
    sql: [
      `CREATE TABLE records (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL, widget_id TEXT NOT NULL, workstream_id TEXT NOT NULL,
        customer_name TEXT, subject TEXT, started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL,
        ended_by TEXT NOT NULL, reason TEXT NOT NULL, messages INTEGER NOT NULL
      )`,
      "CREATE INDEX records_by_end ON records (ended_at, id)",
      "CREATE INDEX records_by_subject ON records (subject, ended_at) WHERE subject IS NOT NULL",
      "CREATE TABLE record_agents (n INTEGER NOT NULL, agent_id TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (n, agent_id)) WITHOUT ROWID",
      "CREATE TABLE record_texts (n INTEGER PRIMARY KEY, text TEXT NOT NULL)",
      // The index alone: the words themselves are in the two tables above, as people wrote them.
      "CREATE VIRTUAL TABLE record_words USING fts5 (who, text, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2')",
    ],
  },
  {
    // What happened, to be counted. Durations in milliseconds.
    id: "records-2",
    sql: [
      `CREATE TABLE record_facts (
        n INTEGER PRIMARY KEY, reconnect INTEGER NOT NULL, hold_ms INTEGER NOT NULL, limit_ms INTEGER NOT NULL, units INTEGER NOT NULL,
        joined INTEGER NOT NULL, wait_ms INTEGER NOT NULL, answer_ms INTEGER, drops INTEGER NOT NULL, blinks INTEGER NOT NULL
      )`,
      `CREATE TABLE record_absences (
        n INTEGER NOT NULL, place INTEGER NOT NULL, lasted_ms INTEGER NOT NULL, back INTEGER NOT NULL, by_link INTEGER NOT NULL,
        held_ms INTEGER, hold_end TEXT, extended INTEGER NOT NULL, same_agent INTEGER, PRIMARY KEY (n, place)
      ) WITHOUT ROWID`,
    ],
  },
];
