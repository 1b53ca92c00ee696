/** What SQLite stores in a column, as far as we use it. */
export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/**
 * The port to SQLite: two functions, so that the same stores run on a Durable Object's storage and on `node:sqlite`.
 * Values are always bound, never written into the text.
 */
export interface Sql {
  /** Runs one statement and returns its rows. */
  exec<R extends Row>(statement: string, ...values: SqlValue[]): R[];
  /** Runs `work` as one transaction: all of it or, if it throws, nothing. */
  transaction<T>(work: () => T): T;
}
