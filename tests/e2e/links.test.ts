import { afterAll, beforeAll, expect, test } from "vitest";
import { randomId, visitor } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop, PORTAL_URL, SHOP_ORIGIN } from "../support/shop.ts";
import { onDuty, openChat, reconnect, say, untilDesk, untilEvent, untilState } from "../support/talk.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const tokenOf = (url: string) => url.split("#rejoin=")[1] ?? "";

/** A customer in talk with an agent who has sent them a link. */
async function linked(rules: Parameters<typeof openShop>[1] = {}) {
  const shop = await openShop(server, rules);
  const agent = await shop.agent("Ana");
  const desk = await onDuty(agent);
  const page = await openChat(shop);
  await untilState(page.socket, "active");
  const seat = await agent.connect(page.access.conversationId);
  await seat.take("welcome");
  await say(page.socket, "Hello");
  const sent = await say(seat, "Come back by {ReconnectUrl} any time");
  const shown = await page.socket.take((frame) => frame["entries"]?.[0]?.linkId !== undefined);
  const text = shown["entries"][0].text as string;
  const url = /https?:\S+/.exec(text)?.[0] ?? "";
  return {
    shop,
    agent,
    desk,
    page,
    seat,
    sent,
    url,
    token: tokenOf(url),
    linkId: shown["entries"][0].linkId as string,
  };
}

test("L01 a link opens the conversation in another browser, without questions; the agent sees it opened, and back at the first input", async () => {
  const { shop, page, seat, url, token } = await linked();
  expect(url.startsWith(`${PORTAL_URL}#rejoin=`)).toBe(true);
  page.socket.close(4300);
  await seat.take((frame) => frame["view"]?.phase.customer?.at === "away");

  const answer = await shop.browser().resume({ link: token });
  expect(answer).toMatchObject({
    answer: "resume",
    via: "link",
    access: { conversationId: page.access.conversationId },
  });
  const opened = await seat.take((frame) => frame["backstage"]?.links?.[0]?.openedAt > 0);
  expect(opened["view"]).toBeUndefined();

  const phone = await reconnect(shop, answer["access"], { quiet: 1 });
  expect(phone.welcome).toMatchObject({
    mode: "snapshot",
    view: { phase: { state: "active", customer: { at: "away" } } },
  });
  expect(phone.welcome["entries"].map((entry: { text?: string }) => entry.text).filter(Boolean)[0]).toBe("Hello");
  phone.socket.send({ type: "activity" });
  await seat.take((frame) => frame["view"]?.phase.customer?.at === "present");
});

test("L02 the link in the original browser: the same conversation; a tab that connects anew replaces itself and no other", async () => {
  const { shop, page, token } = await linked();
  const answer = await shop.browser().resume({ link: token, credential: page.access.credential });
  expect(answer).toMatchObject({
    answer: "resume",
    via: "link",
    drop: false,
    access: { conversationId: page.access.conversationId },
  });
  const tab = randomId();
  const first = await reconnect(shop, answer["access"], { tab });
  const second = await reconnect(shop, answer["access"], { tab });
  expect(await first.socket.closed).toBe(4005);
  expect(await say(second.socket, "still one")).toMatchObject({ type: "ack" });
  expect(await say(page.socket, "the first page is still here")).toMatchObject({ type: "ack" });
});

test("L04 L05 after the limit a link leads to the redirect URL or to nothing, and no credential is issued", async () => {
  for (const redirectUrl of ["https://shop.example/too-late", null]) {
    const { shop, page, token, seat } = await linked({ limitSeconds: 1, holdSeconds: 1, redirectUrl });
    page.socket.close(4300);
    await untilState(seat, "wrap-up");
    const answer = await shop.browser().resume({ link: token });
    expect(answer).toMatchObject({
      status: 200,
      answer: "ended",
      via: "link",
      redirectUrl,
      access: null,
      ended: { by: "limit", reason: "expired" },
    });
  }
});

test("L06 when somebody ended it, the link is as dead as after the limit", async () => {
  const { shop, seat, token } = await linked({ redirectUrl: "https://shop.example/late" });
  await seat.ask({ type: "end", id: randomId() });
  expect(await shop.browser().resume({ link: token })).toMatchObject({
    answer: "ended",
    redirectUrl: "https://shop.example/late",
    access: null,
  });
});

test("L07 unknown, malformed, truncated, revoked and foreign links get one and the same answer", async () => {
  const { shop, seat, token, linkId } = await linked();
  const other = await linked();
  await seat.ask({ type: "revoke-links", id: randomId(), linkId });
  const raw = async (link: string) => {
    const response = await fetch(`${server.url}/v1/widgets/${shop.widgetId}/resume`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: SHOP_ORIGIN },
      body: JSON.stringify({ link }),
    });
    const headers = [...response.headers].filter(([key]) => key !== "date").toSorted(([a], [b]) => a.localeCompare(b));
    return { status: response.status, headers, body: await response.text() };
  };
  const never = await raw(`${randomId()}.${randomId()}.${"A".repeat(43)}`);
  expect(JSON.parse(never.body)).toEqual({ answer: "none", drop: false });
  for (const link of ["x", token.slice(0, -1), `${token}A`, token, other.token]) expect(await raw(link)).toEqual(never);
});

test("L10 a revoked link is dead at once; sessions that it opened go on", async () => {
  const { shop, seat, token } = await linked();
  const phone = await reconnect(shop, (await shop.browser().resume({ link: token }))["access"]);
  expect(await seat.ask({ type: "revoke-links", id: randomId() })).toMatchObject({ type: "ack" });
  expect(await shop.browser().resume({ link: token })).toMatchObject({ answer: "none" });
  expect(await say(phone.socket, "still here")).toMatchObject({ type: "ack" });
});

test("L11 the URL is for the customer's own sockets alone; transcript, export and agents have the link's id", async () => {
  const { shop, page, seat, linkId, sent } = await linked();
  const heard = await seat.take((frame) =>
    frame["entries"]?.some((entry: { linkId?: string }) => entry.linkId === linkId),
  );
  expect(heard["entries"][0].text).toBe("Come back by {ReconnectUrl} any time");
  const stored = await shop.browser().entries(page.access);
  expect(stored["entries"].find((entry: { seq: number }) => entry.seq === sent["seq"])).toMatchObject({
    text: "Come back by {ReconnectUrl} any time",
    linkId,
  });
  await seat.ask({ type: "end", id: randomId() });
  expect(await say(seat, "{ReconnectUrl}")).toMatchObject({ type: "nack", code: "ended" });
});

test("L12 a dead link in a browser that holds a live chat: the live chat resumes", async () => {
  const dead = await linked();
  await dead.seat.ask({ type: "end", id: randomId() });
  const live = await openChat(dead.shop);
  const answer = await dead.shop.browser().resume({ link: dead.token, credential: live.access.credential });
  expect(answer).toMatchObject({
    answer: "resume",
    via: "credential",
    access: { conversationId: live.access.conversationId },
  });
});

test("C04 without a portal URL the slug is refused to the agent, and nothing is sent", async () => {
  const shop = await openShop(server, { portalUrl: null });
  const agent = await shop.agent("Ana");
  await onDuty(agent);
  const page = await openChat(shop);
  await untilState(page.socket, "active");
  const seat = await agent.connect(page.access.conversationId);
  const { head } = await seat.take("welcome");
  expect(await say(seat, "by {ReconnectUrl}")).toMatchObject({ type: "nack", code: "no-portal-url" });
  expect(await shop.browser().entries(page.access)).toMatchObject({ head });
});

test("C01 with reconnect off there is no link, and no prompt on another device", async () => {
  const shop = await openShop(server, { enabled: false });
  const identity = await shop.identity("sam");
  const page = await openChat(shop, { identity });
  expect(await page.socket.ask({ type: "make-link", id: randomId() })).toMatchObject({
    type: "nack",
    code: "reconnect-off",
  });
  expect(await shop.browser().resume({ identity })).toMatchObject({ answer: "none" });
  expect(await shop.browser().resume({ identity, credential: page.access.credential })).toMatchObject({
    answer: "resume",
  });
});

test("K12 after the end the transcript can be read with the old credential, and a new start has a new id", async () => {
  const { shop, page, seat } = await linked();
  await page.socket.ask({ type: "end", id: randomId() });
  await untilEvent(seat, "ended");
  const read = await reconnect(shop, page.access);
  expect(read.welcome["view"].phase).toMatchObject({ state: "wrap-up", ended: { by: "customer" } });
  expect(await say(read.socket, "too late")).toMatchObject({ type: "nack", code: "ended" });
  expect(await shop.browser().entries(page.access)).toMatchObject({ status: 200, more: false });
  expect((await shop.browser().begin()).conversationId).not.toBe(page.access.conversationId);
});

test("T03 a credential of a conversation that the server does not know is void", async () => {
  const shop = await openShop(server);
  expect(await shop.browser().resume({ credential: "no.such.thing" })).toMatchObject({ answer: "none", drop: true });
  expect(await visitor(server.url, shop.widgetId).connect({ credential: "no.such.thing" }).closed).toBe(4001);
});

test("K02 K03 dropped while active: the unit stays blocked, and back inside the hold it is the same agent and the same unit", async () => {
  const { shop, desk, page, seat } = await linked();
  page.socket.close(4300);
  await untilDesk(desk, (feed) => feed["me"].slots[0]?.reason === "held");
  const back = await reconnect(shop, page.access);
  expect(back.welcome["view"].phase).toMatchObject({
    state: "active",
    agent: { name: "Ana" },
    customer: { at: "present" },
  });
  const feed = await untilDesk(desk, (next) => next["me"].slots[0]?.reason === "active" && next["me"].used === 1);
  expect(feed["me"].slots).toHaveLength(1);
  await seat.take((frame) => frame["view"]?.phase.customer?.at === "present");
});

test("L10 a revoked link stays dead, whoever asks for one under its id", async () => {
  const { shop, page, seat, token, linkId } = await linked();
  await seat.ask({ type: "revoke-links", id: randomId(), linkId });
  expect(await page.socket.ask({ type: "make-link", id: linkId })).toMatchObject({ type: "nack", code: "gone" });
  expect(await seat.ask({ type: "make-link", id: linkId })).toMatchObject({ type: "nack", code: "gone" });
  expect(await shop.browser().resume({ link: token })).toMatchObject({ answer: "none" });
});

test("C04 links lead to where the portal is now; without one, also a customer's own link is refused", async () => {
  const { shop, page } = await linked();
  const first = await page.socket.ask({ type: "make-link", id: randomId() });
  await shop.saveWidget({ portalUrl: `${SHOP_ORIGIN}/support` });
  const moved = await page.socket.ask({ type: "make-link", id: randomId() });
  expect(moved["linkId"]).toBe(first["linkId"]);
  expect(moved["url"]).toContain(`${SHOP_ORIGIN}/support#rejoin=`);
  await shop.saveWidget({ portalUrl: null });
  expect(await page.socket.ask({ type: "make-link", id: randomId() })).toMatchObject({
    type: "nack",
    code: "no-portal-url",
  });
});

test("an agent who was locked out asks in vain, on a socket that was open already", async () => {
  const { shop, agent, seat } = await linked();
  await shop.owner.call("DELETE", `/v1/agents/${agent.agentId}/sessions`);
  const asked = seat.ask({ type: "make-link", id: randomId() }).catch(() => "no answer");
  expect([4006, 4007]).toContain(await seat.closed);
  expect(await asked).toBe("no answer");
});

test("a supervisor who looks in is nobody's voice: neither typing nor reading of theirs reaches the customer", async () => {
  const { shop, page, seat } = await linked();
  const watching = await shop.owner.connect(page.access.conversationId);
  const { head } = await watching.take("welcome");
  watching.send({ type: "typing", on: true });
  watching.send({ type: "seen", seq: head as number });
  expect(await say(watching, "hello")).toMatchObject({ type: "nack", code: "not-allowed" });
  await say(seat, "hello");
  await page.socket.take((frame) => frame["entries"]?.[0]?.text === "hello");
  expect(page.socket.frames.filter((frame) => frame.type === "typing" || frame.type === "seen")).toEqual([]);
});

test("whose role changed comes back with a fresh ticket; who was signed out is not listened to any more", async () => {
  const { shop, agent, desk, page, seat } = await linked();
  const { agents } = await shop.owner.call("GET", "/v1/settings");
  const { agentId: _, ...record } = agents.find((each: { agentId: string }) => each.agentId === agent.agentId);
  await shop.owner.call("PUT", `/v1/agents/${agent.agentId}`, { ...record, role: "supervisor" });
  seat.send({ type: "set-notes", id: randomId(), text: "x" });
  expect(await seat.closed).toBe(4201);
  const again = await agent.connect(page.access.conversationId);
  await again.take("welcome");
  expect(await again.ask({ type: "set-notes", id: randomId(), text: "x" })).toMatchObject({ type: "ack" });

  await shop.owner.call("DELETE", `/v1/agents/${agent.agentId}/sessions`);
  expect(await desk.closed).toBe(4007);
  await untilState(page.socket, "open");
  desk.send({ type: "take", id: randomId(), conversationId: page.access.conversationId });
  desk.send({ type: "presence", id: randomId(), presence: "available" });
  await say(page.socket, "anyone there?");
  const { welcome } = await reconnect(shop, page.access);
  expect(welcome["view"].phase.state).toBe("open");
});
