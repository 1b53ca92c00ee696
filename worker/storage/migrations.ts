import type { Sql } from "./sql.ts";

/** One step of a schema's history. Never edited once it has landed; a change is a new step. */
export interface Migration {
  id: string;
  sql: readonly string[];
}

/**
 * Brings a store up to date. What was applied must be of the list, step by step: anything else is a build that does not belong to this data.
 *
 * @param atOnce makes of an empty store what all the steps lead to; for stores of which there are many, where each statement is paid for.
 */
export function migrate(sql: Sql, migrations: readonly Migration[], atOnce?: readonly string[]): void {
  // Every conversation has this table: without row ids it is one row to make, and one for each step.
  sql.exec("CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID");
  const applied = sql.exec<{ id: string; n: number }>("SELECT id, n FROM migrations ORDER BY n");
  for (const { id, n } of applied)
    if (migrations[n]?.id !== id)
      throw new Error(`migration ${id} was applied here but is not number ${n} of this build`);
  const pending = migrations
    .map(({ id, sql: statements }, n) => ({ id, n, statements }))
    .slice((applied.at(-1)?.n ?? -1) + 1);
  const steps =
    applied.length === 0 && atOnce !== undefined
      ? pending.slice(-1).map((last) => ({ ...last, statements: atOnce }))
      : pending;
  for (const { id, n, statements } of steps) {
    sql.transaction(() => {
      for (const statement of statements) sql.exec(statement);
      sql.exec("INSERT INTO migrations (id, n) VALUES (?, ?)", id, n);
    });
  }
}
