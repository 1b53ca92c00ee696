import type { Migration } from "./migrations.ts";
import { outboxMigration } from "./outbox.ts";

export const conversationMigrations: readonly Migration[] = [
  {
    id: "conversation-1",
    sql: [
      `CREATE TABLE conversation (
        one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, state TEXT NOT NULL,
        seen_by_customer INTEGER NOT NULL, seen_by_agent INTEGER NOT NULL
      )`,
      "CREATE TABLE entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, message_id TEXT, body TEXT NOT NULL)",
      // Partial, so that an event costs one row and a message two.
      "CREATE UNIQUE INDEX entries_message_id ON entries (message_id) WHERE message_id IS NOT NULL",
    ],
  },
  outboxMigration,
  {
    // What is owed stands with the state, and ids are kept in memory: a message is one row, and so is a word with the change it tells of.
    id: "conversation-2",
    sql: [
      "ALTER TABLE conversation ADD COLUMN owed TEXT NOT NULL DEFAULT '[]'",
      `UPDATE conversation SET owed = (
        SELECT json_group_array(json_object('topic', topic, 'version', version, 'body', json(body), 'attempts', attempts, 'dueAt', due_at))
        FROM outbox
      )`,
      "DROP TABLE outbox",
      "DROP INDEX entries_message_id",
    ],
  },
];

/** What these steps lead to, for a conversation that begins. */
export const conversationAtOnce: readonly string[] = [
  `CREATE TABLE conversation (
    one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, state TEXT NOT NULL,
    seen_by_customer INTEGER NOT NULL, seen_by_agent INTEGER NOT NULL, owed TEXT NOT NULL DEFAULT '[]'
  )`,
  "CREATE TABLE entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, message_id TEXT, body TEXT NOT NULL)",
];
