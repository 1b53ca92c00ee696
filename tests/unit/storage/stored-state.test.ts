import { expect, test } from "vitest";
import { decide } from "../../../worker/core/conversation/decide.ts";
import { saidIn, toRecord } from "../../../worker/core/records/record.ts";
import { conversationMigrations } from "../../../worker/storage/conversation-schema.ts";
import { createConversationStore } from "../../../worker/storage/conversation-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { nodeSql } from "../../support/node-sql.ts";
import { openStage } from "../../../worker/core/sample/stage.ts";

const ana = { id: "ana", name: "Ana" };

test("a conversation that began before anything was counted leaves a record of who has it", () => {
  const terms = {
    widgetId: "demo",
    workstreamId: "general",
    reconnect: true,
    holdSeconds: 300,
    limitSeconds: 1_200,
    units: 1,
    wrapUp: { blocks: "none", autoCloseSeconds: 900 },
  } as const;
  const customer = { name: null, nameSigned: false, subject: null, page: null, facts: {} };
  const stage = openStage({ id: "one", startId: "one", terms, device: "one", customer }, 1_000);
  stage.happens({ type: "customer-present" });
  stage.happens({ type: "assign", offerId: "offer", agent: ana });

  const sql = nodeSql();
  migrate(sql, conversationMigrations);
  createConversationStore(sql).create("epoch", stage.state, [], 1_000);
  sql.exec("UPDATE conversation SET state = json_remove(state, '$.tally', '$.opening')");
  const before = createConversationStore(sql).load();
  if (before === null) throw new Error("not stored");

  const end = { type: "end", reason: "ended" } as const;
  const command = { type: "request", id: "end", actor: { side: "customer" }, request: end } as const;
  const { state } = decide(before.state, command, 61_000);
  expect(toRecord(state, saidIn([]))?.tally.agents).toEqual([ana]);
});
