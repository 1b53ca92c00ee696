import type { Sql } from "../../../worker/storage/sql.ts";

/** Runs `work` on an empty database of the runtime under test; what it throws rejects. */
export type WithDatabase = (work: (sql: Sql) => void) => Promise<void>;
