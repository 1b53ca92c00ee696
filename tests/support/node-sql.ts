import { DatabaseSync } from "node:sqlite";
import type { Row, Sql, SqlValue } from "../../worker/storage/sql.ts";

/** The port on Node's own SQLite: in memory, or on a file that a second store can open again. */
export function nodeSql(file = ":memory:"): Sql {
  const database = new DatabaseSync(file);
  return {
    // The driver's rows have no prototype, which strict comparisons in tests would see.
    exec: <R extends Row>(statement: string, ...values: SqlValue[]) =>
      database
        .prepare(statement)
        .all(...values)
        .map((row) => ({ ...row }) as R),
    transaction: (work) => {
      // Savepoints nest, as Durable Object transactions do.
      database.exec("SAVEPOINT work");
      try {
        const result = work();
        database.exec("RELEASE work");
        return result;
      } catch (error) {
        database.exec("ROLLBACK TO work; RELEASE work");
        throw error;
      }
    },
  };
}
