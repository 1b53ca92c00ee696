import type { Changes } from "../core/desk/changes.ts";
import { type Agent, CLOSED_KEPT_MS, type DeskState, EMPTY_DESK, type Item } from "../core/desk/state.ts";
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
  // What closed long ago is found without reading what closed lately.
  { id: "desk-2", sql: ["CREATE INDEX closed_by_until ON closed (until)"] },
];

export interface DeskStore {
  load(): DeskState;
  /** Writes what has changed, and nothing else: a row for each. */
  save(state: DeskState, changes: Changes, now: number): void;
  /** Whether this conversation closed lately. Kept in rows alone: it is history, and grows with it. */
  isClosed(conversationId: string): boolean;
}

/** What the desk knows, in rows of JSON that only this store writes. */
export function createDeskStore(sql: Sql): DeskStore {
  const bodies = <T>(table: "agents" | "items"): Map<string, T> =>
    new Map(
      sql
        .exec<{ id: string; body: string }>(`SELECT id, body FROM ${table}`)
        .map(({ id, body }) => [id, JSON.parse(body) as T]),
    );

  function saveBodies(table: "agents" | "items", state: ReadonlyMap<string, object>, changed: readonly string[]): void {
    for (const id of changed) {
      const body = state.get(id);
      if (body === undefined) sql.exec(`DELETE FROM ${table} WHERE id = ?`, id);
      else
        sql.exec(
          `INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
          id,
          JSON.stringify(body),
        );
    }
  }

  function saveClosed(closed: readonly string[], now: number): void {
    if (closed.length === 0) return;
    sql.exec("DELETE FROM closed WHERE until <= ?", now);
    for (const id of closed)
      sql.exec("INSERT INTO closed (id, until) VALUES (?, ?) ON CONFLICT (id) DO NOTHING", id, now + CLOSED_KEPT_MS);
  }

  return {
    load: () => {
      const [roster] = sql.exec<{ body: string }>("SELECT body FROM roster");
      return {
        ...EMPTY_DESK,
        ...(roster === undefined ? {} : { roster: JSON.parse(roster.body) as Roster }),
        agents: bodies<Agent>("agents"),
        items: bodies<Item>("items"),
      };
    },
    save: ({ roster, agents, items }, changes, now) => {
      if (changes.roster) {
        sql.exec(
          "INSERT INTO roster (one, body) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET body = excluded.body",
          JSON.stringify(roster),
        );
      }
      saveBodies("agents", agents, changes.agents);
      saveBodies("items", items, changes.items);
      saveClosed(changes.closed, now);
    },
    isClosed: (id) => sql.exec("SELECT id FROM closed WHERE id = ?", id).length > 0,
  };
}
