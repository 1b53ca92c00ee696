import { describe, expect, test } from "vitest";
import type { RecordsQuery } from "#protocol/records.ts";
import type { ConversationRecord } from "../../../worker/core/records/record.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { recordsMigrations } from "../../../worker/storage/records-schema.ts";
import { createRecordsStore, type Reader, type RecordsStore } from "../../../worker/storage/records-store.ts";
import type { WithDatabase } from "./database.ts";

const NOON = 1_795_000_000_000;
const ana = { id: "ana", name: "Ana" };
const ben = { id: "ben", name: "Ben" };
const ALL: Reader = { sees: "all" };

/** A record of a plain conversation, with what matters to a test. */
export function recordOf({
  id,
  text = "",
  agents = [ana],
  ...rest
}: { id: string; text?: string; agents?: (typeof ana)[] } & Partial<ConversationRecord>): ConversationRecord {
  return {
    conversationId: id,
    rev: 5,
    widgetId: "shop",
    workstreamId: "sales",
    customerName: null,
    subject: null,
    startedAt: NOON - 600_000,
    endedAt: NOON,
    by: "agent",
    reason: "ended",
    terms: { reconnect: true, holdSeconds: 300, limitSeconds: 1_200, units: 1 },
    said: { messages: 2, firstAnswerAt: NOON - 500_000, text },
    tally: { agents, waitMs: 20_000, blinks: 0, absences: [], drops: 0 },
    ...rest,
  };
}

/** The records of ended conversations, looked for as people do. */
export function recordsSuite(withDatabase: WithDatabase): void {
  const withRecords = (work: (store: RecordsStore) => void) =>
    withDatabase((sql) => {
      migrate(sql, recordsMigrations);
      work(createRecordsStore(sql));
    });
  const ids = (store: RecordsStore, query: RecordsQuery = {}, reader: Reader = ALL) =>
    store.find(query, reader, 100).map(({ conversationId }) => conversationId);

  describe("the records", () => {
    test("a record comes back as it was told", () =>
      withRecords((store) => {
        const record = recordOf({
          id: "one",
          text: "Where is my order?",
          agents: [ben, ana],
          customerName: "Sam",
          subject: "s-1",
        });
        expect(store.put(record)).toBe(true);
        expect(store.find({}, ALL, 10)).toStrictEqual([
          {
            conversationId: "one",
            customerName: "Sam",
            subject: "s-1",
            widgetId: "shop",
            workstreamId: "sales",
            agents: [ben, ana],
            startedAt: NOON - 600_000,
            endedAt: NOON,
            by: "agent",
            reason: "ended",
            messages: 2,
            text: "Where is my order?",
          },
        ]);
      }));

    test("told again, it stands once; told anew, the newer counts; told late, the older does not", () =>
      withRecords((store) => {
        expect(store.put(recordOf({ id: "one", rev: 5, text: "first words" }))).toBe(true);
        expect(store.put(recordOf({ id: "one", rev: 5, text: "first words" }))).toBe(false);
        expect(store.put(recordOf({ id: "one", rev: 6, text: "second words", agents: [ben] }))).toBe(true);
        expect(store.put(recordOf({ id: "one", rev: 5, text: "first words" }))).toBe(false);
        expect(ids(store)).toEqual(["one"]);
        expect(ids(store, { q: "second" })).toEqual(["one"]);
        expect(ids(store, { q: "first" })).toEqual([]);
        expect(ids(store, { agentId: "ana" })).toEqual([]);
        expect(ids(store, { agentId: "ben" })).toEqual(["one"]);
      }));

    test("what is forgotten is nowhere", () =>
      withRecords((store) => {
        store.put(recordOf({ id: "one", text: "secret" }));
        store.put(recordOf({ id: "two", text: "secret" }));
        store.forget("one");
        store.forget("one");
        expect(ids(store, { q: "secret" })).toEqual(["two"]);
        expect(ids(store, { agentId: "ana" })).toEqual(["two"]);
        expect(store.mayRead("one", ALL)).toBe(false);
      }));

    test.for([
      ["a word", "refund"],
      ["the beginning of a word", "refu"],
      ["two words in any order", "lamp refund"],
      ["another case", "REFUND"],
      ["without its accents", "cafe"],
      ["with accents that are not there", "réfund"],
      ["the customer's name", "kowalska"],
      ["their subject", "cust-42"],
      ["a number with signs", "#12-AB"],
      ["words of Japanese inside a sentence", "配送"],
      ["one character of Chinese", "货"],
      ["words of Arabic", "الطلب"],
      ["a word with its signs", "(refund)"],
    ])("it is found by %s", ([, q]) =>
      withRecords((store) => {
        const text =
          "My refund for the lamp from Café Luna, order #12-AB.\n明日の配送はどうなりますか\n我的货在哪里\nأين الطلب";
        store.put(recordOf({ id: "it", text, customerName: "Zofia Kowalska", subject: "cust-42" }));
        store.put(recordOf({ id: "another", text: "Hello, do you ship to Norway?", endedAt: NOON + 1 }));
        expect(ids(store, { q })).toEqual(["it"]);
      }),
    );

    test.for(["fund", "refund norway", "送配", "!!!", '"', "  ?  "])("it is not found by %j", (q) =>
      withRecords((store) => {
        store.put(recordOf({ id: "it", text: "My refund for the lamp. 明日の配送" }));
        expect(ids(store, { q })).toEqual([]);
      }),
    );

    test.for([
      '"',
      '" OR "a',
      "refund OR lamp",
      "NOT refund",
      "text : refund",
      "who:refund",
      "^refund",
      "refund NEAR lamp",
      "NEAR(refund lamp, 2)",
      "{who text} : refund",
      "refund*",
      "-refund",
      "+",
      "'; DROP TABLE records; --",
      "refund) OR (1=1",
      "\u0000refund",
      "\\",
      "%",
    ])("%j is words and never an operator, and breaks nothing", (q) =>
      withRecords((store) => {
        store.put(recordOf({ id: "it", text: "nothing of that kind" }));
        expect(ids(store, { q })).toEqual([]);
        expect(ids(store)).toEqual(["it"]);
      }),
    );

    test("each filter narrows, and together they narrow more", () =>
      withRecords((store) => {
        store.put(recordOf({ id: "a", endedAt: NOON, agents: [ana, ben] }));
        store.put(recordOf({ id: "b", endedAt: NOON + 10, widgetId: "blog", agents: [ben], subject: "s-1" }));
        store.put(recordOf({ id: "c", endedAt: NOON + 20, workstreamId: "help", agents: [], subject: "s-1" }));
        expect(ids(store)).toEqual(["c", "b", "a"]);
        expect(ids(store, { widgetId: "blog" })).toEqual(["b"]);
        expect(ids(store, { workstreamId: "sales" })).toEqual(["b", "a"]);
        expect(ids(store, { agentId: "ben" })).toEqual(["b", "a"]);
        expect(ids(store, { subject: "s-1" })).toEqual(["c", "b"]);
        expect(ids(store, { from: NOON + 10 })).toEqual(["c", "b"]);
        expect(ids(store, { until: NOON + 10 })).toEqual(["a"]);
        expect(ids(store, { agentId: "ben", subject: "s-1", from: NOON, until: NOON + 20 })).toEqual(["b"]);
      }));

    test("agents see what is of their workstreams and what was theirs, and nothing else by any way", () =>
      withRecords((store) => {
        const reader: Reader = { sees: "theirs", agentId: "ana", workstreamIds: ["sales"] };
        store.put(recordOf({ id: "of-the-stream", agents: [ben], endedAt: NOON + 2, text: "lamp" }));
        store.put(recordOf({ id: "in-hand", workstreamId: "help", endedAt: NOON + 1, text: "lamp" }));
        store.put(recordOf({ id: "foreign", workstreamId: "help", agents: [ben], text: "lamp" }));
        expect(ids(store, {}, reader)).toEqual(["of-the-stream", "in-hand"]);
        expect(ids(store, { q: "lamp" }, reader)).toEqual(["of-the-stream", "in-hand"]);
        expect(ids(store, { workstreamId: "help" }, reader)).toEqual(["in-hand"]);
        expect(ids(store, { agentId: "ben" }, reader)).toEqual(["of-the-stream"]);
        expect(["of-the-stream", "in-hand", "foreign", "unknown"].map((id) => store.mayRead(id, reader))).toEqual([
          true,
          true,
          false,
          false,
        ]);
        const nobody: Reader = { sees: "theirs", agentId: "zoe", workstreamIds: [] };
        expect(ids(store, {}, nobody)).toEqual([]);
      }));

    test("pages follow one another without gaps, also where many ended at once", () =>
      withRecords((store) => {
        const all = Array.from({ length: 25 }, (_, n) => `c${String(n).padStart(2, "0")}`);
        for (const [n, id] of all.entries()) store.put(recordOf({ id, endedAt: NOON + Math.floor(n / 10) }));
        const seen: string[] = [];
        for (let query: RecordsQuery = {}; ;) {
          const page = store.find(query, ALL, 4);
          seen.push(...page.map(({ conversationId }) => conversationId));
          const last = page.at(-1);
          if (last === undefined) break;
          query = { cursor: `${last.endedAt}.${last.conversationId}` };
        }
        expect(seen).toEqual(all.toReversed());
      }));
  });
}
