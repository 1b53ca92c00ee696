import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { ConversationState } from "../../worker/core/conversation/state.ts";
import { pass, stopClock, tellPingsInTestTime } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import type { Access, Talk } from "./support/people.ts";
import {
  anaAt,
  begin,
  connect,
  conversationOf,
  happeningsIn,
  identityOf,
  resume,
  ring,
  rowsOf,
  say,
  talk,
} from "./support/people.ts";
import { randomId } from "./support/wire.ts";

freshForEach();

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A talk under a stopped clock. */
async function stillTalk(body: object = {}): Promise<Talk & { startedAt: number }> {
  stopClock();
  const there = await talk(body);
  await tellPingsInTestTime(conversationOf(there.access));
  return { ...there, startedAt: Date.now() };
}

/** The customer's side as it stands now: the desk is told of an active one's absence only when it is noted. */
async function sideOf(access: Access): Promise<Record<string, unknown>> {
  await conversationOf(access).report();
  const [row] = await rowsOf<{ state: string }>(access, "SELECT state FROM conversation");
  const { phase } = JSON.parse(row?.state ?? "") as ConversationState;
  return phase.state === "active" || phase.state === "open" ? { ...phase.side } : { at: phase.state };
}

const PRESENT = { at: "present" };

describe("a customer who vanishes without a close", () => {
  test("N07 is away 30 s after the last sign of life, and not before; `since` is that sign", async () => {
    const { access, customer, ana, startedAt } = await stillTalk();
    pass(20 * SECOND);
    await Promise.all([customer.ping(), ana.ping()]);
    pass(29 * SECOND);
    await ana.ping();
    expect(await ring(access)).toBe(true);
    expect(await sideOf(access)).toEqual(PRESENT);
    pass(1 * SECOND);
    expect(await ring(access)).toBe(true);
    expect(await customer.closed).toBe(4200);
    expect(await sideOf(access)).toMatchObject({ since: startedAt + 20 * SECOND, holdUntil: Date.now() + 5 * MINUTE });
    expect(await ana.take((frame) => frame["view"]?.phase.customer?.at === "away")).toMatchObject({ type: "update" });
  });

  test("N07 who never pinged is away 30 s after opening", async () => {
    const { access, startedAt } = await stillTalk();
    pass(30 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toMatchObject({ since: startedAt });
  });

  test("N07 whose page said that it is hidden is given 90 s", async () => {
    const { access, customer } = await stillTalk();
    customer.send({ type: "visibility", hidden: true });
    await customer.settled();
    pass(89 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toEqual(PRESENT);
    pass(1 * SECOND);
    await ring(access);
    expect(await sideOf(access)).not.toEqual(PRESENT);
  });

  test("N07 whose page connected hidden is given 90 s", async () => {
    const { access, customer } = await stillTalk();
    await connect(access, { hidden: 1, tab: customer.tab });
    pass(89 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toEqual(PRESENT);
    pass(1 * SECOND);
    await ring(access);
    expect(await sideOf(access)).not.toEqual(PRESENT);
  });

  test("N07 whose page became visible again is given 30 s from then on, and the alarm knows", async () => {
    const { access, customer } = await stillTalk();
    customer.send({ type: "visibility", hidden: true });
    await customer.settled();
    pass(31 * SECOND);
    await ring(access);
    pass(9 * SECOND);
    customer.send({ type: "visibility", hidden: false });
    await customer.settled();
    const visibleAt = Date.now();
    const alarmAt = await runInDurableObject(conversationOf(access), (_object, { storage }) => storage.getAlarm());
    expect(alarmAt).toBeLessThanOrEqual(visibleAt + 30 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toEqual(PRESENT);
    pass(30 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toMatchObject({ since: visibleAt });
  });

  test("N07 is away also when the object was hibernating meanwhile", async () => {
    const { access, customer, startedAt } = await stillTalk();
    pass(10 * SECOND);
    await customer.ping();
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    await tellPingsInTestTime(conversationOf(access));
    pass(29 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toEqual(PRESENT);
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    pass(1 * SECOND);
    await ring(access);
    expect(await sideOf(access)).toMatchObject({ since: startedAt + 10 * SECOND });
    expect(await customer.closed).toBe(4200);
  });

  test("N07 is away also when the process was killed meanwhile, at the next wake, since no later than they were due", async () => {
    const { access, startedAt } = await stillTalk();
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    pass(10 * MINUTE);
    await ring(access);
    const side = await sideOf(access);
    expect(side["since"]).toBeLessThanOrEqual(startedAt + 30 * SECOND);
    expect(side).toMatchObject({ holdUntil: Date.now() + 5 * MINUTE, limitAt: Date.now() + 20 * MINUTE });
  });

  test("N07 after a kill the first to come finds them away, whoever that is", async () => {
    const { access } = await stillTalk();
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    pass(5 * SECOND);
    const ana = await anaAt(access);
    expect(await ana.take("welcome")).toMatchObject({ view: { phase: { customer: { at: "away" } } } });
  });

  test("N07 T01 back by themselves after a kill: present, with no lines about a short absence", async () => {
    const { access } = await stillTalk();
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    pass(5 * SECOND);
    const { entries, view } = await (await connect(access)).take("welcome");
    expect(view.phase.customer).toEqual({ at: "present" });
    expect(happeningsIn(entries)).toEqual(["started", "joined"]);
  });

  test("one of two tabs vanishes: the customer is present, and only that socket is closed", async () => {
    const { access, customer } = await stillTalk();
    const tab = await connect(access);
    await tab.take("welcome");
    pass(20 * SECOND);
    await tab.ping();
    pass(10 * SECOND);
    await ring(access);
    expect(await customer.closed).toBe(4200);
    expect(await sideOf(access)).toEqual(PRESENT);
    expect(await say(tab, "still here")).toMatchObject({ type: "ack" });
  });
});

describe("a customer who is there", () => {
  test("N05 K10 in a background tab for an hour, pinging as rarely as browsers let it: never away, nothing in the transcript", async () => {
    const { access, customer, ana } = await stillTalk();
    customer.send({ type: "visibility", hidden: true });
    await customer.settled();
    for (let minute = 0; minute < 60; minute += 1) {
      pass(MINUTE);
      // An agent's socket lasts as long as its ticket's proof.
      await Promise.all([customer.ping(), ...(minute < 15 ? [ana.ping()] : [])]);
      await ring(access);
      if (minute % 20 === 7) await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    }
    expect(await sideOf(access)).toEqual(PRESENT);
    const { entries } = await (await connect(access)).take("welcome");
    expect(happeningsIn(entries)).toEqual(["started", "joined"]);
    expect(ana.frames.some((frame) => frame["view"]?.phase.customer?.at === "away")).toBe(false);
    expect(await ana.closed).toBe(4201);
  });

  test("N05 who goes from page to page leaves no lines, and is away in between", async () => {
    const { access, customer } = await stillTalk();
    let page = customer;
    for (let step = 0; step < 5; step += 1) {
      page.close(4300);
      await page.closed;
      expect(await sideOf(access)).toMatchObject({ since: Date.now() });
      pass(9 * SECOND);
      await ring(access);
      page = await connect(access);
      await page.take("welcome");
      expect(await sideOf(access)).toEqual(PRESENT);
    }
    const { entries } = await (await connect(access)).take("welcome");
    expect(happeningsIn(entries)).toEqual(["started", "joined"]);
  });

  test("K03 away for 42 s: the lines say so, with the time at which each was due", async () => {
    const { access, customer, ana } = await stillTalk();
    customer.close();
    await customer.closed;
    await ana.take((frame) => frame["view"]?.phase.customer?.at === "away");
    const droppedAt = Date.now();
    pass(42 * SECOND);
    const back = await connect(access);
    const { entries, view } = await back.take("welcome");
    expect(view.phase).toMatchObject({ state: "active", customer: { at: "present" } });
    expect([...entries, ...(await back.take("update"))["entries"]].slice(2)).toMatchObject([
      { at: droppedAt + 10 * SECOND, what: { type: "away", since: droppedAt, holdUntil: droppedAt + 5 * MINUTE } },
      { at: droppedAt + 42 * SECOND, what: { type: "back", afterSeconds: 42 } },
    ]);
  });

  test("the runtime's own note of a ping counts", async () => {
    const now = Date.now();
    stopClock();
    pass(-40 * SECOND);
    const access = await begin();
    const socket = await connect(access);
    const silent = await connect(access);
    await socket.take("welcome");
    pass(now - Date.now());
    socket.send("ping");
    await socket.settled();
    await ring(access);
    expect(await silent.closed).toBe(4200);
    expect(await sideOf(access)).toEqual(PRESENT);
  });
});

describe("who counts as present", () => {
  test("L01 a page that came by link counts from its first input on", async () => {
    const { customer, ana } = await stillTalk();
    const made = await customer.ask({ type: "make-link", id: randomId() });
    customer.close();
    await customer.closed;
    const token = new URL(made["url"]).hash.slice("#rejoin=".length);
    const { access: phone } = await resume({ link: token });
    const page = await connect(phone, { quiet: 1 });
    expect(await page.take("welcome")).toMatchObject({ view: { phase: { customer: { at: "away" } } } });
    page.send({ type: "activity" });
    expect(await page.take("update")).toMatchObject({ view: { phase: { customer: { at: "present" } } } });
    await ana.take((frame) => frame["view"]?.phase.customer?.at === "present");
  });

  test("a quiet page that takes the place of the tab that was present, on a network that swallows the close: away", async () => {
    const { access } = await stillTalk();
    const only = await begin();
    const deaf = await connect(only, {}, { deaf: true });
    await deaf.take("welcome");
    const quiet = await connect(only, { quiet: 1, tab: deaf.tab });
    await quiet.take("welcome");
    expect(await sideOf(only)).toMatchObject({ since: Date.now() });
    expect(await sideOf(access)).toEqual(PRESENT);
  });

  test("P10 whose identity has run out and whose network swallows the close: away, not present for ever", async () => {
    const { access, customer, ana } = await stillTalk({ identity: await identityOf("customer-1", { seconds: 60 }) });
    const deaf = await connect(access, { tab: customer.tab }, { deaf: true });
    await deaf.take("welcome");
    for (let waited = 0; waited < 60; waited += 15) {
      pass(15 * SECOND);
      await Promise.all([deaf.ping(), ana.ping()]);
    }
    await ring(access);
    expect(await sideOf(access)).toEqual(PRESENT);
    // A token is good to the second, and for five more.
    pass(6 * SECOND);
    await say(ana, "Hello?");
    expect(await deaf.take("bye")).toEqual({ type: "bye", code: 4020 });
    expect(await sideOf(access)).not.toEqual(PRESENT);
  });

  test("whose frame was too large and whose network swallows the close: away", async () => {
    const { access } = await stillTalk();
    const only = await begin();
    const deaf = await connect(only, {}, { deaf: true });
    await deaf.take("welcome");
    deaf.send("x".repeat(65_537));
    await deaf.take("bye");
    expect(await sideOf(only)).toMatchObject({ since: Date.now() });
    expect(await sideOf(access)).toEqual(PRESENT);
  });
});
