import { SignJWT, generateKeyPair } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, openChat, reconnect, say, untilDesk, untilEvent, untilState } from "../support/talk.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Sam, signed in, in talk with Ana. */
async function samWithAna(rules: Parameters<typeof openShop>[1] = {}) {
  const shop = await openShop(server, rules);
  const agent = await shop.agent("Ana");
  const desk = await onDuty(agent);
  const identity = await shop.identity("sam");
  const page = await openChat(shop, { identity });
  await untilState(page.socket, "active");
  const seat = await agent.connect(page.access.conversationId);
  await seat.take("welcome");
  await say(page.socket, "Hello");
  return { shop, agent, desk, identity, page, seat };
}

test("P01 nothing to resume: no prompt", async () => {
  const shop = await openShop(server);
  expect(await shop.browser().resume({ identity: await shop.identity("new") })).toEqual({
    answer: "none",
    drop: false,
    status: 200,
  });
});

test("P02 P03 on another device a prompt; continue leads to the same conversation and agent with its history", async () => {
  const { shop, page, identity, desk } = await samWithAna();
  page.socket.close(4300);
  await untilDesk(desk, (feed) => feed["me"].slots[0]?.reason === "held");
  const asked = await shop.browser().resume({ identity });
  expect(asked).toMatchObject({
    answer: "offer",
    offer: { agentName: "Ana", awaySince: expect.any(Number), holdUntil: expect.any(Number) },
  });
  // The prompt is no presence: the clocks run on.
  expect(desk.frames.at(-1)?.["me"].slots[0]).toMatchObject({ reason: "held" });
  const chosen = await shop.browser().resume({ identity, continue: true });
  expect(chosen).toMatchObject({
    answer: "resume",
    via: "identity",
    access: { conversationId: page.access.conversationId },
  });
  const phone = await reconnect(shop, chosen["access"]);
  expect(phone.welcome["view"].phase).toMatchObject({ state: "active", agent: { name: "Ana" } });
  expect(JSON.stringify(phone.welcome["entries"])).toContain("Hello");
});

test("P04 start new: another conversation; the old one ends for the agent with a reason, its unit free at once", async () => {
  const { shop, page, identity, seat, desk } = await samWithAna();
  page.socket.close(4300);
  await untilDesk(desk, (feed) => feed["me"].slots[0]?.reason === "held");
  const fresh = await shop.browser().begin({ identity, startNew: true });
  expect(fresh.conversationId).not.toBe(page.access.conversationId);
  const ended = await untilEvent(seat, "ended");
  expect(ended["entries"].at(-1).what).toMatchObject({ type: "ended", by: "customer", reason: "started-new" });
  await untilDesk(desk, (feed) => feed["me"].used === 0);
  const chat = await reconnect(shop, fresh);
  await untilState(chat.socket, "active");
});

test("P05 a prompt that is minimised starts nothing, and is there again when asked", async () => {
  const { shop, identity, page } = await samWithAna();
  const ask = () => shop.browser().resume({ identity });
  expect((await ask())["answer"]).toBe("offer");
  expect((await ask())["answer"]).toBe("offer");
  expect(await shop.browser().entries(page.access)).toMatchObject({ head: 3 });
});

test("P07 never continues directly; return is silent on a plain refresh; always asks on refresh too", async () => {
  const answers: Record<string, string[]> = {};
  for (const prompt of ["never", "return", "always"] as const) {
    const { shop, identity, page } = await samWithAna({ prompt });
    page.socket.close(4300);
    const refresh = await shop.browser().resume({ identity, credential: page.access.credential });
    const device = await shop.browser().resume({ identity });
    answers[prompt] = [refresh["answer"] as string, device["answer"] as string];
  }
  expect(answers).toEqual({ never: ["resume", "resume"], return: ["resume", "offer"], always: ["offer", "offer"] });
});

test("P08 user B on A's browser never sees nor is offered A's conversation", async () => {
  const { shop, page } = await samWithAna();
  const answer = await shop
    .browser()
    .resume({ identity: await shop.identity("bea"), credential: page.access.credential });
  expect(answer).toEqual({ answer: "none", drop: true, status: 200 });
  // Nobody signed in: an owned conversation always needs its identity. The page may yet give it, so nothing is cleared.
  expect(await shop.browser().resume({ credential: page.access.credential })).toEqual({
    answer: "none",
    drop: false,
    status: 200,
  });
});

test("P09 an identity that is expired, invalid, unsigned, by another key or for another audience starts and resumes nothing", async () => {
  const { shop, page } = await samWithAna();
  const { privateKey } = await generateKeyPair("ES256");
  const other = new SignJWT({})
    .setProtectedHeader({ alg: "ES256" })
    .setSubject("sam")
    .setAudience(shop.widgetId)
    .setExpirationTime("1h");
  const unsigned = [{ alg: "none" }, { sub: "sam", aud: shop.widgetId, exp: 9_999_999_999 }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const tokens = {
    expired: [await shop.identity("sam", { expiresIn: -60 }), "identity-expired"],
    garbage: ["not.a.token", "identity-invalid"],
    none: [`${unsigned.join(".")}.`, "identity-invalid"],
    wrongKey: [await shop.identity("sam", { key: "k".repeat(43) }), "identity-invalid"],
    wrongAlgorithm: [await other.sign(privateKey), "identity-invalid"],
    wrongAudience: [await shop.identity("sam", { audience: "another" }), "identity-invalid"],
  } as const;
  for (const [identity, reason] of Object.values(tokens)) {
    expect(await shop.browser().resume({ identity, credential: page.access.credential })).toMatchObject({
      answer: "refused",
      reason,
    });
    expect(await shop.browser().start({ identity })).toMatchObject({ answer: "refused", reason });
  }
});

test("P10 a token that expires in the middle: a fresh one is asked for, and what was being sent is sent", async () => {
  const shop = await openShop(server);
  const access = await shop.browser().begin({ identity: await shop.identity("sam", { expiresIn: -3 }) });
  const page = await reconnect(shop, access);
  expect(await say(page.socket, "in time")).toMatchObject({ type: "ack", seq: 2 });
  // The proof runs out two seconds from now, with the tolerance for the site's clock.
  const late = new Promise((resolve) => setTimeout(resolve, (access.identityUntil ?? 0) - Date.now() + 10));
  await late;
  const unsent = { type: "message", id: "a-message-that-is-sent-again", text: "too late for this token" };
  page.socket.send(unsent);
  expect(await page.socket.closed).toBe(4020);
  const again = await shop.browser().resume({ identity: await shop.identity("sam"), credential: access.credential });
  expect(again).toMatchObject({ answer: "resume", access: { conversationId: access.conversationId } });
  const back = await reconnect(shop, again["access"], { after: 2, epoch: page.welcome["epoch"] });
  expect(back.welcome["mode"]).toBe("resumed");
  expect(await back.socket.ask(unsent)).toMatchObject({ type: "ack", seq: 3 });
});

test("P11 a guest who signs in in the browser that started it owns the conversation, on other devices too", async () => {
  const shop = await openShop(server);
  const page = await openChat(shop);
  const identity = await shop.identity("sam", { name: "Sam Ortiz" });
  const claimed = await shop.browser().resume({ identity, credential: page.access.credential });
  expect(claimed).toMatchObject({
    answer: "resume",
    access: { conversationId: page.access.conversationId, identityUntil: expect.any(Number) },
  });
  expect(await page.socket.closed).toBe(4001);
  const mine = await reconnect(shop, claimed["access"]);
  expect(mine.welcome["view"].customer).toEqual({ name: "Sam Ortiz", verified: true });
  expect(await shop.browser().resume({ identity, continue: true })).toMatchObject({
    answer: "resume",
    via: "identity",
  });
  expect(
    await shop.browser().resume({ identity: await shop.identity("bea"), credential: claimed["access"].credential }),
  ).toMatchObject({ answer: "none", drop: true });
});

test("P11 someone else who opens a guest's link does not come to own it", async () => {
  const shop = await openShop(server);
  const page = await openChat(shop);
  const { url } = await page.socket.ask({ type: "make-link", id: "a-link-that-the-guest-takes" });
  const link = (url as string).split("#rejoin=")[1];
  const opened = await shop.browser().resume({ link, identity: await shop.identity("bea") });
  expect(opened).toMatchObject({ answer: "resume", via: "link", access: { identityUntil: null } });
  expect(await shop.browser().resume({ identity: await shop.identity("bea") })).toMatchObject({ answer: "none" });
  expect(await say(page.socket, "still mine")).toMatchObject({ type: "ack" });
});

test("P12 the limit passes while the prompt is on screen: continue leads to ended", async () => {
  const { shop, page, identity, seat } = await samWithAna({ limitSeconds: 1, holdSeconds: 1 });
  page.socket.close(4300);
  await seat.take((frame) => frame["view"]?.phase.customer?.at === "away");
  expect(await shop.browser().resume({ identity })).toMatchObject({ answer: "offer" });
  await untilState(seat, "wrap-up");
  const chosen = await shop.browser().resume({ identity, continue: true });
  expect(chosen).toMatchObject({ answer: "ended", ended: { by: "limit", reason: "expired" } });
  const read = await reconnect(shop, chosen["access"]);
  expect(read.welcome["view"].phase).toMatchObject({ state: "wrap-up" });
});

test("P11 two browsers of one person sign in with a guest's chat each: one is theirs, the other stays a guest's", async () => {
  const shop = await openShop(server);
  const identity = await shop.identity("sam");
  const pages = await Promise.all([openChat(shop), openChat(shop)]);
  const answers = await Promise.all(
    pages.map((page) => shop.browser().resume({ identity, credential: page.access.credential })),
  );
  const owned = answers.filter((answer) => answer["access"].identityUntil !== null);
  expect(owned).toHaveLength(1);
  expect(await shop.browser().resume({ identity, continue: true })).toMatchObject({
    access: { conversationId: owned[0]?.["access"].conversationId },
  });
});

test("P11 two people claim one guest's chat in the same instant: one has it, the other starts their own and ends nothing", async () => {
  const shop = await openShop(server);
  const page = await openChat(shop);
  const { credential, conversationId } = page.access;
  const people = await Promise.all(["ann", "bea"].map((sub) => shop.identity(sub)));
  const answers = await Promise.all(people.map((identity) => shop.browser().resume({ identity, credential })));
  const winner = answers.findIndex((answer) => answer["answer"] === "resume");
  expect(answers[1 - winner]).toMatchObject({ answer: "none" });
  const identity = people[1 - winner] ?? "";
  const own = await shop.browser().begin({ identity, startNew: true });
  expect(own.conversationId).not.toBe(conversationId);
  expect(await shop.browser().resume({ identity: people[winner] ?? "", continue: true })).toMatchObject({
    answer: "resume",
    access: { conversationId },
  });
});
