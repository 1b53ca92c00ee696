import { expect, test } from "vitest";
import { createCourier } from "../../worker/objects/courier.ts";
import type { OutboxItem, TableOutbox } from "../../worker/storage/outbox.ts";

/** An outbox in memory that counts how often it is read. */
function memoryOutbox(): TableOutbox & { reads: number } {
  const items = new Map<string, OutboxItem>();
  return {
    reads: 0,
    put: (topic, body, now) => {
      const version = (items.get(topic)?.version ?? 0) + 1;
      items.set(topic, { topic, version, body, attempts: 0, dueAt: now });
    },
    due() {
      this.reads += 1;
      return [...items.values()].filter((item) => item.attempts === 0);
    },
    next: () => null,
    confirm: ({ topic, version }) => {
      if (items.get(topic)?.version === version) items.delete(topic);
    },
    failed: (item) => {
      items.set(item.topic, { ...item, attempts: item.attempts + 1 });
    },
  };
}

test("a thousand words at once: the outbox is read once, and a flush waits for what it started alone", async () => {
  const outbox = memoryOutbox();
  const told: string[] = [];
  const hanging = Promise.withResolvers<void>();
  const courier = createCourier(
    outbox,
    async (topic) => {
      if (topic === "hangs") await hanging.promise;
      told.push(topic);
    },
    () => undefined,
  );
  outbox.put("hangs", "word", 0);
  const stuck = courier.flush();
  for (let n = 0; n < 1_000; n += 1) outbox.put(`topic-${n}`, "word", 0);
  await courier.flush();
  expect(told).toHaveLength(1_000);
  expect(outbox.reads).toBe(2);
  hanging.resolve();
  await stuck;
  expect(told).toHaveLength(1_001);
});

test("a newer word on a topic under way is told after it, and neither is lost", async () => {
  const outbox = memoryOutbox();
  const told: unknown[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const courier = createCourier(
    outbox,
    async (_topic, body) => {
      if (body === 1) await first.promise;
      told.push(body);
      if (body === 2) second.resolve();
    },
    () => undefined,
  );
  outbox.put("topic", 1, 0);
  const round = courier.flush();
  outbox.put("topic", 2, 0);
  await courier.flush();
  first.resolve();
  await round;
  await second.promise;
  expect(told).toEqual([1, 2]);
});
