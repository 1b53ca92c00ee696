import { expect, test } from "vitest";
import { saidIn } from "../../../worker/core/records/record.ts";
import { conversationMigrations } from "../../../worker/storage/conversation-schema.ts";
import { createConversationStore } from "../../../worker/storage/conversation-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import type { Row, Sql, SqlValue } from "../../../worker/storage/sql.ts";
import { nodeSql } from "../../support/node-sql.ts";

const LONG = "word ".repeat(1_600);

/** A transcript of so many long messages, the agent's first at `answered`; and how many characters were read out of the database at once at most. */
function transcript({ messages, answered }: { messages: number; answered: number }) {
  const sql = nodeSql();
  let most = 0;
  const counting: Sql = {
    ...sql,
    exec: <R extends Row>(statement: string, ...values: SqlValue[]) => {
      const rows = sql.exec<R>(statement, ...values);
      most = Math.max(most, JSON.stringify(rows).length);
      return rows;
    },
  };
  migrate(sql, conversationMigrations);
  const store = createConversationStore(counting);
  store.append(1, { kind: "event", what: { type: "started" } });
  for (let n = 0; n < messages; n += 1) {
    const from = n >= answered ? "agent" : "customer";
    store.append(1_000 + n, { kind: "message", id: `m-${n}`, from, text: `${n} ${LONG}` });
  }
  return { store, most: () => most };
}

test("a transcript of any length is summed up without being read as a whole", () => {
  const { store, most } = transcript({ messages: 300, answered: 250 });
  const said = saidIn(store.said());
  expect(said).toMatchObject({ messages: 300, firstAnswerAt: 1_250 });
  expect(said.text.length).toBe(50_000);
  expect(said.text.startsWith("0 word word")).toBe(true);
  expect(said.text).toContain("\n5 word");
  expect(most()).toBeLessThan(2_000_000);
});
