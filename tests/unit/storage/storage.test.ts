import { insightsSuite } from "../../support/suites/insights-suite.ts";
import { migrationsSuite } from "../../support/suites/migrations-suite.ts";
import { outboxSuite } from "../../support/suites/outbox-suite.ts";
import { recordsSuite } from "../../support/suites/records-suite.ts";
import { sqlSuite } from "../../support/suites/sql-suite.ts";
import type { WithDatabase } from "../../support/suites/database.ts";
import { nodeSql } from "../../support/node-sql.ts";

const withDatabase: WithDatabase = async (work) => work(nodeSql());

sqlSuite(withDatabase);
migrationsSuite(withDatabase);
outboxSuite(withDatabase);
recordsSuite(withDatabase);
insightsSuite(withDatabase);
