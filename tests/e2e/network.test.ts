import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import { startFaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import type { Frame } from "../support/answers.ts";
import { agentIn, customerBy, deskOf, happenings, isGapless, sayAs, until, words } from "../support/people.ts";
import { randomId } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, openChat, reconnect, untilState } from "../support/talk.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** A customer behind a cable of their own, in talk with Ana, both with our client. */
async function talk(rules: Parameters<typeof openShop>[1] = {}) {
  const shop = await openShop(server, rules);
  const agent = await shop.agent("Ana");
  const desk = deskOf(server.url, agent);
  await until(desk, ({ feed }) => feed !== null);
  await desk.setPresence("available");
  const cable = await startFaultProxy(server.port);
  const { chat, ports } = customerBy(cable.url, shop);
  await chat.start({ name: "Sam" });
  const { view } = await until(chat, (snapshot) => snapshot.view?.phase.state === "active");
  const seat = agentIn(server.url, agent, view?.conversationId ?? "");
  await until(seat, ({ status }) => status.is === "connected");
  const leave = async () => {
    for (const part of [chat, seat, desk]) part.dispose();
    await cable.close();
  };
  return { shop, agent, desk, cable, chat, ports, seat, leave };
}

const unplug = (cable: FaultProxy) => {
  cable.set("refuse");
  cable.cut("rst");
};

test("N01 N06 cable out and in: still active; what each side said meanwhile is at both once, in order, and shown as waiting until then", async () => {
  const { cable, chat, seat, leave } = await talk();
  await sayAs(chat, "before");
  unplug(cable);
  await until(chat, ({ status }) => status.is === "reconnecting" || status.is === "unreachable");
  await until(seat, ({ view }) => view?.phase.state === "active" && view.phase.customer.at === "away");
  for (const text of ["a1", "a2", "a3"]) await sayAs(seat, text);
  const mine = [sayAs(chat, "c1"), sayAs(chat, "c2")];
  expect(
    chat
      .snapshot()
      .lines.slice(-2)
      .map((line) => line.kind === "message" && line.delivery.is),
  ).toEqual(["waiting", "waiting"]);
  cable.set({ mode: "pass" });
  await Promise.all(mine);
  const said = ["before", "a1", "a2", "a3", "c1", "c2"];
  const both = await Promise.all(
    [chat, seat].map((side) =>
      until(side, ({ lines }) => words(lines).length === said.length && lines.every((line) => line.seq !== null)),
    ),
  );
  for (const { lines, view } of both) {
    expect(words(lines)).toEqual(said);
    expect(isGapless(lines)).toBe(true);
    expect(view?.phase).toMatchObject({ state: "active", customer: { at: "present" } });
  }
  await leave();
});

test("N02 the browser says online but the service cannot be reached: never shown as connected", async () => {
  const { cable, chat, leave } = await talk();
  const shown: string[] = [];
  unplug(cable);
  await until(chat, ({ status }) => status.is !== "connected");
  const undo = chat.subscribe(() => shown.push(chat.snapshot().status.is));
  chat.reconnect();
  await until(chat, ({ status }) => status.is === "unreachable");
  undo();
  expect(shown).not.toContain("connected");
  await leave();
});

test("N03 the limit passes while offline: the dead chat says why, what was waiting becomes the draft, and a new chat starts clean", async () => {
  const { cable, chat, seat, leave } = await talk({ limitSeconds: 2, holdSeconds: 1 });
  unplug(cable);
  await until(chat, ({ status }) => status.is !== "connected");
  chat.send("said too late");
  await until(seat, ({ view }) => view?.phase.state === "wrap-up" || view?.phase.state === "closed");
  cable.set({ mode: "pass" });
  chat.reconnect();
  const over = await until(chat, ({ view }) => view?.phase.state === "wrap-up" || view?.phase.state === "closed");
  expect(over.view?.phase).toMatchObject({ ended: { by: "limit", reason: "expired" } });
  expect((await until(chat, ({ draft }) => draft !== "")).draft).toBe("said too late");
  await chat.startNew();
  const fresh = await until(chat, ({ view, lines }) => view?.phase.state === "active" && lines.length > 0);
  expect(fresh.view?.conversationId).not.toBe(over.view?.conversationId);
  expect(words(fresh.lines)).toEqual([]);
  await leave();
});

test("L08 the service fails while the link is looked up: no conversation; retry is offered, and works", async () => {
  const { shop, cable, chat, leave } = await talk();
  const link = await chat.makeLink();
  const token = link.ok && link.url !== undefined ? link.url.split("#rejoin=")[1] : undefined;
  unplug(cable);
  const { chat: phone } = customerBy(cable.url, shop, { link: token ?? "" });
  await phone.lookUp();
  expect(phone.snapshot().entrance).toMatchObject({ at: "unreachable" });
  await phone.start();
  expect(phone.snapshot().entrance).toMatchObject({ at: "unreachable" });
  cable.set({ mode: "pass" });
  await phone.retry();
  const opened = await until(phone, ({ view }) => view !== null);
  expect(opened.view?.conversationId).toBe(
    (await until(chat, ({ status }) => status.is === "connected")).view?.conversationId,
  );
  phone.dispose();
  await leave();
});

test("N09 the connection flaps many times: one live socket, and the agent sees one mark, not fifty lines", async () => {
  const { cable, chat, seat, leave } = await talk({ holdSeconds: 2 });
  const flaps = 50;
  const before = cable.accepted;
  for (let flap = 0; flap < flaps; flap += 1) {
    cable.cut("rst");
    await until(chat, ({ status }) => status.is !== "connected");
    chat.reconnect();
    await until(chat, ({ status }) => status.is === "connected");
  }
  const calm = await until(
    seat,
    ({ view, backstage }) =>
      view?.phase.state === "active" && view.phase.customer.at === "present" && backstage?.unstableUntil !== null,
  );
  expect(happenings(calm.lines)).toEqual(["started", "joined"]);
  await expect.poll(() => cable.open).toBe(1);
  // One attempt for each loss and one for each time that somebody asked for it, at most.
  expect(cable.accepted - before).toBeLessThanOrEqual(2 * flaps);
  // And where nothing answers for the two seconds of this hold, a handful, in growing waits, instead of a storm.
  unplug(cable);
  const left = cable.accepted;
  await until(seat, ({ view }) => view?.phase.state === "waiting");
  expect(cable.accepted - left).toBeLessThanOrEqual(20);
  await leave();
});

test("N05 browsing from page to page leaves no lines and no second session", async () => {
  const { cable, chat, ports, shop, seat, leave } = await talk();
  let page = chat;
  for (let n = 0; n < 3; n += 1) {
    page.dispose();
    await until(seat, ({ view }) => view?.phase.state === "active" && view.phase.customer.at === "away");
    page = customerBy(cable.url, shop, { ports }).chat;
    await page.lookUp();
    await until(page, ({ status }) => status.is === "connected");
    await until(seat, ({ view }) => view?.phase.state === "active" && view.phase.customer.at === "present");
  }
  expect(happenings(page.snapshot().lines)).toEqual(["started", "joined"]);
  page.dispose();
  await leave();
});

describe.concurrent("N07 half-open", () => {
  test("N07 packets vanish: the client notices within 20 s and recovers; nothing is lost", async ({ expect }) => {
    const { cable, chat, seat, leave } = await talk();
    cable.strand();
    const before = Date.now();
    await until(chat, ({ status }) => status.is !== "connected");
    // An invariant of the product, not a speed: a silent connection is known to be dead within 20 s. The machine's own deadline decides, not this clock.
    expect(Date.now() - before).toBeLessThan(20_000);
    await until(chat, ({ status }) => status.is === "connected");
    await sayAs(seat, "still there?");
    await until(chat, ({ lines }) => words(lines).includes("still there?"));
    await leave();
  });

  test("N07 a customer who vanishes is away within 30 s, also when the object hibernates meanwhile", async ({
    expect,
  }) => {
    const shop = await openShop(server);
    const agent = await shop.agent("Ana");
    const desk = deskOf(server.url, agent);
    await until(desk, ({ feed }) => feed !== null);
    await desk.setPresence("available");
    const page = await openChat(shop);
    await untilState(page.socket, "active");
    const seat = agentIn(server.url, agent, page.access.conversationId);
    // The customer's page says nothing more, its pings included; the agent's are answered without waking the object, which sleeps after 10 s.
    const { view } = await until(
      seat,
      (snapshot) => snapshot.view?.phase.state === "active" && snapshot.view.phase.customer.at === "away",
    );
    const side = view?.phase.state === "active" ? view.phase.customer : null;
    expect(side).toMatchObject({ at: "away" });
    const noticed = side?.at === "away" ? (side.holdUntil ?? 0) - 300_000 - side.since : Number.NaN;
    expect(noticed).toBeGreaterThanOrEqual(30_000);
    expect(noticed).toBeLessThan(35_000);
    expect(await page.socket.closed).toBe(4200);
    seat.dispose();
    desk.dispose();
  });

  test("N07 a customer who was present when the process was killed is away after its restart, without anyone asking", async ({
    expect,
  }) => {
    const own = await startServer();
    const shop = await openShop(own);
    const agent = await shop.agent("Ana");
    const desk = await onDuty(agent);
    const page = await openChat(shop);
    await untilState(page.socket, "active");
    await own.restart();
    expect(await Promise.race([desk.closed, page.socket.closed])).toBe(1006);
    const again = await agent.desk();
    await again.take((frame) => frame.type === "desk" && frame["me"].slots[0]?.reason === "held");
    await own.stop();
  });
});

test("N08 the server is killed in the middle of traffic: what was acknowledged stands once, in order, and the talk goes on", async () => {
  const own = await startServer();
  const shop = await openShop(own);
  const agent = await shop.agent("Ana");
  const desk = deskOf(own.url, agent);
  await until(desk, ({ feed }) => feed !== null);
  await desk.setPresence("available");
  const { chat } = customerBy(own.url, shop);
  await chat.start();
  const { view } = await until(chat, (snapshot) => snapshot.view?.phase.state === "active");
  const seat = agentIn(own.url, agent, view?.conversationId ?? "");
  await until(seat, ({ status }) => status.is === "connected");

  const sent: Promise<unknown>[] = [];
  const expected = { c: [] as string[], a: [] as string[] };
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 20; n += 1) {
      const [c, a] = [`c${round}.${n}`, `a${round}.${n}`];
      expected.c.push(c);
      expected.a.push(a);
      sent.push(sayAs(chat, c), sayAs(seat, a));
    }
    await own.restart();
    chat.reconnect();
    seat.reconnect();
    desk.reconnect();
  }
  await Promise.all(sent);
  const total = expected.c.length + expected.a.length;
  const both = await Promise.all(
    [chat, seat].map((side) =>
      until(side, ({ lines }) => words(lines).length === total && lines.every((line) => line.seq !== null)),
    ),
  );
  for (const { lines } of both) {
    expect(isGapless(lines)).toBe(true);
    expect(words(lines).filter((text) => text.startsWith("c"))).toEqual(expected.c);
    expect(words(lines).filter((text) => text.startsWith("a"))).toEqual(expected.a);
  }
  expect(both[0]?.lines.map(({ key }) => key)).toEqual(both[1]?.lines.map(({ key }) => key));
  expect(desk.snapshot().feed?.me.used).toBeLessThanOrEqual(1);
  for (const part of [chat, seat, desk]) part.dispose();
  await own.stop();
});

test("N10 more missed than one reply holds comes in pages, all there, in order", async () => {
  const shop = await openShop(server);
  const page = await openChat(shop);
  for (let n = 0; n < 450; n += 1) page.socket.send({ type: "message", id: randomId(), text: `m${n}` });
  await page.socket.take((frame) => (frame["entries"] as Frame[] | undefined)?.at(-1)?.["seq"] === 451);
  const back = await reconnect(shop, page.access, { after: 1, epoch: page.welcome["epoch"] as string });
  expect(back.welcome).toMatchObject({ mode: "resumed", more: true });
  const texts = (back.welcome["entries"] as { text: string }[]).map((entry) => entry.text);
  for (let more = true; more;) {
    back.socket.send({ type: "more", after: texts.length + 1 });
    const next = await back.socket.take("page");
    texts.push(...(next["entries"] as { text: string }[]).map((entry) => entry.text));
    more = next["more"] as boolean;
  }
  expect(texts).toEqual(Array.from({ length: 450 }, (_, n) => `m${n}`));
});
