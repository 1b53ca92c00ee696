import { createChangeStore } from "../../../worker/storage/change-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { organisationMigrations } from "../../../worker/storage/organisation-schema.ts";
import { createOrganisationStore } from "../../../worker/storage/organisation-store.ts";
import { createSessionStore } from "../../../worker/storage/session-store.ts";
import type { Sql } from "../../../worker/storage/sql.ts";
import { nodeSql } from "../../support/node-sql.ts";

/** The organisation's stores on Node's SQLite, empty but for its tables. */
export function stores() {
  const sql: Sql = nodeSql();
  migrate(sql, organisationMigrations);
  return {
    sql,
    organisation: createOrganisationStore(sql),
    sessions: createSessionStore(sql),
    changes: createChangeStore(sql),
  };
}
