import { evictDurableObject, reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { decode } from "#protocol/decode.ts";
import { DeskFeed } from "#protocol/desk-frames.ts";
import { organisationOf } from "../../worker/middleware/organisation.ts";
import { ana, owner } from "./console-browser.ts";
import type { ConsoleBrowser } from "./console-browser.ts";

const sockets: WebSocket[] = [];

beforeEach(() => reset());
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

/** The first desk feed on this console's socket that shows what is waited for. */
async function feed(
  browser: ConsoleBrowser,
  shows: (feed: DeskFeed) => boolean,
): Promise<{ socket: WebSocket; feed: DeskFeed }> {
  const socket = await browser.socket(`/v1/desk/socket?tab=${crypto.randomUUID().replaceAll("-", "")}`);
  sockets.push(socket);
  return new Promise((found) => {
    socket.addEventListener("message", ({ data }) => {
      const frame = decode(DeskFeed, String(data));
      if (frame.ok && shows(frame.value)) found({ socket, feed: frame.value });
    });
  });
}

const outboxSize = () =>
  runInDurableObject(
    organisationOf(env),
    (_organisation, { storage }) => storage.sql.exec<{ n: number }>("SELECT count(*) AS n FROM outbox").one().n,
  );

const rostersTold = () =>
  runInDurableObject(
    organisationOf(env),
    (_organisation, { storage }) => storage.sql.exec<{ rev: number }>("SELECT rev FROM roster").one().rev,
  );

test("the desk learns who works here, and what changes about it", async () => {
  const olga = await owner();
  const { feed: first } = await feed(
    olga,
    ({ me, colleagues }) => me.name === "Olga" && colleagues.some(({ id }) => id === "ana"),
  );
  expect(first.me).toMatchObject({ id: "owner", role: "supervisor", capacity: 3 });
  await olga.ask("/v1/agents/ana", {
    method: "PUT",
    body: { name: "Ana B.", role: "agent", capacity: 7, workstreamIds: ["general"] },
  });
  const { feed: next } = await feed(await ana(), ({ me }) => me.name === "Ana B.");
  expect(next.me.capacity).toBe(7);
});

test("what the desk has confirmed is not told again; an eviction in between loses nothing", async () => {
  const organisation = organisationOf(env);
  await organisation.addWorkstream("Sales");
  await evictDurableObject(organisation);
  await runDurableObjectAlarm(organisation);
  expect(await outboxSize()).toBe(0);
  const told = await rostersTold();
  await runDurableObjectAlarm(organisation);
  expect(await rostersTold()).toBe(told);
});

test("whoever is signed out loses their console's socket, the other browser keeps it", async () => {
  const [here, there] = [await ana(), await ana()];
  const [mine, other] = [await feed(here, () => true), await feed(there, () => true)];
  const closed = new Promise((done) => mine.socket.addEventListener("close", ({ code }) => done(code)));
  await here.ask("/v1/sessions", { method: "DELETE" });
  expect(await closed).toBe(4007);
  const pong = new Promise((done) =>
    other.socket.addEventListener("message", ({ data }) => data === "pong" && done(data)),
  );
  other.socket.send("ping");
  expect(await pong).toBe("pong");
});

test("a restart keeps everything, and seeds nothing twice", async () => {
  const organisation = organisationOf(env);
  await organisation.saveQuickReplies([]);
  const before = await organisation.readSettings();
  await evictDurableObject(organisation);
  expect(await organisation.readSettings()).toEqual(before);
});
