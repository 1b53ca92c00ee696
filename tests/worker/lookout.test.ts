import type { ConversationState } from "../../worker/core/conversation/state.ts";
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { pass, stopClock, tellPingsInTestTime } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import { anaAt, conversationOf, ring, talk, type Access } from "./support/people.ts";
import type { Wire } from "./support/wire.ts";

freshForEach();

const SECOND = 1_000;
const BACKSTOP = 300 * SECOND;

const alarmIn = async (access: Access): Promise<number | null> => {
  const at = await runInDurableObject(conversationOf(access), (_object, { storage }) => storage.getAlarm());
  return at === null ? null : at - Date.now();
};

/** A talk under a stopped clock whose agent's page looks when it is asked to. */
async function watchedTalk() {
  stopClock();
  const there = await talk({});
  await tellPingsInTestTime(conversationOf(there.access));
  const { ana } = there;
  ana.send({ type: "look" });
  const asked = await ana.take("look-at");
  return { ...there, asked };
}

/** Lets the alarm that stands from before ring in vain, so that only the backstop is left. */
async function toBackstop({ access, customer, ana }: { access: Access; customer: Wire; ana: Wire }) {
  pass(25 * SECOND);
  await Promise.all([customer.ping(), ana.ping()]);
  pass(5 * SECOND);
  await ring(access);
  expect(await alarmIn(access)).toBeGreaterThan(BACKSTOP);
}

test("N07 a page that looks takes the place of the alarm, to the instant: who vanished is away 30 s after the last sign of life", async () => {
  const there = await watchedTalk();
  const { access, customer, ana, asked } = there;
  expect(asked["inMs"]).toBe(30 * SECOND);
  await toBackstop(there);
  const next = await ana.take("look-at");
  expect(next["inMs"]).toBe(25 * SECOND);
  const before = await alarmIn(access);
  pass(25 * SECOND);
  await ana.ping();
  ana.send({ type: "look" });
  expect(await ana.take((frame) => frame["view"]?.phase.customer?.at === "away")).toMatchObject({
    view: { phase: { customer: { since: Date.now() - 30 * SECOND } } },
  });
  expect(await customer.closed).toBe(4200);
  await ana.take("look-at");
  // No alarm was moved for it.
  expect(await alarmIn(access)).toBe((before ?? 0) - 25 * SECOND);
});

test("what a page was asked survives hibernation, and it is asked anew only for what is earlier or past", async () => {
  const there = await watchedTalk();
  const { access, customer, ana } = there;
  await toBackstop(there);
  await ana.take("look-at");
  await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
  customer.send({ type: "visibility", hidden: false });
  await customer.settled();
  expect((await ana.settled()).filter(({ type }) => type === "look-at")).toHaveLength(2);
  pass(25 * SECOND);
  await Promise.all([customer.ping(), ana.ping()]);
  ana.send({ type: "look" });
  expect((await ana.take("look-at"))["inMs"]).toBe(30 * SECOND);
});

test.for<[string, (ana: Wire, access: Access) => Promise<void>]>([
  [
    "its socket closes",
    async (ana) => {
      ana.close();
      await ana.closed;
    },
  ],
  [
    "it is hidden",
    async (ana) => {
      ana.send({ type: "visibility", hidden: true });
      await ana.settled();
    },
  ],
  [
    "the desk says that its agent is gone",
    async (_ana, access) => {
      const summary = await conversationOf(access).report();
      if (summary?.phase.state !== "active") throw new Error("nobody has it");
      await conversationOf(access).agentConnection(summary.phase.offerId, false);
    },
  ],
])("nobody is counted on any more once %s: the alarm stands where it belongs", async ([, happens]) => {
  const there = await watchedTalk();
  await toBackstop(there);
  await happens(there.ana, there.access);
  await expect.poll(() => alarmIn(there.access)).toBeLessThanOrEqual(30 * SECOND);
});

test("a page that stops pinging is not counted on, nor one of somebody who only looks in", async () => {
  const there = await watchedTalk();
  await toBackstop(there);
  const { access, customer } = there;
  pass(26 * SECOND);
  await customer.ping();
  customer.send({ type: "visibility", hidden: false });
  await customer.settled();
  expect(await alarmIn(access)).toBeLessThanOrEqual(30 * SECOND);
});

test("nobody is asked for what is weeks ahead: no browser's timer reaches there", async () => {
  const there = await watchedTalk();
  await toBackstop(there);
  const { access, customer, ana } = there;
  const asked = ana.frames.length;
  await runInDurableObject(conversationOf(access), (_object, { storage }) => {
    const [row] = storage.sql.exec<{ state: string }>("SELECT state FROM conversation").toArray();
    const state = JSON.parse(row?.state ?? "") as ConversationState;
    const terms = { ...state.terms, holdSeconds: 2_592_000, limitSeconds: 2_592_000 };
    storage.sql.exec("UPDATE conversation SET state = ?", JSON.stringify({ ...state, terms }));
  });
  await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
  customer.close();
  await customer.closed;
  pass(10 * SECOND);
  await ana.ping();
  ana.send({ type: "look" });
  await ana.take((frame) => frame["entries"]?.[0]?.what?.type === "away");
  await ana.settled();
  const times = ana.frames.slice(asked).flatMap((frame) => (frame.type === "look-at" ? [Number(frame["inMs"])] : []));
  expect(Math.max(...times)).toBeLessThanOrEqual(BACKSTOP);
});

test("both of an agent's pages are asked: either may be gone without a word", async () => {
  const there = await watchedTalk();
  const { access, ana } = there;
  const second = await anaAt(access);
  await second.take("welcome");
  second.send({ type: "look" });
  await second.take("look-at");
  await toBackstop({ ...there, ana: second });
  expect((await second.take("look-at"))["inMs"]).toBe(25 * SECOND);
  expect(ana.frames.filter(({ type }) => type === "look-at").length).toBeGreaterThanOrEqual(1);
});

test("a page that was asked and does not look is found out by the backstop, and asked no more", async () => {
  const there = await watchedTalk();
  await toBackstop(there);
  const { access, customer, ana } = there;
  for (let passed = 0; passed < 325; passed += 25) {
    pass(25 * SECOND);
    await Promise.all([customer.ping(), ana.ping()]);
  }
  await ring(access);
  expect(await alarmIn(access)).toBeLessThanOrEqual(30 * SECOND);
  // It may say again that it does.
  ana.send({ type: "look" });
  await ana.settled();
  expect((await ana.take((frame) => frame.type === "look-at" && frame["inMs"] > 25 * SECOND))["inMs"]).toBe(
    30 * SECOND,
  );
});

test("a second page of the agent looks on when the first is closed", async () => {
  const there = await watchedTalk();
  await toBackstop(there);
  const { access, ana } = there;
  const second = await anaAt(access);
  await second.take("welcome");
  second.send({ type: "look" });
  await second.settled();
  ana.close();
  await ana.closed;
  expect(await second.take("look-at")).toMatchObject({ inMs: expect.any(Number) as number });
  expect(await alarmIn(access)).toBeGreaterThan(30 * SECOND);
});
