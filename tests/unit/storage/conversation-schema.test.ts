import { expect, test } from "vitest";
import type { ConversationState } from "../../../worker/core/conversation/state.ts";
import { conversationAtOnce, conversationMigrations } from "../../../worker/storage/conversation-schema.ts";
import { createConversationStore } from "../../../worker/storage/conversation-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { createOutbox } from "../../../worker/storage/outbox.ts";
import type { Row, Sql } from "../../../worker/storage/sql.ts";
import { nodeSql } from "../../support/node-sql.ts";

/** Tables and indexes with their columns, as SQLite tells of them. */
function shapeOf(sql: Sql): Row[][] {
  const things = sql.exec("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
  return [things, ...things.map(({ name }) => sql.exec(`PRAGMA table_info(${String(name)})`))];
}

test("what is made at once is what all the steps lead to", () => {
  const [steps, atOnce] = [nodeSql(), nodeSql()];
  migrate(steps, conversationMigrations);
  migrate(atOnce, conversationMigrations, conversationAtOnce);
  expect(shapeOf(atOnce)).toStrictEqual(shapeOf(steps));
});

test("a conversation from before its words stood with its state still owes them, and knows its messages", () => {
  const sql = nodeSql();
  migrate(sql, conversationMigrations.slice(0, 2));
  sql.exec(
    "INSERT INTO conversation VALUES (1, 'epoch', ?, 3, 2)",
    JSON.stringify({ phase: { state: "closed", agent: null } }),
  );
  const said = { kind: "message", id: "m-1", from: "customer", text: "Hello" } as const;
  sql.exec("INSERT INTO entries VALUES (1, 5, 'm-1', ?)", JSON.stringify(said));
  const before = createOutbox(sql);
  before.put("desk", { rev: 4, words: ["ä", null, 2.5] }, 1_000);
  before.put("record", null, 2_000);
  for (const item of before.due(2_000)) if (item.topic === "desk") before.failed(item, 3_000);
  const owed = before.due(1e12);

  migrate(sql, conversationMigrations, conversationAtOnce);
  const store = createConversationStore(sql);
  expect(store.outbox.due(1e12)).toStrictEqual(owed);
  expect(store.load()).toMatchObject({ epoch: "epoch", seen: { customer: 3, agent: 2 } });
  expect(store.message("m-1")).toStrictEqual({ seq: 1, at: 5, body: said });
});

test("the same message is never written twice: not in one life of the object, not in two, not after a write that came to nothing", () => {
  const sql = nodeSql();
  migrate(sql, conversationMigrations, conversationAtOnce);
  const store = createConversationStore(sql);
  store.create("epoch", {} as ConversationState, [], 0);
  const said = { kind: "message", id: "m-1", from: "customer", text: "Hello" } as const;
  expect(() =>
    sql.transaction(() => {
      store.append(1, said);
      throw new Error("the disk is full");
    }),
  ).toThrow("the disk is full");
  store.rolledBack();
  expect(store.message("m-1")).toBeNull();
  store.append(2, said);
  expect(() => store.append(3, said)).toThrow("written twice");
  const woken = createConversationStore(sql);
  expect(() => woken.append(3, said)).toThrow("written twice");
  expect(woken.message("m-1")).toStrictEqual({ seq: 1, at: 2, body: said });
});
