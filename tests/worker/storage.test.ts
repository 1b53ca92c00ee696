import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { durableSql } from "../../worker/storage/durable-sql.ts";
import type { WithDatabase } from "../support/suites/database.ts";
import { insightsSuite } from "../support/suites/insights-suite.ts";
import { migrationsSuite } from "../support/suites/migrations-suite.ts";
import { outboxSuite } from "../support/suites/outbox-suite.ts";
import { recordsSuite } from "../support/suites/records-suite.ts";
import { sqlSuite } from "../support/suites/sql-suite.ts";

let databases = 0;

/** The storage of an object that nobody else calls, without the tables that its own constructor made. */
const withDatabase: WithDatabase = async (work) => {
  databases += 1;
  await runInDurableObject(env.CUSTOMER.getByName(`database ${databases}`), async (_customer, { storage }) => {
    await storage.deleteAll();
    work(durableSql(storage));
  });
};

sqlSuite(withDatabase);
migrationsSuite(withDatabase);
outboxSuite(withDatabase);
recordsSuite(withDatabase);
insightsSuite(withDatabase);
