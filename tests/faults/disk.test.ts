import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { diskProblems } from "./disk.ts";

// Each rule is seen to find what it is for.

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Written {
  item?: { rev: number; hand?: object };
  isClosed?: boolean;
  deskOwes?: string[];
  state?: { rev: number; arrived?: boolean; phase?: string };
  owes?: string[];
  alarm?: number;
  rings?: number;
}

/** A disk with the desk and one conversation, `c`. */
function written({ item, isClosed, deskOwes = [], state, owes = [], alarm, rings }: Written): string {
  const dataDir = mkdtempSync(join(tmpdir(), "rejoin-disk-"));
  folders.push(dataDir);
  const write = (folder: string, name: string, statements: (string | [string, ...(string | number)[]])[]) => {
    mkdirSync(join(dataDir, "data", folder), { recursive: true });
    const database = new DatabaseSync(join(dataDir, "data", folder, name));
    for (const each of statements) {
      const [statement, ...values] = typeof each === "string" ? [each] : each;
      database.prepare(statement).run(...values);
    }
    database.close();
  };
  const alarms = "CREATE TABLE _cf_ALARM (actor_id TEXT PRIMARY KEY, scheduled_time INTEGER)";
  write("rejoin-Desk", "metadata.sqlite", [alarms]);
  write("rejoin-Desk", "desk.sqlite", [
    "CREATE TABLE items (id TEXT, body TEXT)",
    "CREATE TABLE closed (id TEXT)",
    "CREATE TABLE outbox (topic TEXT)",
    ...(item === undefined ? [] : [["INSERT INTO items VALUES ('c', ?)", itemOf(item)] satisfies [string, string]]),
    ...(isClosed ? ["INSERT INTO closed VALUES ('c')"] : []),
    ...deskOwes.map((topic): [string, string] => ["INSERT INTO outbox VALUES (?)", topic]),
  ]);
  write("rejoin-Conversation", "metadata.sqlite", [
    alarms,
    ...(rings === undefined ? [] : [["INSERT INTO _cf_ALARM VALUES ('c', ?)", rings * 1e6] satisfies [string, number]]),
  ]);
  write("rejoin-Conversation", "c.sqlite", [
    "CREATE TABLE conversation (state TEXT, owed TEXT)",
    "CREATE TABLE _cf_METADATA (key INTEGER, value BLOB)",
    ...(state === undefined
      ? []
      : [["INSERT INTO conversation VALUES (?, ?)", stateOf(state), owedOf(owes)] satisfies [string, string, string]]),
    ...(alarm === undefined
      ? []
      : [["INSERT INTO _cf_METADATA VALUES (1, ?)", alarm * 1e6] satisfies [string, number]]),
  ]);
  return dataDir;
}

const itemOf = ({ rev, hand = { at: "rest" } }: NonNullable<Written["item"]>) =>
  JSON.stringify({ summary: { rev }, hand });
const stateOf = ({ rev, arrived = true, phase = "open" }: NonNullable<Written["state"]>) =>
  JSON.stringify({ id: "c", rev, arrived, phase: { state: phase } });
const owedOf = (topics: string[]) => JSON.stringify(topics.map((topic) => ({ topic })));

test.each<[string, Written]>([
  ["the desk has the newest word", { item: { rev: 3 }, state: { rev: 3 } }],
  ["or it is still owed", { item: { rev: 2 }, state: { rev: 3 }, owes: ["desk"] }],
  ["nobody has come", { state: { rev: 1, arrived: false } }],
  ["it is over", { isClosed: true, state: { rev: 9, phase: "closed" } }],
  ["a call is to be told", { item: { rev: 1, hand: { at: "assigning" } }, deskOwes: ["assign:c"], state: { rev: 1 } }],
  ["an alarm rings", { alarm: 5_000, rings: 5_000 }],
  ["an alarm that was moved rings too early", { alarm: 5_000, rings: 4_000 }],
  ["an alarm has rung, and the object's note of it is left", { alarm: 4_000 }],
])("as it may be: %s", (_, disk) => expect(diskProblems(written(disk), 4_500)).toEqual([]));

test.each<[string, Written, string]>([
  ["a word is lost", { item: { rev: 2 }, state: { rev: 3 } }, "the desk has 2 of c, which owes it nothing at 3"],
  [
    "the first word is lost",
    { state: { rev: 1 }, owes: ["record"] },
    "the desk has 0 of c, which owes it nothing at 1",
  ],
  ["a state is lost that was told", { item: { rev: 3 }, state: { rev: 2 } }, "the desk has 3 of c, which is at 2"],
  ["a live one counts as closed", { isClosed: true, state: { rev: 2 } }, "the desk has Infinity of c, which is at 2"],
  [
    "a call is lost",
    { item: { rev: 1, hand: { at: "assigning" } }, state: { rev: 1 } },
    "c is assigning, and is not to be told",
  ],
  [
    "a call to take back is lost",
    { item: { rev: 1, hand: { at: "taking-back", answered: false } }, state: { rev: 1 } },
    "c is taking-back, and is not to be told",
  ],
  ["an alarm is lost", { alarm: 5_000 }, "nobody rings for rejoin-Conversation c at 5000"],
  ["an alarm rings too late", { alarm: 5_000, rings: 6_000 }, "nobody rings for rejoin-Conversation c at 5000"],
])("found: %s", (_, disk, problem) => expect(diskProblems(written(disk), 4_500)).toEqual([problem]));
