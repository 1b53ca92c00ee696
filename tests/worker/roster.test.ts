import { evictDurableObject, reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { decode } from "#protocol/decode.ts";
import { DeskFeed } from "#protocol/desk-frames.ts";
import { DESK_NAME } from "../../worker/env.ts";
import { Desk } from "../../worker/index.ts";
import { organisationOf } from "../../worker/middleware/organisation.ts";
import { ana, owner } from "./console-browser.ts";
import type { ConsoleBrowser } from "./console-browser.ts";
import { goOn, pass, stopClock } from "./support/clock.ts";

const OLGA = { id: "owner", name: "Olga" };
const sockets: WebSocket[] = [];

beforeEach(() => reset());
afterEach(() => {
  vi.restoreAllMocks();
  goOn();
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
    ({ me, colleagues }) => me.name === "Olga" && (colleagues ?? []).some(({ id }) => id === "ana"),
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
  await organisation.change(OLGA, { do: "add-workstream", id: "sales", value: { name: "Sales" } });
  await evictDurableObject(organisation);
  await runDurableObjectAlarm(organisation);
  await vi.waitFor(async () => expect(await outboxSize()).toBe(0));
  const told = await rostersTold();
  await runDurableObjectAlarm(organisation);
  expect(await rostersTold()).toBe(told);
});

const alarmAt = () => runInDurableObject(organisationOf(env), (_organisation, { storage }) => storage.getAlarm());

test("an alarm that finds nothing due yet is set anew: whoever is locked out is told of in the end", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const organisation = organisationOf(env);
  await organisation.readSettings();
  await vi.waitFor(async () => expect(await outboxSize()).toBe(0));
  await runDurableObjectAlarm(organisation);
  stopClock();
  const start = Date.now();
  await organisation.change(OLGA, { do: "add-workstream", id: "sales", value: { name: "Sales" } });
  await vi.waitFor(async () => expect(await outboxSize()).toBe(0));
  expect(await alarmAt()).toBe(start + 30_000);
  vi.setSystemTime(start + 29_700);
  const signedOut = vi.spyOn(Desk.prototype, "signedOut").mockRejectedValueOnce(new Error("not now"));
  await organisation.lockOut(OLGA, "ana");
  await vi.waitFor(() => expect(signedOut).toHaveBeenCalledTimes(1));
  vi.setSystemTime(start + 30_000);
  await runDurableObjectAlarm(organisation);
  expect(await alarmAt()).not.toBeNull();
  pass(60_000);
  await runDurableObjectAlarm(organisation);
  await vi.waitFor(async () => expect(await outboxSize()).toBe(0));
  expect(signedOut).toHaveBeenCalledTimes(2);
});

test("a desk that hangs does not hold the organisation's alarm up, nor make it spin", async () => {
  stopClock();
  let release: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => (release = resolve));
  vi.spyOn(Desk.prototype, "signedOut").mockReturnValue(hanging);
  const organisation = organisationOf(env);
  await organisation.lockOut(OLGA, "ana");
  pass(31_000);
  await runDurableObjectAlarm(organisation);
  expect(await alarmAt()).toBe(Date.now() + 5_000);
  release();
  await vi.waitFor(async () => expect(await outboxSize()).toBe(0));
});

test("what is owed although no alarm is set is told after the next wake", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const organisation = organisationOf(env);
  vi.spyOn(Desk.prototype, "signedOut").mockRejectedValueOnce(new Error("not now"));
  await organisation.lockOut(OLGA, "ana");
  await vi.waitFor(async () => expect(await outboxSize()).toBe(1));
  await runInDurableObject(organisation, (_organisation, { storage }) => storage.deleteAlarm());
  await evictDurableObject(organisation);
  await organisation.readSettings();
  expect(await alarmAt()).not.toBeNull();
});

test("whoever signs out a moment after their console closed is offline at once, without grace", async () => {
  const browser = await ana();
  const { socket } = await feed(browser, () => true);
  const closed = new Promise((done) => socket.addEventListener("close", done));
  socket.send(JSON.stringify({ type: "presence", id: "p".repeat(22), presence: "available" }));
  await feed(browser, ({ me }) => me.presence === "available");
  for (const open of sockets.splice(0)) open.close(1000);
  await closed;
  const connection = () =>
    runInDurableObject(env.DESK.getByName(DESK_NAME), (_desk, { storage }) => {
      const { body } = storage.sql.exec<{ body: string }>("SELECT body FROM agents WHERE id = 'ana'").one();
      return (JSON.parse(body) as { connection: { at: string } }).connection.at;
    });
  await vi.waitFor(async () => expect(await connection()).toBe("dropped"));
  await browser.ask("/v1/sessions", { method: "DELETE" });
  await vi.waitFor(async () => expect(await connection()).toBe("absent"));
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
  await organisation.change(OLGA, { do: "save-quick-replies", value: { quickReplies: [] }, rev: null });
  const before = await organisation.readSettings();
  await evictDurableObject(organisation);
  expect(await organisation.readSettings()).toEqual(before);
});
