import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import { DESK_NAME } from "../../worker/env.ts";
import { Conversation, Customer, Desk } from "../../worker/index.ts";
import { seal } from "../../worker/tokens/seal.ts";
import { pass, stopClock } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import type { Access } from "./support/people.ts";
import {
  anaOnDuty,
  begin,
  connect,
  conversationOf,
  identityOf,
  reaches,
  resume,
  ring,
  rowsOf,
  talk,
  owedBy,
} from "./support/people.ts";
import { randomId } from "./support/wire.ts";

freshForEach();

const desk = () => env.DESK.getByName(DESK_NAME);
const customerOf = (sub: string) => env.CUSTOMER.getByName(seal(env.ROOT_KEY ?? "", "customer", sub));
const untold = (access: Access) => owedBy(access);

/** What the desk has of this conversation. */
function known(access: Access): Promise<Record<string, unknown> | null> {
  return runInDurableObject(desk(), (_desk, { storage }) => {
    const [row] = storage.sql
      .exec<{ body: string }>("SELECT body FROM items WHERE id = ?", access.conversationId)
      .toArray();
    return row === undefined ? null : (JSON.parse(row.body) as { summary: Record<string, unknown> }).summary;
  });
}

/** The other object fails so many times at a method: before it did anything, or after. */
function failing<T extends object>(prototype: T, method: keyof T & string, times: number, when: "before" | "after") {
  const original = prototype[method] as (...args: unknown[]) => Promise<unknown>;
  let left = times;
  return vi
    .spyOn(prototype as Record<string, (...args: unknown[]) => Promise<unknown>>, method)
    .mockImplementation(async function failing(this: unknown, ...args) {
      left -= 1;
      if (left >= 0 && when === "before") throw new Error("not now");
      const result = await original.apply(this, args);
      if (left >= 0) throw new Error("the answer was lost");
      return result;
    });
}

/** A conversation of which the desk may have heard: its customer was there, and has left. */
async function visited(): Promise<Access> {
  const access = await begin();
  const page = await connect(access);
  await page.take("welcome");
  page.close(4300);
  await page.closed;
  return access;
}

test("a start whose customer never comes is never told to the desk", async () => {
  stopClock();
  const access = await begin();
  expect(await untold(access)).toEqual([]);
  pass(21 * 60_000);
  await ring(access);
  expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "closed" } });
  expect(await untold(access)).toEqual([]);
  expect(await known(access)).toBeNull();
});

describe.each(["before", "after"] as const)("the desk fails %s it took a word", (when) => {
  test("it is told again until it confirms, and has it right", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    stopClock();
    const access = await visited();
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    const summary = failing(Desk.prototype, "summary", 3, when);
    await conversationOf(access).endForCustomer("ended");
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await vi.waitFor(async () => expect(await untold(access)).toEqual([{ topic: "desk", attempts: attempt + 1 }]));
      pass(60_000);
      await ring(access);
    }
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    expect(summary).toHaveBeenCalledTimes(when === "before" ? 4 : summary.mock.calls.length);
    expect(await known(access)).toBeNull();
  });

  test("a newer word takes the place of the one that was not confirmed", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    stopClock();
    const access = await visited();
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    failing(Desk.prototype, "summary", 2, when);
    const page = await connect(access);
    await vi.waitFor(async () => expect(await untold(access)).toEqual([{ topic: "desk", attempts: 1 }]));
    page.close(4300);
    await page.closed;
    await vi.waitFor(async () => expect(await untold(access)).toEqual([{ topic: "desk", attempts: 1 }]));
    pass(60_000);
    await ring(access);
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    expect(await known(access)).toMatchObject({ phase: { state: "open" } });
  });

  test("the process dies over it: told after the wake", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    stopClock();
    const access = await visited();
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    failing(Desk.prototype, "summary", 1, when);
    await conversationOf(access).endForCustomer("ended");
    await vi.waitFor(async () => expect(await untold(access)).toEqual([{ topic: "desk", attempts: 1 }]));
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    await evictDurableObject(desk());
    pass(1_000);
    await ring(access);
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    expect(await known(access)).toBeNull();
  });
});

describe("the desk hangs", () => {
  test("K05 the conversation's own deadlines are kept, and its alarm does not spin", async () => {
    stopClock();
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    vi.spyOn(Desk.prototype, "summary").mockReturnValue(hanging);
    const access = await visited();
    pass(6_000);
    await runDurableObjectAlarm(conversationOf(access));
    const alarmAt = () => runInDurableObject(conversationOf(access), (_object, { storage }) => storage.getAlarm());
    expect(await alarmAt()).toBeGreaterThan(Date.now());
    pass(21 * 60_000);
    await runDurableObjectAlarm(conversationOf(access));
    expect(await alarmAt()).toBeGreaterThan(Date.now());
    expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "closed" } });
    release();
  });
});

describe("words at the desk", () => {
  test("repeated, older and reordered ones change nothing", async () => {
    const { access, customer } = await talk();
    const active = await conversationOf(access).report();
    if (active === null) throw new Error("not there");
    const before = await known(access);
    for (const rev of [active.rev, active.rev - 1, 1]) {
      await desk().summary({ ...active, rev, phase: { state: "closed" } });
      expect(await known(access)).toEqual(before);
    }
    await customer.ask({ type: "end", id: randomId() });
    await reaches(customer, "wrap-up");
    await vi.waitFor(async () => expect(await known(access)).toMatchObject({ phase: { state: "wrap-up" } }));
    await desk().summary(active);
    expect(await known(access)).toMatchObject({ phase: { state: "wrap-up" } });
  });

  test("closed is for good, whatever comes late", async () => {
    const access = await visited();
    const open = await conversationOf(access).report();
    if (open === null) throw new Error("not there");
    await conversationOf(access).endForCustomer("ended");
    await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
    await desk().summary({ ...open, rev: open.rev + 10 });
    expect(await known(access)).toBeNull();
  });
});

describe("the desk's words at a conversation", () => {
  test("an offer that is repeated is accepted once, and only once is anybody told", async () => {
    const { access, customer } = await talk();
    const summary = await conversationOf(access).report();
    if (summary?.phase.state !== "active") throw new Error("not active");
    const { offerId, agent } = summary.phase;
    expect(await conversationOf(access).assign(offerId, agent)).toEqual({ answer: "accepted", summary });
    expect(await conversationOf(access).assign("another", { id: "ben", name: "Ben" })).toEqual({
      answer: "gone",
      summary,
    });
    expect(await rowsOf(access, "SELECT seq FROM entries")).toHaveLength(2);
    await customer.settled();
  });

  test("the conversation fails after it took the assignment: the desk asks again, and one agent has it once", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    stopClock();
    const assign = failing(Conversation.prototype, "assign", 1, "after");
    const console_ = await anaOnDuty();
    const access = await begin();
    const customer = await connect(access);
    await reaches(customer, "active");
    pass(5_000);
    await runDurableObjectAlarm(desk());
    await console_.take((frame) => frame.type === "desk" && frame["mine"].length === 1 && frame["me"].used === 1);
    expect(assign.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(await rowsOf(access, "SELECT seq FROM entries")).toHaveLength(2);
  });

  test("late words about an agent who no longer has it change nothing", async () => {
    const { access } = await talk();
    const before = await conversationOf(access).report();
    await conversationOf(access).unassign("ben", "offline", Date.now());
    await conversationOf(access).agentConnection("ben", false);
    expect(await conversationOf(access).report()).toEqual(before);
  });

  test("words to a conversation that never began are answered with null", async () => {
    const stub = conversationOf({ conversationId: "never-begun" });
    expect([
      await stub.assign("offer", { id: "ana", name: "Ana" }),
      await stub.unassign("ana", "offline", Date.now()),
      await stub.report(),
    ]).toEqual([null, null, null]);
  });
});

describe("the customer's object", () => {
  test.each(["before", "after"] as const)(
    "fails %s it noted an end: told again, and in the end a new start is a new conversation",
    async (when) => {
      vi.spyOn(console, "warn").mockReturnValue();
      stopClock();
      const identity = await identityOf("customer-1");
      const access = await begin({ identity });
      await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
      failing(Customer.prototype, "note", 1, when);
      await conversationOf(access).endForCustomer("ended");
      await vi.waitFor(async () => expect(await untold(access)).toEqual([{ topic: "customer", attempts: 1 }]));
      // What the customer's object does not know yet changes nothing for the customer.
      expect(await resume({ identity })).toMatchObject({ answer: "none" });
      pass(1_000);
      await ring(access);
      await vi.waitFor(async () => expect(await untold(access)).toEqual([]));
      expect(await customerOf("customer-1").live("demo")).toEqual([]);
    },
  );

  test("an end that overtakes the beginning is not taken back", async () => {
    const customer = customerOf("customer-1");
    const ownership = { subject: "customer-1", conversationId: "late", widgetId: "demo", startedAt: 1 };
    await customer.note({ ...ownership, live: false });
    await customer.note({ ...ownership, live: true });
    expect(await customer.live("demo")).toEqual([]);
  });

  test("repeated words change nothing, other widgets' conversations are kept apart", async () => {
    const customer = customerOf("customer-1");
    const ownership = { subject: "customer-1", conversationId: "one", widgetId: "demo", startedAt: 1, live: true };
    for (let n = 0; n < 3; n += 1) await customer.note(ownership);
    await customer.note({ ...ownership, conversationId: "other", widgetId: "elsewhere" });
    expect(await customer.live("demo")).toEqual(["one"]);
    await evictDurableObject(customer);
    expect(await customer.live("elsewhere")).toEqual(["other"]);
    await customer.ended("one");
    await customer.note(ownership);
    expect(await customer.live("demo")).toEqual([]);
  });
});
