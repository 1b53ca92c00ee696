import type { Migration } from "./migrations.ts";
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
];
