import type { GenericSchema, InferOutput } from "valibot";
import { decode } from "#protocol/decode.ts";
import { AgentSettings, QuickReply, WidgetSettings, WorkstreamSettings } from "#protocol/settings.ts";
import type { Sql } from "./sql.ts";

/** Settings of one kind by their id. */
export interface Records<T> {
  get(id: string): T | null;
  /** All of them, in the order of their ids. */
  all(): ReadonlyMap<string, T>;
  /** Stores it, under a `rev` one higher than the last. */
  put(id: string, body: T): void;
  /** How often it was saved; 0 if it is not there. */
  rev(id: string): number;
  revs(): ReadonlyMap<string, number>;
  remove(id: string): void;
}

/** What the organisation has been told: its widgets, workstreams, agents and quick replies. */
export interface OrganisationStore {
  widgets: Records<WidgetSettings>;
  workstreams: Records<WorkstreamSettings>;
  agents: Records<AgentSettings>;
  quickReplies: { all(): QuickReply[]; replace(replies: readonly QuickReply[]): void; rev(): number };
  /** Widgets that were removed, and when. They stay among the widgets, since their conversations name them. */
  removed: {
    all(): ReadonlyMap<string, number>;
    add(widgetId: string, at: number): void;
    drop(widgetId: string): void;
  };
  /** Counts what the desk is told about agents and workstreams. */
  nextRosterRev(): number;
}

/** What was stored was checked before; that it no longer fits its schema is a fault of a build, and shall be loud. */
function stored<S extends GenericSchema>(schema: S, body: string): InferOutput<S> {
  const read = decode(schema, body);
  if (!read.ok) throw new Error(`stored settings do not fit their schema: ${read.problem}`);
  return read.value;
}

type Table = "widgets" | "workstreams" | "agents";

function records<S extends GenericSchema>(sql: Sql, table: Table, schema: S): Records<InferOutput<S>> {
  return {
    get: (id) => {
      const [row] = sql.exec<{ body: string }>(`SELECT body FROM ${table} WHERE id = ?`, id);
      return row === undefined ? null : stored(schema, row.body);
    },
    all: () =>
      new Map(
        sql
          .exec<{ id: string; body: string }>(`SELECT id, body FROM ${table} ORDER BY id`)
          .map((row) => [row.id, stored(schema, row.body)]),
      ),
    put: (id, body) => {
      sql.exec(
        `INSERT INTO ${table} (id, body) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, rev = rev + 1`,
        id,
        JSON.stringify(body),
      );
    },
    rev: (id) => sql.exec<{ rev: number }>(`SELECT rev FROM ${table} WHERE id = ?`, id)[0]?.rev ?? 0,
    revs: () =>
      new Map(
        sql
          .exec<{ id: string; rev: number }>(`SELECT id, rev FROM ${table}`)
          .map((row): [string, number] => [row.id, row.rev]),
      ),
    remove: (id) => {
      sql.exec(`DELETE FROM ${table} WHERE id = ?`, id);
    },
  };
}

export function createOrganisationStore(sql: Sql): OrganisationStore {
  return {
    widgets: records(sql, "widgets", WidgetSettings),
    workstreams: records(sql, "workstreams", WorkstreamSettings),
    agents: records(sql, "agents", AgentSettings),
    quickReplies: {
      all: () =>
        sql
          .exec<{ body: string }>("SELECT body FROM quick_replies ORDER BY n")
          .map((row) => stored(QuickReply, row.body)),
      replace: (replies) => {
        sql.transaction(() => {
          sql.exec("UPDATE quick_replies_rev SET rev = rev + 1");
          sql.exec("DELETE FROM quick_replies");
          replies.forEach((reply, n) =>
            sql.exec("INSERT INTO quick_replies (n, body) VALUES (?, ?)", n, JSON.stringify(reply)),
          );
        });
      },
      rev: () => sql.exec<{ rev: number }>("SELECT rev FROM quick_replies_rev")[0]?.rev ?? 0,
    },
    removed: {
      all: () =>
        new Map(
          sql
            .exec<{ id: string; removed_at: number }>("SELECT id, removed_at FROM removed_widgets")
            .map((row): [string, number] => [row.id, row.removed_at]),
        ),
      add: (widgetId, at) => {
        sql.exec("INSERT OR IGNORE INTO removed_widgets (id, removed_at) VALUES (?, ?)", widgetId, at);
      },
      drop: (widgetId) => {
        sql.exec("DELETE FROM removed_widgets WHERE id = ?", widgetId);
      },
    },
    nextRosterRev: () => {
      const [row] = sql.exec<{ rev: number }>("UPDATE roster SET rev = rev + 1 RETURNING rev");
      if (row === undefined) throw new Error("the roster's counter is gone");
      return row.rev;
    },
  };
}
