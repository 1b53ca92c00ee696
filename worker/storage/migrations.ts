import type { Sql } from "./sql.ts";

/** One step of a schema's history. Never edited once it has landed; a change is a new step. */
export interface Migration {
  id: string;
  sql: readonly string[];
}

/** Brings a store up to date. What was applied must be a prefix of the list: anything else is a build that does not belong to this data. */
export function migrate(sql: Sql, migrations: readonly Migration[]): void {
  // Every conversation has this table: without row ids it is one row to make, and one for each step.
  sql.exec("CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID");
  const applied = sql.exec<{ id: string }>("SELECT id FROM migrations ORDER BY n").map((row) => row.id);
  applied.forEach((id, n) => {
    if (migrations[n]?.id !== id)
      throw new Error(`migration ${id} was applied here but is not number ${n} of this build`);
  });
  migrations.slice(applied.length).forEach((migration, offset) => {
    sql.transaction(() => {
      for (const statement of migration.sql) sql.exec(statement);
      sql.exec("INSERT INTO migrations (id, n) VALUES (?, ?)", migration.id, applied.length + offset);
    });
  });
}
