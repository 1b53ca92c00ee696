import { describe, expect, test } from "vitest";
import type { WithDatabase } from "./database.ts";

/** What every adapter of the SQL port does, whatever database is behind it. */
export function sqlSuite(withDatabase: WithDatabase): void {
  describe("the SQL port", () => {
    test("values are bound: text that looks like SQL is text", () =>
      withDatabase((sql) => {
        sql.exec("CREATE TABLE words (text TEXT, n REAL, hole TEXT)");
        const rude = "'); DROP TABLE words; --";
        sql.exec("INSERT INTO words VALUES (?, ?, ?)", rude, 1.5, null);
        expect(sql.exec("SELECT text, n, hole FROM words")).toStrictEqual([{ text: rude, n: 1.5, hole: null }]);
      }));

    test("instants in milliseconds come back whole", () =>
      withDatabase((sql) => {
        sql.exec("CREATE TABLE instants (at INTEGER)");
        sql.exec("INSERT INTO instants VALUES (?)", 1_795_415_562_320);
        expect(sql.exec("SELECT at FROM instants")).toStrictEqual([{ at: 1_795_415_562_320 }]);
      }));

    test("a transaction answers what its work answers", () =>
      withDatabase((sql) => {
        expect(sql.transaction(() => "done")).toBe("done");
      }));

    test("a transaction that throws leaves nothing, and the error is the one thrown", () =>
      withDatabase((sql) => {
        sql.exec("CREATE TABLE words (text TEXT)");
        const failing = () =>
          sql.transaction(() => {
            sql.exec("INSERT INTO words VALUES ('lost')");
            throw new Error("half way");
          });
        expect(failing).toThrow("half way");
        expect(sql.exec("SELECT text FROM words")).toStrictEqual([]);
        sql.transaction(() => sql.exec("INSERT INTO words VALUES ('kept')"));
        expect(sql.exec("SELECT text FROM words")).toStrictEqual([{ text: "kept" }]);
      }));

    test("an inner transaction that fails takes only its own work with it", () =>
      withDatabase((sql) => {
        sql.exec("CREATE TABLE words (text TEXT)");
        sql.transaction(() => {
          sql.exec("INSERT INTO words VALUES ('outer')");
          const failing = () =>
            sql.transaction(() => {
              sql.exec("INSERT INTO words VALUES ('inner')");
              throw new Error("inner");
            });
          expect(failing).toThrow("inner");
        });
        expect(sql.exec("SELECT text FROM words")).toStrictEqual([{ text: "outer" }]);
      }));
  });
}
