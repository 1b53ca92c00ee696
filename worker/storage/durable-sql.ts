import type { Row, Sql, SqlValue } from "./sql.ts";

/** The port on a Durable Object's own SQLite. */
export function durableSql(storage: DurableObjectStorage): Sql {
  return {
    exec: <R extends Row>(statement: string, ...values: SqlValue[]) =>
      storage.sql.exec<R>(statement, ...values).toArray(),
    transaction: (work) => storage.transactionSync(work),
  };
}
