import { changedEntries } from "../core/desk-changes.ts";
import { type Agent, type DeskState, EMPTY_DESK, type Item } from "../core/desk-state.ts";
import type { Roster } from "../core/summary.ts";
import type { Migration } from "./migrations.ts";
import { outboxMigration } from "./outbox.ts";
import type { Sql } from "./sql.ts";

export const deskMigrations: readonly Migration[] = [
  {
    id: "desk-1",
    sql: [
      "CREATE TABLE roster (one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL)",
      "CREATE TABLE agents (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
      "CREATE TABLE items (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
      "CREATE TABLE closed (id TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID",
    ],
  },
  outboxMigration,
];

export interface DeskStore {
  load(): DeskState;
  /** Writes what is another object in `after` than in `before`, and nothing else: a row for each. */
  save(before: DeskState, after: DeskState): void;
}

/** What the desk knows, in rows of JSON that only this store writes. */
export function createDeskStore(sql: Sql): DeskStore {
  const bodies = <T>(table: "agents" | "items"): Map<string, T> =>
    new Map(
      sql
        .exec<{ id: string; body: string }>(`SELECT id, body FROM ${table}`)
        .map(({ id, body }) => [id, JSON.parse(body) as T]),
    );

  function saveBodies(
    table: "agents" | "items",
    before: ReadonlyMap<string, object>,
    after: ReadonlyMap<string, object>,
  ): void {
    for (const id of changedEntries(before, after)) {
      const body = after.get(id);
      if (body === undefined) sql.exec(`DELETE FROM ${table} WHERE id = ?`, id);
      else
        sql.exec(
          `INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
          id,
          JSON.stringify(body),
        );
    }
  }

  return {
    load: () => {
      const [roster] = sql.exec<{ body: string }>("SELECT body FROM roster");
      const closed = sql.exec<{ id: string; until: number }>("SELECT id, until FROM closed ORDER BY until");
      return {
        roster: roster === undefined ? EMPTY_DESK.roster : (JSON.parse(roster.body) as Roster),
        agents: bodies<Agent>("agents"),
        items: bodies<Item>("items"),
        closed: new Map(closed.map(({ id, until }) => [id, until])),
      };
    },
    save: (before, after) => {
      if (before.roster !== after.roster) {
        sql.exec(
          "INSERT INTO roster (one, body) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET body = excluded.body",
          JSON.stringify(after.roster),
        );
      }
      saveBodies("agents", before.agents, after.agents);
      saveBodies("items", before.items, after.items);
      for (const id of changedEntries(before.closed, after.closed)) {
        const until = after.closed.get(id);
        if (until === undefined) sql.exec("DELETE FROM closed WHERE id = ?", id);
        else
          sql.exec(
            "INSERT INTO closed (id, until) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET until = excluded.until",
            id,
            until,
          );
      }
    },
  };
}
