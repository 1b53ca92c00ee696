import { afterAll, beforeAll, expect, test } from "vitest";
import type { Frame } from "../support/frames.ts";
import { randomId } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, reconnect, untilDesk } from "../support/talk.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const ids = (answers: Frame[]) => new Set(answers.map((answer) => answer["access"]?.conversationId as string));

test("T05 two tabs start in the same instant: one conversation", async () => {
  const shop = await openShop(server);
  const startId = randomId();
  const answers = await Promise.all([1, 2, 3].map(() => shop.browser().start({ startId })));
  expect(ids(answers).size).toBe(1);
  expect(answers.filter((answer) => answer["joined"] === false)).toHaveLength(1);
});

test("T05 the reply to a start is lost and it is repeated: one conversation, also over a restart", async () => {
  const shop = await openShop(server);
  const startId = randomId();
  const first = await shop.browser().start({ startId });
  await server.restart();
  const second = await shop.browser().start({ startId });
  expect(second).toMatchObject({ joined: true, access: first["access"] });
});

test("T05 a verified customer on two devices in the same instant: one conversation", async () => {
  const shop = await openShop(server);
  const identity = await shop.identity("sam");
  const answers = await Promise.all([1, 2, 3, 4].map(() => shop.browser().start({ startId: randomId(), identity })));
  expect(ids(answers).size).toBe(1);
});

test("T05 start new, twice in the same instant: one ends, one begins", async () => {
  const shop = await openShop(server);
  const desk = await onDuty(await shop.agent("Ana", 5));
  const identity = await shop.identity("sam");
  const old = await shop.browser().begin({ identity });
  const startId = randomId();
  const answers = await Promise.all([1, 2].map(() => shop.browser().start({ startId, identity, startNew: true })));
  expect(ids(answers).size).toBe(1);
  expect(ids(answers).has(old.conversationId)).toBe(false);
  await reconnect(shop, answers[0]?.["access"]);
  await untilDesk(desk, (feed) => feed["me"].used === 1 && feed["queue"].count === 0);
});

test("a guest's start new ends what the old credential opens", async () => {
  const shop = await openShop(server);
  const old = await shop.browser().begin();
  const next = await shop.browser().begin({ replaces: old.credential });
  expect(next.conversationId).not.toBe(old.conversationId);
  expect(await shop.browser().resume({ credential: old.credential })).toMatchObject({
    answer: "ended",
    ended: { reason: "started-new" },
  });
});

test("T05 two devices start new in the same instant: one live conversation, and repeating either start ends nothing more", async () => {
  const shop = await openShop(server);
  const identity = await shop.identity("sam");
  await shop.browser().begin({ identity });
  const starts = [randomId(), randomId()].map((startId) => ({ startId, identity, startNew: true }));
  const first = await Promise.all(starts.map((body) => shop.browser().start(body)));
  const live = async () =>
    (await shop.browser().resume({ identity, continue: true }))["access"]?.conversationId as string;
  const settled = await live();
  expect(ids(first).has(settled)).toBe(true);
  const again = await Promise.all(starts.map((body) => shop.browser().start(body)));
  expect(again.map((answer) => answer["access"].conversationId)).toEqual(
    first.map((answer) => answer["access"].conversationId),
  );
  expect(await live()).toBe(settled);
});
