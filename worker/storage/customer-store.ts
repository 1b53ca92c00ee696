import type { Owned } from "../core/reservation.ts";
import type { Migration } from "./migrations.ts";
import type { Sql } from "./sql.ts";

export const customerMigrations: readonly Migration[] = [
  {
    id: "customer-1",
    sql: [
      `CREATE TABLE conversations (
        conversation_id TEXT PRIMARY KEY, widget_id TEXT NOT NULL, device TEXT, start_id TEXT NOT NULL,
        started_at INTEGER NOT NULL, live INTEGER NOT NULL
      ) WITHOUT ROWID`,
    ],
  },
  {
    // To which conversation a start led, also where it joined one: repeated, it leads there again.
    id: "customer-2",
    sql: ["CREATE TABLE starts (start_id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL) WITHOUT ROWID"],
  },
];

/** The conversations of one verified customer. */
export interface CustomerStore {
  live(): Owned[];
  /** The one of this widget that began last, live or not; null without any. */
  latest(widgetId: string): string | null;
  /** Where a start led; null if it is new. */
  startOf(startId: string): string | null;
  putStart(startId: string, conversationId: string): void;
  put(owned: Owned): void;
  /** Notes that it has ended; it may be unknown here. */
  end(conversationId: string): void;
  /** It was never theirs. */
  forget(conversationId: string): void;
}

type OwnedRow = {
  conversation_id: string;
  widget_id: string;
  device: string | null;
  start_id: string;
  started_at: number;
};

export function createCustomerStore(sql: Sql): CustomerStore {
  return {
    live: () =>
      sql
        .exec<OwnedRow>(
          "SELECT conversation_id, widget_id, device, start_id, started_at FROM conversations WHERE live = 1 ORDER BY started_at",
        )
        .map((row) => ({
          conversationId: row.conversation_id,
          widgetId: row.widget_id,
          device: row.device,
          startId: row.start_id,
          startedAt: row.started_at,
        })),
    latest: (widgetId) =>
      sql.exec<{ conversation_id: string }>(
        "SELECT conversation_id FROM conversations WHERE widget_id = ? ORDER BY started_at DESC LIMIT 1",
        widgetId,
      )[0]?.conversation_id ?? null,
    startOf: (startId) =>
      sql.exec<{ conversation_id: string }>("SELECT conversation_id FROM starts WHERE start_id = ?", startId)[0]
        ?.conversation_id ?? null,
    putStart: (startId, conversationId) => {
      sql.exec(
        "INSERT INTO starts VALUES (?, ?) ON CONFLICT (start_id) DO UPDATE SET conversation_id = excluded.conversation_id",
        startId,
        conversationId,
      );
    },
    put: ({ conversationId, widgetId, device, startId, startedAt }) => {
      sql.exec(
        "INSERT INTO conversations VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (conversation_id) DO NOTHING",
        conversationId,
        widgetId,
        device,
        startId,
        startedAt,
      );
    },
    forget: (conversationId) => {
      sql.exec("DELETE FROM conversations WHERE conversation_id = ?", conversationId);
    },
    end: (conversationId) => {
      sql.exec("UPDATE conversations SET live = 0 WHERE conversation_id = ? AND live = 1", conversationId);
    },
  };
}
