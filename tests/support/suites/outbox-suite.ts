import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConversationState } from "../../../worker/core/conversation/state.ts";
import type { Word } from "../../../worker/core/conversation/words.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { conversationAtOnce, conversationMigrations } from "../../../worker/storage/conversation-schema.ts";
import { createConversationStore } from "../../../worker/storage/conversation-store.ts";
import { createOutbox, outboxMigration, retryDelayMs, type TableOutbox } from "../../../worker/storage/outbox.ts";
import type { Sql } from "../../../worker/storage/sql.ts";
import type { WithDatabase } from "./database.ts";

const NOW = 1_795_000_000_000;

type Made = (sql: Sql) => TableOutbox;

function withTable(sql: Sql): TableOutbox {
  migrate(sql, [outboxMigration]);
  return createOutbox(sql);
}

/** A conversation's, which is written together with its state; `put` is such a change. Read anew each time, as after a wake. */
function withState(sql: Sql): TableOutbox {
  migrate(sql, conversationMigrations, conversationAtOnce);
  const state = {} as ConversationState;
  createConversationStore(sql).create("epoch", state, [], NOW);
  const woken = () => createConversationStore(sql);
  return {
    put: (topic, body, now) => woken().save(state, { customer: 0, agent: 0 }, [{ topic, body } as Word], now),
    due: (now) => woken().outbox.due(now),
    next: () => woken().outbox.next(),
    confirm: (item) => woken().outbox.confirm(item),
    failed: (item, now) => woken().outbox.failed(item, now),
  };
}

/** Invariant 9: what one object tells another is repeated until it is confirmed; only the newest word on a topic counts. */
export function outboxSuite(withDatabase: WithDatabase): void {
  const only = (outbox: TableOutbox, now: number) => {
    const [item, ...others] = outbox.due(now);
    expect(others).toEqual([]);
    if (!item) throw new Error("nothing is due");
    return item;
  };

  describe.for<[string, Made]>([
    ["with a table of its own", withTable],
    ["in the row of the state", withState],
  ])("the outbox %s", ([, made]) => {
    const withOutbox = (work: (outbox: TableOutbox) => void) => withDatabase((sql) => work(made(sql)));

    test("a fresh word is told at once, and told again by an alarm if its object died over it", () =>
      withOutbox((outbox) => {
        expect(outbox.next()).toBeNull();
        outbox.put("desk", { rev: 1, words: ["ä", null, 2.5] }, NOW);
        const item = only(outbox, NOW);
        expect(item).toMatchObject({
          topic: "desk",
          version: 1,
          body: { rev: 1, words: ["ä", null, 2.5] },
          attempts: 0,
        });
        const alarmAt = outbox.next() ?? 0;
        expect(alarmAt).toBeGreaterThan(NOW);
        expect(only(outbox, alarmAt)).toStrictEqual(item);
        outbox.confirm(item);
        expect([outbox.due(NOW + 1e9), outbox.next()]).toEqual([[], null]);
      }));

    test("a newer word replaces the older one; confirming the older one does not lose the newer", () =>
      withOutbox((outbox) => {
        outbox.put("desk", "old", NOW);
        const old = only(outbox, NOW);
        outbox.put("desk", "new", NOW + 1);
        outbox.confirm(old);
        expect(only(outbox, NOW + 1)).toMatchObject({ body: "new", version: 2 });
      }));

    test("a word that failed is tried again later and later, a minute apart in the end, without end", () =>
      withOutbox((outbox) => {
        outbox.put("desk", "hello", NOW);
        let now = NOW;
        const waits = Array.from({ length: 12 }, () => {
          const item = only(outbox, now);
          outbox.failed(item, now);
          const dueAt = outbox.next() ?? 0;
          expect(outbox.due(dueAt - 1)).toEqual([]);
          const waitMs = dueAt - now;
          now = dueAt;
          return waitMs;
        });
        expect(waits).toEqual([
          500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000, 60_000,
        ]);
        expect(retryDelayMs(1e9)).toBe(60_000);
      }));

    test("the failure of an older word does not hold up a newer one", () =>
      withOutbox((outbox) => {
        outbox.put("desk", "old", NOW);
        const old = only(outbox, NOW);
        outbox.put("desk", "new", NOW);
        outbox.failed(old, NOW);
        expect(only(outbox, NOW)).toMatchObject({ body: "new", attempts: 0 });
      }));

    test("a newer word starts without the older one's failures", () =>
      withOutbox((outbox) => {
        outbox.put("desk", "old", NOW);
        outbox.failed(only(outbox, NOW), NOW);
        outbox.put("desk", "new", NOW + 1);
        expect(only(outbox, NOW + 1)).toMatchObject({ body: "new", attempts: 0 });
      }));

    test("topics wait for themselves; the longest due comes first", () =>
      withOutbox((outbox) => {
        const failedAt = (topic: string, at: number) => {
          outbox.put(topic, topic, at);
          for (const item of outbox.due(at)) if (item.topic === topic) outbox.failed(item, at);
        };
        failedAt("b", NOW + 5);
        failedAt("c", NOW);
        failedAt("a", NOW + 5);
        expect(outbox.next()).toBe(NOW + 500);
        expect(outbox.due(NOW + 500).map(({ topic }) => topic)).toEqual(["c"]);
        expect(outbox.due(NOW + 505).map(({ topic }) => topic)).toEqual(["c", "a", "b"]);
      }));

    test("whatever happens in whatever order, exactly the newest unconfirmed words are left", () =>
      withOutbox((outbox) => {
        const step = fc.record({
          topic: fc.constantFrom("desk", "customer"),
          what: fc.constantFrom("put", "take", "confirm", "fail"),
        });
        fc.assert(
          fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
            walk(outbox, steps);
          }),
          { numRuns: 60 },
        );
      }));
  });
}

type Step = { topic: string; what: string };

/** One word of a topic at a time is under way, as couriers do it. Plays the steps against the outbox and a map; leaves the outbox empty. */
function walk(outbox: TableOutbox, steps: readonly Step[]): void {
  const newest = new Map<string, number>();
  const inFlight = new Map<string, ReturnType<TableOutbox["due"]>[number]>();
  const sent = () => new Map(outbox.due(NOW + 1e9).map((item) => [item.topic, item]));
  steps.forEach(({ topic, what }, n) => {
    const flying = inFlight.get(topic);
    const waiting = sent().get(topic);
    if (what === "put") {
      outbox.put(topic, n, NOW);
      newest.set(topic, n);
    } else if (what === "take" && waiting) inFlight.set(topic, waiting);
    else if (what === "fail" && flying) {
      outbox.failed(flying, NOW);
      inFlight.delete(topic);
    } else if (what === "confirm" && flying) {
      outbox.confirm(flying);
      inFlight.delete(topic);
      if (newest.get(topic) === flying.body) newest.delete(topic);
    }
    expect(new Map([...sent()].map(([name, { body }]) => [name, body]))).toEqual(newest);
  });
  for (const item of sent().values()) outbox.confirm(item);
}
