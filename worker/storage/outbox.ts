import type { Migration } from "./migrations.ts";
import type { Sql } from "./sql.ts";

/**
 * What one object still has to tell others. One row for each thing to tell (`topic`), holding the newest word on it: a newer
 * word replaces an older one that was not confirmed yet, since every word we send between objects is whole.
 */
export interface OutboxItem {
  topic: string;
  /** Counts the words on this topic; confirming an older one does not remove a newer one. */
  version: number;
  body: unknown;
  attempts: number;
  dueAt: number;
}

export const outboxMigration: Migration = {
  id: "outbox-1",
  sql: [
    `CREATE TABLE outbox (
      topic TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL,
      attempts INTEGER NOT NULL, due_at INTEGER NOT NULL
    ) WITHOUT ROWID`,
  ],
};

/** Retries from half a second on, doubling to a minute; without end, since the other side must learn it in the end. */
export function retryDelayMs(attempts: number): number {
  return Math.min(60_000, 500 * 2 ** Math.min(attempts, 10));
}

/**
 * A fresh word is told at once; should the object die over it, it is told again at the next thing that happens here, or after this
 * time. Not sooner than the alarm that watches over who is present would ring anyway: else each word would cost an alarm.
 */
export const FIRST_RETRY_MS = 30_000;

export interface Outbox {
  /** What is to be told now: the fresh words, and those whose time to be repeated has come. */
  due(now: number): OutboxItem[];
  /** When the next word is due; null if all is told. */
  next(): number | null;
  confirm(item: OutboxItem): void;
  failed(item: OutboxItem, now: number): void;
}

/** An outbox with a table of its own, for an object with many topics. */
export interface TableOutbox extends Outbox {
  put(topic: string, body: unknown, now: number): void;
}

type OutboxRow = { topic: string; version: number; body: string; attempts: number; due_at: number };

export function createOutbox(sql: Sql): TableOutbox {
  return {
    put: (topic, body, now) => {
      sql.exec(
        `INSERT INTO outbox (topic, version, body, attempts, due_at) VALUES (?, 1, ?, 0, ?)
         ON CONFLICT (topic) DO UPDATE SET version = version + 1, body = excluded.body, attempts = 0, due_at = excluded.due_at`,
        topic,
        JSON.stringify(body),
        now + FIRST_RETRY_MS,
      );
    },
    due: (now) =>
      sql
        .exec<OutboxRow>(
          "SELECT topic, version, body, attempts, due_at FROM outbox WHERE attempts = 0 OR due_at <= ? ORDER BY due_at, topic",
          now,
        )
        .map((row) => ({
          topic: row.topic,
          version: row.version,
          body: JSON.parse(row.body) as unknown,
          attempts: row.attempts,
          dueAt: row.due_at,
        })),
    next: () => sql.exec<{ at: number | null }>("SELECT min(due_at) AS at FROM outbox")[0]?.at ?? null,
    confirm: ({ topic, version }) => {
      sql.exec("DELETE FROM outbox WHERE topic = ? AND version = ?", topic, version);
    },
    failed: ({ topic, version, attempts }, now) => {
      sql.exec(
        "UPDATE outbox SET attempts = ?, due_at = ? WHERE topic = ? AND version = ?",
        attempts + 1,
        now + retryDelayMs(attempts),
        topic,
        version,
      );
    },
  };
}

/** What is overdue is being told right now, or was when the process died: it is looked after again in a while, not in a loop. */
const OVERDUE_CHECK_MS = 5_000;

/** When the owner's alarm has to look after what it owes: always in the future; null if all is told. */
export function owedAt(outbox: Pick<Outbox, "next">, now: number): number | null {
  const next = outbox.next();
  return next !== null && next <= now ? now + OVERDUE_CHECK_MS : next;
}
