import { afterAll, beforeAll, expect, test } from "vitest";
import type { Frame, RawSocket } from "../support/frames.ts";
import { randomId, signInOwner } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, openChat, reconnect, untilDesk, untilEvent, untilState } from "../support/talk.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

type Rules = Parameters<typeof openShop>[1];
const request = (socket: RawSocket, type: string, more: object = {}) => socket.ask({ type, id: randomId(), ...more });
const used = (units: number) => (feed: Frame) => feed["me"].used === units;
const side = (at: string) => (frame: Frame) => frame["view"]?.phase.customer?.at === at;

/** Ana with one unit, in talk with a customer. */
async function talk(rules: Rules = {}) {
  const shop = await openShop(server, rules);
  const agent = await shop.agent("Ana");
  const desk = await onDuty(agent);
  const page = await openChat(shop);
  await untilState(page.socket, "active");
  const seat = await agent.connect(page.access.conversationId);
  await seat.take("welcome");
  await untilDesk(desk, used(1));
  return { shop, agent, desk, page, seat };
}

test("K01 dropped while queued: the place is kept for who returns, and after the limit it is closed and never assigned", async () => {
  const shop = await openShop(server, { limitSeconds: 2, holdSeconds: 1 });
  const [first, second] = [await openChat(shop), await openChat(shop)];
  first.socket.close(4300);
  const back = await reconnect(shop, first.access);
  const gone = await openChat(shop);
  gone.socket.close(4300);
  await expect
    .poll(async () => (await shop.browser().resume({ credential: gone.access.credential }))["answer"], {
      timeout: 10_000,
    })
    .toBe("ended");
  const desk = await onDuty(await shop.agent("Ana"));
  await untilState(back.socket, "active");
  const feed = await untilDesk(desk, (next) => next["queue"].count === 1);
  expect(feed["queue"].first[0].conversationId).toBe(second.access.conversationId);
  expect((await reconnect(shop, gone.access)).welcome["view"].phase).toMatchObject({
    state: "closed",
    ended: { by: "limit" },
  });
});

test("K04 the hold is over: waiting, the unit free once, and the agent can be given another; who returns is first in the queue", async () => {
  const { shop, desk, page, seat } = await talk({ holdSeconds: 1 });
  page.socket.close(4300);
  await untilState(seat, "waiting");
  await untilDesk(desk, used(0));
  const other = await openChat(shop);
  await untilState(other.socket, "active");
  const third = await openChat(shop);
  const back = await reconnect(shop, page.access);
  expect(back.welcome["view"].phase).toMatchObject({ state: "open", previousAgent: { name: "Ana" } });
  const feed = await untilDesk(desk, (next) => next["queue"].count === 2);
  expect(feed["queue"].first.map((item: Frame) => item["conversationId"])).toEqual([
    page.access.conversationId,
    third.access.conversationId,
  ]);
  await request(other.socket, "end");
  expect((await untilState(back.socket, "active"))["view"].phase.agent.name).toBe("Ana");
});

test("K05 the limit is over: from active to wrap-up, once, with a line; hold equal to the limit: the limit decides", async () => {
  const { page, seat, desk } = await talk({ holdSeconds: 1, limitSeconds: 1 });
  page.socket.close(4300);
  const { view } = await untilState(seat, "wrap-up");
  expect(view.phase.ended).toMatchObject({ by: "limit", reason: "expired" });
  await untilDesk(desk, used(0));
  const lines = seat.frames
    .flatMap((frame) => (frame["entries"] ?? []) as Frame[])
    .flatMap((entry) => entry["what"]?.type ?? []);
  expect(lines.filter((type) => type === "ended")).toHaveLength(1);
  expect(lines).not.toContain("hold-over");
});

test("K05 from waiting the limit closes", async () => {
  const { page, seat } = await talk({ holdSeconds: 1, limitSeconds: 2 });
  page.socket.close(4300);
  await untilState(seat, "waiting");
  const { view } = await untilState(seat, "closed");
  expect(view.phase.ended).toMatchObject({ by: "limit", reason: "expired" });
});

test("K06 wrap-up none frees at once, seconds after them, always at close", async () => {
  for (const blocks of ["none", 2, "always"] as const) {
    const { shop, desk, seat, page } = await talk({ blocks, autoCloseSeconds: 60 });
    await request(page.socket, "end");
    await untilState(seat, "wrap-up");
    if (blocks !== "none") {
      const slot = (await untilDesk(desk, (feed) => feed["me"].slots[0]?.reason === "wrap-up"))["me"].slots[0];
      const { phase } = (await reconnect(shop, page.access)).welcome["view"];
      expect(slot.until).toBe(blocks === "always" ? phase.closesAt : phase.ended.at + 2_000);
    }
    if (blocks === "always") await request(seat, "close");
    await untilDesk(desk, used(0));
  }
});

test("K07 the agent ends during the hold: link and prompt stop at once, the unit as wrap-up says", async () => {
  const { shop, desk, page, seat } = await talk();
  page.socket.close(4300);
  await seat.take(side("away"));
  expect(await request(seat, "end")).toMatchObject({ type: "ack" });
  await untilDesk(desk, used(0));
  expect(await shop.browser().resume({ credential: page.access.credential })).toMatchObject({
    answer: "ended",
    ended: { by: "agent" },
  });
});

test("K08 the agent extends the hold up to the limit, not past it; gives it up: waiting at once", async () => {
  const { page, seat, desk } = await talk({ holdSeconds: 60, limitSeconds: 100 });
  page.socket.close(4300);
  const { view } = await seat.take(side("away"));
  const { holdUntil, resumableUntil } = view.phase.customer;
  expect(resumableUntil - holdUntil).toBe(40_000);
  const extend = { type: "extend-hold", id: randomId() };
  await seat.ask(extend);
  expect((await untilEvent(seat, "hold-extended"))["view"].phase.customer.holdUntil).toBe(resumableUntil);
  // The same request again changes nothing; another one is past the limit.
  expect(await seat.ask(extend)).toMatchObject({ type: "ack" });
  expect(await request(seat, "extend-hold")).toMatchObject({ type: "nack", code: "beyond-limit" });
  await request(seat, "give-up-hold");
  await untilState(seat, "waiting");
  await untilDesk(desk, used(0));
});

test("K09 the agent gives it back: open, offered to another; their own socket is closed", async () => {
  const { shop, page, seat, desk } = await talk();
  const ben = await shop.agent("Ben");
  await onDuty(ben);
  await request(seat, "give-back");
  expect(await seat.closed).toBe(4006);
  await untilDesk(desk, used(0));
  const joined = await page.socket.take((frame) => frame["view"]?.phase.agent?.name === "Ben");
  expect(joined["view"].phase.state).toBe("active");
});

test("a transfer goes to the agent who was named, and to nobody who does not exist", async () => {
  const { shop, page, seat } = await talk();
  await onDuty(await shop.agent("Ben"));
  const cleo = await shop.agent("Cleo");
  await onDuty(cleo);
  expect(await request(seat, "transfer", { to: { agentId: "nobody" } })).toMatchObject({
    type: "nack",
    code: "not-found",
  });
  expect(await request(seat, "transfer", { to: { agentId: cleo.agentId } })).toMatchObject({ type: "ack" });
  await page.socket.take((frame) => frame["view"]?.phase.agent?.name === "Cleo");
});

test("K10 active with its customer present is never closed by inactivity; wrap-up is, after its time", async () => {
  const { page, seat } = await talk({ limitSeconds: 1, holdSeconds: 1, autoCloseSeconds: 1 });
  // Twice the limit without a word.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await page.socket.ask({ type: "message", id: randomId(), text: "still here" })).toMatchObject({ type: "ack" });
  await request(page.socket, "end");
  await untilState(seat, "closed");
});

test("K11 the customer ends after coming back: ended on the agent's side too", async () => {
  const { shop, page, seat } = await talk();
  page.socket.close(4300);
  await seat.take(side("away"));
  const back = await reconnect(shop, page.access);
  await request(back.socket, "end");
  expect((await untilState(seat, "wrap-up"))["view"].phase.ended.by).toBe("customer");
});

test("K13 two customers return in the same instant for one free unit: one gets it, the other is first in the queue", async () => {
  const shop = await openShop(server, { holdSeconds: 0 });
  const ana = await shop.agent("Ana", 2);
  const desk = await onDuty(ana);
  const pages = [await openChat(shop), await openChat(shop)];
  await Promise.all(pages.map((page) => untilState(page.socket, "active")));
  for (const page of pages) page.socket.close(4300);
  await untilDesk(desk, used(0));
  await openChat(shop).then((page) => untilState(page.socket, "active"));
  const back = await Promise.all(pages.map((page) => reconnect(shop, page.access)));
  const feed = await untilDesk(desk, (next) => next["me"].used === 2 && next["queue"].count === 1);
  expect(pages.map((page) => page.access.conversationId)).toContain(feed["queue"].first[0].conversationId);
  expect(Math.max(...desk.frames.flatMap((frame) => (frame.type === "desk" ? [frame["me"].used as number] : [])))).toBe(
    2,
  );
  expect(back).toHaveLength(2);
});

test("K14 the limit passes while the process is down: it takes effect on wake, with the time at which it was due", async () => {
  const own = await startServer();
  const owner = await signInOwner(own.url, own.setupSecret);
  const shop = await openShop(own, { limitSeconds: 3, holdSeconds: 2 }, owner);
  const agent = await shop.agent("Ana");
  const desk = await onDuty(agent);
  const page = await openChat(shop);
  await untilState(page.socket, "active");
  const seat = await agent.connect(page.access.conversationId);
  await seat.take("welcome");
  page.socket.close(4300);
  const { view } = await seat.take(side("away"));
  const { holdUntil, resumableUntil } = view.phase.customer;
  await own.kill();
  await new Promise((resolve) => setTimeout(resolve, resumableUntil - Date.now() + 1_000));
  await own.restart();
  const { entries } = await shop.browser().entries(page.access);
  expect(entries.slice(-2)).toMatchObject([
    { at: holdUntil, what: { type: "hold-over" } },
    { at: resumableUntil, what: { type: "ended", by: "limit" } },
  ]);
  const again = await agent.desk();
  await untilDesk(again, used(0));
  expect(await desk.closed).toBe(1006);
  await own.stop();
});

test("K15 the customer drops while the offer is out: withdrawn, and a late accept is gone; not taken in time: the next agent, the first is away", async () => {
  const shop = await openShop(server, { offer: { mode: "by-hand", seconds: 1 } });
  const desk = await onDuty(await shop.agent("Ana"));
  const page = await openChat(shop);
  const offered = await untilDesk(desk, (feed) => feed["offers"].length === 1);
  expect(offered["me"]).toMatchObject({ used: 1, slots: [{ reason: "offered" }] });
  const { offerId } = offered["offers"][0];
  page.socket.close(4300);
  await untilDesk(desk, used(0));
  expect(await request(desk, "accept", { offerId })).toMatchObject({ type: "nack", code: "gone" });

  const back = await reconnect(shop, page.access);
  await untilDesk(desk, (feed) => feed["offers"].length === 1);
  await untilDesk(desk, (feed) => feed["me"].presence === "away" && feed["me"].used === 0);
  const ben = await onDuty(await shop.agent("Ben"));
  const next = await untilDesk(ben, (feed) => feed["offers"].length === 1);
  expect(await request(ben, "accept", { offerId: next["offers"][0].offerId })).toMatchObject({ type: "ack" });
  expect((await untilState(back.socket, "active"))["view"].phase.agent.name).toBe("Ben");
});

test("K16 the agent goes offline: with the customer present to the front of the queue, with the customer away waiting; units free", async () => {
  const { page, desk, shop } = await talk();
  await request(desk, "presence", { presence: "offline" });
  expect((await untilState(page.socket, "open"))["view"].phase).toMatchObject({
    customer: { at: "present" },
    previousAgent: { name: "Ana" },
  });
  await request(desk, "presence", { presence: "available" });
  await untilState(page.socket, "active");
  page.socket.close(4300);
  await untilDesk(desk, (feed) => feed["me"].slots[0]?.reason === "held");
  await request(desk, "presence", { presence: "offline" });
  const feed = await untilDesk(desk, (next) => next["me"].used === 0 && next["mine"][0]?.state === "waiting");
  expect(feed["me"].presence).toBe("offline");
  expect((await reconnect(shop, page.access)).welcome["view"].phase.state).toBe("open");
});

test("the agent's own connection drops: the customer is told, and told when it is back", async () => {
  const { agent, desk, page } = await talk();
  desk.close();
  const told = await page.socket.take((frame) => frame["view"]?.phase.agentConnected === false);
  expect(told["view"].phase).toMatchObject({ state: "active", agent: { name: "Ana" } });
  await agent.desk();
  const again = await page.socket.take((frame) => frame["view"]?.phase.agentConnected === true);
  expect(again["entries"]).toEqual([]);
});

test("C06 a conversation keeps the limit with which it started; new ones get the new value", async () => {
  const { shop, page, seat } = await talk({ limitSeconds: 600, holdSeconds: 60 });
  await shop.saveWorkstream({ limitSeconds: 900 });
  page.socket.close(4300);
  const { view } = await seat.take(side("away"));
  expect(view.phase.customer.resumableUntil - view.phase.customer.since).toBeLessThan(610_000);
  // The settings are read through a cache of a few seconds; whoever saved sees the change at once.
  const identity = await shop.identity("late");
  const later = await openChat(shop, { identity });
  later.socket.close(4300);
  const offered = async () => (await shop.browser().resume({ identity }))["offer"];
  await expect.poll(async () => (await offered())?.awaySince).not.toBe(null);
  const { awaySince, resumableUntil } = await offered();
  expect(resumableUntil - awaySince).toBeGreaterThanOrEqual(900_000);
});
