import type { Migration } from "./migrations.ts";
import { changesMigration } from "./change-store.ts";
import { outboxMigration } from "./outbox.ts";

/** The organisation's tables. Settings are kept as the JSON that the protocol describes; nothing searches inside them. */
export const organisationMigrations: readonly Migration[] = [
  outboxMigration,
  {
    id: "organisation-1",
    sql: [
      "CREATE TABLE widgets (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
      "CREATE TABLE workstreams (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
      "CREATE TABLE agents (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
      "CREATE TABLE quick_replies (n INTEGER PRIMARY KEY, body TEXT NOT NULL)",
      "CREATE TABLE roster (rev INTEGER NOT NULL)",
      "INSERT INTO roster (rev) VALUES (0)",
      // Of tokens and sessions only fingerprints are kept: who reads the database cannot sign in with it.
      `CREATE TABLE tokens (
        fingerprint TEXT PRIMARY KEY, agent_id TEXT, expires_at INTEGER NOT NULL
      ) WITHOUT ROWID`,
      `CREATE TABLE sessions (
        fingerprint TEXT PRIMARY KEY, agent_id TEXT NOT NULL, expires_at INTEGER NOT NULL
      ) WITHOUT ROWID`,
      "CREATE INDEX sessions_by_agent ON sessions (agent_id)",
    ],
  },
  {
    // Each save raises its record's number, so that two people who change the same thing learn of each other.
    id: "organisation-2",
    sql: [
      "ALTER TABLE widgets ADD COLUMN rev INTEGER NOT NULL DEFAULT 1",
      "ALTER TABLE workstreams ADD COLUMN rev INTEGER NOT NULL DEFAULT 1",
      "ALTER TABLE agents ADD COLUMN rev INTEGER NOT NULL DEFAULT 1",
      "CREATE TABLE quick_replies_rev (rev INTEGER NOT NULL)",
      "INSERT INTO quick_replies_rev (rev) VALUES (1)",
      // What was said in a removed widget's conversations can still be read by whoever said it: its origins are needed for that.
      "CREATE TABLE removed_widgets (id TEXT PRIMARY KEY, removed_at INTEGER NOT NULL) WITHOUT ROWID",
    ],
  },
  changesMigration,
];
