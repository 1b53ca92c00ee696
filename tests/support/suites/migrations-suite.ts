import { describe, expect, test } from "vitest";
import { type Migration, migrate } from "../../../worker/storage/migrations.ts";
import type { Sql } from "../../../worker/storage/sql.ts";
import type { WithDatabase } from "./database.ts";

const words: Migration = {
  id: "words-1",
  sql: ["CREATE TABLE words (text TEXT)", "INSERT INTO words VALUES ('first')"],
};
const marks: Migration = { id: "words-2", sql: ["ALTER TABLE words ADD COLUMN mark INTEGER NOT NULL DEFAULT 7"] };
const more: Migration = { id: "words-3", sql: ["INSERT INTO words VALUES ('second', 8)"] };

const applied = (sql: Sql) => sql.exec<{ id: string }>("SELECT id FROM migrations ORDER BY n").map(({ id }) => id);

/** Schemas come up to date step by step, once, and never under the wrong build. */
export function migrationsSuite(withDatabase: WithDatabase): void {
  describe("migrations", () => {
    test("an empty database gets every step, in order", () =>
      withDatabase((sql) => {
        migrate(sql, [words, marks, more]);
        expect(sql.exec("SELECT text, mark FROM words")).toStrictEqual([
          { text: "first", mark: 7 },
          { text: "second", mark: 8 },
        ]);
        expect(applied(sql)).toEqual(["words-1", "words-2", "words-3"]);
      }));

    test("an empty database can get all of it at once, and goes on from there; one that has begun takes the steps", () =>
      withDatabase((sql) => {
        const atOnce = ["CREATE TABLE words (text TEXT, mark INTEGER NOT NULL DEFAULT 7)"];
        migrate(sql, [words, marks], atOnce);
        expect(applied(sql)).toEqual(["words-2"]);
        migrate(sql, [words, marks, more], ["nonsense"]);
        expect(sql.exec("SELECT text, mark FROM words")).toStrictEqual([{ text: "second", mark: 8 }]);
        expect(applied(sql)).toEqual(["words-2", "words-3"]);
        expect(() => migrate(sql, [words, more])).toThrow("migration words-2 was applied here");
      }));

    test("a wake with nothing new changes nothing", () =>
      withDatabase((sql) => {
        migrate(sql, [words]);
        migrate(sql, [words]);
        expect(sql.exec("SELECT text FROM words")).toStrictEqual([{ text: "first" }]);
        expect(applied(sql)).toEqual(["words-1"]);
      }));

    test("a newer build applies what is new alone, and the data stays", () =>
      withDatabase((sql) => {
        migrate(sql, [words]);
        sql.exec("INSERT INTO words VALUES ('said meanwhile')");
        migrate(sql, [words, marks, more]);
        expect(sql.exec("SELECT text, mark FROM words")).toStrictEqual([
          { text: "first", mark: 7 },
          { text: "said meanwhile", mark: 7 },
          { text: "second", mark: 8 },
        ]);
      }));

    test.for([
      ["an older build", [words]],
      ["a build with its steps in another order", [marks, words, more]],
      ["a build with another step in between", [words, { id: "words-1b", sql: [] }, marks]],
      ["a build of something else", [{ id: "other-1", sql: ["CREATE TABLE other (n)"] }]],
    ] satisfies [string, Migration[]][])("%s is refused before it touches anything", ([, build]) =>
      withDatabase((sql) => {
        migrate(sql, [words, marks]);
        expect(() => migrate(sql, build)).toThrow(
          /^migration words-\d was applied here but is not number \d of this build$/,
        );
        expect(applied(sql)).toEqual(["words-1", "words-2"]);
        expect(sql.exec("SELECT text, mark FROM words")).toStrictEqual([{ text: "first", mark: 7 }]);
      }),
    );

    test("a step that fails half way leaves nothing of itself, and is tried again whole", () =>
      withDatabase((sql) => {
        const broken: Migration = {
          id: "words-2",
          sql: ["INSERT INTO words VALUES ('half')", "INSERT INTO nowhere VALUES (1)"],
        };
        expect(() => migrate(sql, [words, broken])).toThrow(/nowhere/);
        expect(sql.exec("SELECT text FROM words")).toStrictEqual([{ text: "first" }]);
        migrate(sql, [words, marks]);
        expect(applied(sql)).toEqual(["words-1", "words-2"]);
      }));
  });
}
