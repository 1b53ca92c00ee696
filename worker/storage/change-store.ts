import { check } from "#protocol/decode.ts";
import { Change } from "#protocol/changes.ts";
import type { ChangeKind } from "#protocol/changes.ts";
import type { Migration } from "./migrations.ts";
import type { Sql } from "./sql.ts";

/** The record of who changed what: only ever written to at its end, and the database itself sees to that. */
export const changesMigration: Migration = {
  id: "changes-1",
  sql: [
    `CREATE TABLE changes (
      n INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, target_id TEXT NOT NULL, body TEXT NOT NULL
    )`,
    "CREATE INDEX changes_by_target ON changes (kind, target_id, n)",
    "CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are never altered'); END",
    "CREATE TRIGGER changes_last BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are never removed'); END",
  ],
};

export type StoredChange = { id: number } & Change;

/** Changes by their number, which rises. */
export interface ChangeStore {
  append(change: Change): void;
  /** The newest that stand before this number, the newest first; null: from the end. */
  before(n: number | null, count: number): StoredChange[];
  /** The newest of one target; null if it was never changed. */
  latest(kind: ChangeKind, targetId: string): StoredChange | null;
}

type Row = { n: number; body: string };

function read({ n, body }: Row): StoredChange {
  const change = check(Change, JSON.parse(body));
  if (!change.ok) throw new Error(`stored change ${n} does not fit its schema: ${change.problem}`);
  return { id: n, ...change.value };
}

export function createChangeStore(sql: Sql): ChangeStore {
  return {
    append: (change) => {
      sql.exec(
        "INSERT INTO changes (kind, target_id, body) VALUES (?, ?, ?)",
        change.kind,
        change.targetId,
        JSON.stringify(change),
      );
    },
    before: (n, count) =>
      sql
        .exec<Row>(
          "SELECT n, body FROM changes WHERE n < ? ORDER BY n DESC LIMIT ?",
          n ?? Number.MAX_SAFE_INTEGER,
          count,
        )
        .map(read),
    latest: (kind, targetId) => {
      const [row] = sql.exec<Row>(
        "SELECT n, body FROM changes WHERE kind = ? AND target_id = ? ORDER BY n DESC LIMIT 1",
        kind,
        targetId,
      );
      return row === undefined ? null : read(row);
    },
  };
}
