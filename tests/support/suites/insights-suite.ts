import { describe, expect, test } from "vitest";
import type { Absence } from "../../../worker/core/conversation/tally.ts";
import type { ConversationRecord } from "../../../worker/core/records/record.ts";
import { readFacts } from "../../../worker/storage/insights-lines.ts";
import { figuresOf } from "../../../worker/storage/insights-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { recordsMigrations } from "../../../worker/storage/records-schema.ts";
import { createRecordsStore } from "../../../worker/storage/records-store.ts";
import type { Sql } from "../../../worker/storage/sql.ts";
import { sampleRecords } from "./sample-records.ts";
import type { WithDatabase } from "./database.ts";
import { recordOf } from "./records-suite.ts";

const count = <T>(list: readonly T[], fits: (each: T) => boolean): number => list.filter(fits).length;
const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

/** One absence after which the customer came back inside the hold, but for what a test says. */
function absence(given: Partial<Absence> & { seconds?: number } = {}): Absence {
  const { seconds = 60, ...rest } = given;
  const ms = seconds * 1_000;
  const hold = { agentId: "ana", ms, end: "kept" as const, extended: false };
  return { noticedAt: 1, lastedMs: ms, isBack: true, byLink: false, hold, sameAgent: true, ...rest };
}

const held = (seconds: number, end: "over" | "let-go" | "ended", extended = false) => ({
  agentId: "ana",
  ms: seconds * 1_000,
  end,
  extended,
});

function talk(id: string, absences: Absence[], rest: Partial<ConversationRecord> = {}): ConversationRecord {
  const base = recordOf({ id, ...rest });
  return { ...base, tally: { ...base.tally, absences, drops: absences.length } };
}

/** What the records add up to: SQLite's counting against a plain one, and against numbers known by hand. */
export function insightsSuite(withDatabase: WithDatabase): void {
  const withRecords = (records: readonly ConversationRecord[], work: (sql: Sql) => void) =>
    withDatabase((sql) => {
      migrate(sql, recordsMigrations);
      const store = createRecordsStore(sql);
      for (const record of records) store.put(record);
      work(sql);
    });

  describe("the figures", () => {
    test("of nothing are zeros and nulls", () =>
      withRecords([], (sql) => {
        const figures = figuresOf(sql, {});
        expect(figures.conversations()).toEqual({ count: 0, joined: 0, messages: 0, endings: [] });
        expect(figures.drops()).toEqual({ count: 0, inHold: 0, later: 0, never: 0, byLink: 0, blinks: 0 });
        expect(figures.agents()).toEqual({ same: 0, other: 0, nobody: 0 });
        const none = { count: 0, unitSeconds: 0 };
        expect(figures.holds()).toEqual({ kept: none, over: none, letGo: none, ended: none });
        expect([figures.durations("answer"), figures.clocks(), figures.quarters(), figures.choices([60])]).toEqual([
          [],
          null,
          [],
          [],
        ]);
        expect(figures.lateness([60])).toEqual({ returns: 0, late: 0, after: [] });
      }));

    test("of a sample of real conversations are what plain counting finds", () => {
      const records = [
        ...sampleRecords(),
        ...sampleRecords({ seed: 2, days: 7 }).map((record) => ({
          ...record,
          conversationId: `b-${record.conversationId}`,
          widgetId: "blog",
        })),
      ];
      return withRecords(records, (sql) => {
        for (const [filter, some] of [
          [{}, records],
          [{ widgetId: "blog" }, records.filter(({ widgetId }) => widgetId === "blog")],
          [{ agentId: "ben" }, records.filter(({ tally }) => tally.agents.some(({ id }) => id === "ben"))],
        ] as const) {
          const figures = figuresOf(sql, filter);
          const gone = some.flatMap(({ tally }) => tally.absences);
          const back = gone.filter(({ isBack }) => isBack);
          expect(some.length).toBeGreaterThan(30);
          expect(figures.conversations()).toMatchObject({
            count: some.length,
            joined: count(some, ({ tally }) => tally.agents.length > 0),
            messages: sum(some.map(({ said }) => said.messages)),
          });
          expect(figures.drops()).toEqual({
            count: gone.length,
            inHold: count(back, ({ hold }) => hold?.end === "kept"),
            later: count(back, ({ hold }) => hold?.end !== "kept"),
            never: gone.length - back.length,
            byLink: count(gone, ({ byLink }) => byLink),
            blinks: sum(some.map(({ tally }) => tally.blinks)),
          });
          const had = back.filter(({ hold }) => hold !== null);
          expect(figures.agents()).toEqual({
            same: count(had, ({ sameAgent }) => sameAgent === true),
            other: count(had, ({ sameAgent }) => sameAgent === false),
            nobody: count(had, ({ sameAgent }) => sameAgent === null),
          });
          const heldFor = (end: string) => {
            const list = gone.flatMap(({ hold }) => (hold?.end === end ? [hold.ms] : []));
            return { count: list.length, unitSeconds: Math.round(sum(list) / 1_000) };
          };
          expect(figures.holds()).toEqual({
            kept: heldFor("kept"),
            over: heldFor("over"),
            letGo: heldFor("let-go"),
            ended: heldFor("ended"),
          });
          const waits = some.map(({ tally }) => tally.waitMs).toSorted((a, b) => a - b);
          expect(figures.durations("wait")).toEqual(waits);
          expect(figures.durations("back-in-hold")).toHaveLength(figures.drops().inHold);
          expect(figures.durations("back-later")).toHaveLength(figures.drops().later);
          expect(figures.durations("answer")).toHaveLength(count(some, ({ said }) => said.firstAnswerAt !== null));
          expect(sum(figures.quarters().map(({ count: n }) => n))).toBe(some.length);
          // With the very hold that they had, the choice is what happened.
          const [choice] = figures.choices([300]);
          expect(choice?.kept).toBe(figures.drops().inHold);
          const { kept, over, letGo, ended } = figures.holds();
          const blocked = kept.unitSeconds + over.unitSeconds + letGo.unitSeconds + ended.unitSeconds;
          const extended = gone.flatMap(({ hold }) => (hold?.extended === true ? [hold.ms] : []));
          expect(Math.abs((choice?.unitSeconds ?? 0) - blocked)).toBeLessThanOrEqual(3 + extended.length);
        }
      });
    });

    test("what another hold would have meant, by hand", () =>
      withRecords(
        [
          talk("kept", [absence({ seconds: 100 }), absence({ seconds: 250 })]),
          talk("late", [absence({ seconds: 400, hold: held(300, "over"), sameAgent: false })]),
          talk("never", [absence({ seconds: 1_200, isBack: false, hold: held(300, "over"), sameAgent: null })]),
          talk("let-go", [absence({ seconds: 500, hold: held(90, "let-go"), sameAgent: false })]),
          talk("extended", [
            absence({ seconds: 550, hold: { agentId: "ana", ms: 550_000, end: "kept", extended: true } }),
          ]),
          talk("queue", [absence({ seconds: 50, hold: null, sameAgent: null })]),
          talk("two units", [absence({ seconds: 100 })], {
            terms: { reconnect: true, holdSeconds: 300, limitSeconds: 1_200, units: 2 },
          }),
          talk("silent", [absence({ seconds: 100 })], {
            terms: { reconnect: false, holdSeconds: 180, limitSeconds: 180, units: 1 },
          }),
        ],
        (sql) => {
          const figures = figuresOf(sql, {});
          expect(figures.returnsToHold()).toBe(5);
          expect(figures.choices([60, 240, 300, 600])).toEqual([
            // 60 for each but the extended one (550): kept 60+60, late, never, let go, and 2×60.
            { holdSeconds: 60, kept: 1, unitSeconds: 60 * 5 + 550 + 120 },
            { holdSeconds: 240, kept: 3, unitSeconds: 100 + 240 + 240 + 240 + 90 + 550 + 200 },
            { holdSeconds: 300, kept: 4, unitSeconds: 100 + 250 + 300 + 300 + 90 + 550 + 200 },
            { holdSeconds: 600, kept: 5, unitSeconds: 100 + 250 + 400 + 600 + 90 + 550 + 200 },
          ]);
          expect(figures.clocks()).toEqual({ holdSeconds: 300, limitSeconds: 1_200, mixed: false });
          expect(figures.lateness([60, 300, 600])).toEqual({
            returns: 7,
            late: 0,
            after: [
              { seconds: 60, count: 6 },
              { seconds: 300, count: 3 },
              { seconds: 600, count: 0 },
            ],
          });
        },
      ));

    test("a return in the last quarter of its own limit is late", () =>
      withRecords([talk("a", [absence({ seconds: 901 }), absence({ seconds: 899 })])], (sql) => {
        expect(figuresOf(sql, {}).lateness([])).toEqual({ returns: 2, late: 1, after: [] });
      }));

    test("other clocks are told, and the last one counts", () =>
      withRecords(
        [
          recordOf({ id: "old", endedAt: 1_000 }),
          recordOf({
            id: "new",
            endedAt: 2_000,
            terms: { reconnect: true, holdSeconds: 240, limitSeconds: 1_200, units: 1 },
          }),
        ],
        (sql) => {
          expect(figuresOf(sql, {}).clocks()).toEqual({ holdSeconds: 240, limitSeconds: 1_200, mixed: true });
          expect(figuresOf(sql, { until: 2_000 }).clocks()).toEqual({
            holdSeconds: 300,
            limitSeconds: 1_200,
            mixed: false,
          });
        },
      ));

    test("what is told anew is counted once", () =>
      withRecords([talk("a", [absence(), absence()]), { ...talk("a", [absence()]), rev: 9 }], (sql) => {
        expect(figuresOf(sql, {}).drops().count).toBe(1);
        expect(figuresOf(sql, {}).conversations().count).toBe(1);
        createRecordsStore(sql).forget("a");
        expect(figuresOf(sql, {}).drops().count).toBe(0);
      }));

    test("the lines of an export: one for each conversation, in order, page by page", () =>
      withRecords(sampleRecords(), (sql) => {
        const all = readFacts(sql, {}, null, 10_000);
        expect(new Set(all.map(({ id }) => id)).size).toBe(sampleRecords().length);
        const paged: string[] = [];
        for (let after: { endedAt: number; id: string } | null = null; ;) {
          const page = readFacts(sql, {}, after, 50);
          paged.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (last === undefined) break;
          after = { endedAt: last.ended_at, id: last.id };
        }
        expect(paged).toEqual(all.map(({ id }) => id));
        const { drops, holds } = { drops: figuresOf(sql, {}).drops(), holds: figuresOf(sql, {}).holds() };
        expect(sum(all.map(({ in_hold }) => in_hold ?? 0))).toBe(drops.inHold);
        expect(sum(all.map(({ later }) => later ?? 0))).toBe(drops.later);
        expect(sum(all.map(({ never }) => never ?? 0))).toBe(drops.never);
        expect(Math.round(sum(all.map(({ used_ms }) => used_ms ?? 0)) / 1_000)).toBe(holds.kept.unitSeconds);
      }));
  });
}
