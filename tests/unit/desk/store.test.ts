import { expect, test } from "vitest";
import type { Changes } from "../../../worker/core/desk/changes.ts";
import { CLOSED_KEPT_MS, type DeskState, EMPTY_DESK } from "../../../worker/core/desk/state.ts";
import { createDeskStore, deskMigrations } from "../../../worker/storage/desk-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import type { Sql } from "../../../worker/storage/sql.ts";
import { nodeSql } from "../../support/node-sql.ts";
import { MINUTE, open, person, rosterOf, Scene, waiting } from "./scene.ts";

function counting(sql: Sql): { sql: Sql; writes: () => number } {
  let writes = 0;
  return {
    sql: {
      exec: (statement, ...values) => {
        if (!statement.startsWith("SELECT")) writes++;
        return sql.exec(statement, ...values);
      },
      transaction: sql.transaction,
    },
    writes: () => writes,
  };
}

function everything({ state, changes }: Scene): Changes {
  return { roster: true, agents: [...state.agents.keys()], items: [...state.items.keys()], closed: changes.closed };
}

test("an empty store is an empty desk, and what was saved is there after a restart", () => {
  const sql = nodeSql();
  migrate(sql, deskMigrations);
  const store = createDeskStore(sql);
  const scene = new Scene(rosterOf([person("ana")]));
  const empty: DeskState = store.load();
  expect(empty.items.size + empty.agents.size + empty.roster.rev).toBe(0);
  scene.report("c", open());
  scene.report("d", waiting("ana", scene.now + MINUTE));
  scene.report("e", open());
  scene.report("e", { state: "closed" });
  store.save(scene.state, everything(scene), scene.now);
  expect(createDeskStore(sql).load()).toEqual({ ...scene.state, places: EMPTY_DESK.places });
});

test("only what changed is written: a row for each, and what is gone is deleted", () => {
  const { sql, writes } = counting(nodeSql());
  migrate(sql, deskMigrations);
  const store = createDeskStore(sql);
  const scene = new Scene(rosterOf([person("ana", 9)]));
  for (const id of ["c", "d", "e"]) scene.given(id);
  store.save(scene.state, everything(scene), scene.now);

  const since = (work: () => void): number => {
    const written = writes();
    work();
    store.save(scene.state, scene.changes, scene.now);
    expect(store.load()).toEqual(scene.state);
    return writes() - written;
  };
  expect(since(() => scene.tell({ type: "clock" }))).toBe(0);
  expect(since(() => scene.report("c", { ...open(), present: false, resumableUntil: scene.now + MINUTE }))).toBe(2);
  expect(since(() => scene.presence("ana", "busy"))).toBe(1);
  expect(since(() => scene.report("c", { state: "closed" }))).toBe(3);
  expect(since(() => scene.tell({ type: "roster", roster: rosterOf([person("ana")], undefined, 2) }))).toBe(1);
});

test("that a conversation closed is remembered for a while, not for ever", () => {
  const sql = nodeSql();
  migrate(sql, deskMigrations);
  const store = createDeskStore(sql);
  const scene = new Scene(rosterOf([]));
  const close = (id: string): void => {
    scene.report(id, { state: "closed" });
    store.save(scene.state, scene.changes, scene.now);
  };
  close("c");
  scene.now += CLOSED_KEPT_MS - 1;
  close("d");
  expect([store.isClosed("c"), store.isClosed("d"), store.isClosed("e")]).toEqual([true, true, false]);
  scene.now += 1;
  close("e");
  expect([store.isClosed("c"), store.isClosed("d"), store.isClosed("e")]).toEqual([false, true, true]);
});
