import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { World } from "./world.ts";

/** One object's own database, as a dead server left it. */
interface Left {
  id: string;
  rows<R>(query: string): R[];
}

type Row = { id: string; body: string };
type Told = { summary: { rev: number }; hand: { at: string; answered?: boolean } };
type Standing = { id: string; rev: number; arrived: boolean; phase: { state: string } };
type Owed = { topic: string }[];

/** The server dies in the middle of whatever it does, what it left is looked at, and it starts again. */
export async function killAndLook({ server, history }: Pick<World, "server" | "history">): Promise<void> {
  await server.kill();
  for (const problem of diskProblems(server.dataDir, Date.now())) history.complain(`on disk: ${problem}`);
  await server.restart();
}

/**
 * What is wrong on the disk of a server that was killed. Whatever it was doing, what stands there must be enough to become right again: of
 * each conversation the desk has the newest word, or an older one while the newest is still owed; what the desk has begun it still has to say;
 * and for each object that waits for an instant the runtime has an alarm. One that was due before the kill may be missing: the runtime strikes
 * it off its list a moment before the object's own note of it is gone. Objects do not rely on such a note.
 */
export function diskProblems(dataDir: string, killedAt: number): string[] {
  return [...wordProblems(dataDir), ...alarmProblems(dataDir, killedAt)];
}

function wordProblems(dataDir: string): string[] {
  const [desk] = leftBy(dataDir, "Desk", ({ rows }) =>
    has(rows, "items")
      ? {
          items: new Map(rows<Row>("SELECT id, body FROM items").map(({ id, body }) => [id, JSON.parse(body) as Told])),
          closed: new Set(rows<Row>("SELECT id FROM closed").map(({ id }) => id)),
          owed: new Set(rows<{ topic: string }>("SELECT topic FROM outbox").map(({ topic }) => topic)),
        }
      : null,
  );
  if (desk === undefined || desk === null) return [];
  const { items, closed, owed } = desk;
  const unsaid = [...items].flatMap(([id, { hand }]) => {
    const word = hand.at === "assigning" ? "assign" : hand.at === "taking-back" && !hand.answered ? "unassign" : null;
    return word === null || owed.has(`${word}:${id}`) ? [] : [`${id} is ${hand.at}, and is not to be told`];
  });
  const standing = leftBy(dataDir, "Conversation", ({ rows }) =>
    has(rows, "conversation") ? rows<{ state: string; owed: string }>("SELECT state, owed FROM conversation") : [],
  ).flat();
  const astray = standing.flatMap((row) => {
    const { id, rev, arrived, phase } = JSON.parse(row.state) as Standing;
    const owes = (JSON.parse(row.owed) as Owed).some(({ topic }) => topic === "desk");
    const known = items.get(id)?.summary.rev ?? (closed.has(id) ? Infinity : 0);
    if (known > rev) return phase.state === "closed" ? [] : [`the desk has ${known} of ${id}, which is at ${rev}`];
    return known === rev || owes || !arrived ? [] : [`the desk has ${known} of ${id}, which owes it nothing at ${rev}`];
  });
  return [...unsaid, ...astray];
}

/** The runtime keeps an object's alarm in the object's own database, and those that it is to ring beside them, in two files. */
function alarmProblems(dataDir: string, killedAt: number): string[] {
  return readdirSync(join(dataDir, "data")).flatMap((folder) => {
    const file = join(dataDir, "data", folder, "metadata.sqlite");
    const rung = new Map(
      read(file, (all) =>
        all<{ id: string; at: number }>("SELECT actor_id AS id, scheduled_time / 1000000 AS at FROM _cf_ALARM"),
      ).map(({ id, at }) => [id, at]),
    );
    return leftBy(dataDir, folder, ({ id, rows }) => {
      const [alarm] = has(rows, "_cf_METADATA")
        ? rows<{ at: number | null }>("SELECT value / 1000000 AS at FROM _cf_METADATA WHERE key = 1")
        : [];
      const at = alarm?.at ?? null;
      return at === null || at <= killedAt || (rung.get(id) ?? Infinity) <= at
        ? []
        : [`nobody rings for ${folder} ${id} at ${at}`];
    }).flat();
  });
}

/** Who was killed in its very first moment has no tables yet. */
const has = (rows: Left["rows"], table: string) =>
  rows(`SELECT name FROM sqlite_master WHERE name = '${table}'`).length > 0;

/** Looks at every object of a class that was ever written. */
function leftBy<T>(dataDir: string, className: string, look: (left: Left) => T): T[] {
  const all = readdirSync(join(dataDir, "data"));
  const folder = all.find((name) => name === className || name.endsWith(`-${className}`));
  if (folder === undefined) return [];
  const files = readdirSync(join(dataDir, "data", folder)).filter(
    (name) => name.endsWith(".sqlite") && name !== "metadata.sqlite",
  );
  return files.map((name) =>
    read(join(dataDir, "data", folder, name), (rows) => look({ id: name.slice(0, -".sqlite".length), rows })),
  );
}

/** Looks and changes nothing. What was killed in the middle of its first write has a journal to be rolled back first: that is done to a copy. */
function read<T>(file: string, look: (rows: Left["rows"]) => T): T {
  const journal = `${file}-journal`;
  const aside = existsSync(journal) ? mkdtempSync(join(tmpdir(), "rejoin-look-")) : null;
  const readable = aside === null ? file : join(aside, "copy");
  if (aside !== null) {
    copyFileSync(file, readable);
    copyFileSync(journal, `${readable}-journal`);
  }
  const database = new DatabaseSync(readable, { readOnly: aside === null });
  try {
    return look(<R>(query: string) => database.prepare(query).all() as R[]);
  } finally {
    database.close();
    if (aside !== null) rmSync(aside, { recursive: true });
  }
}
