import { expect, test } from "vitest";
import { createDesk } from "../../../widget/client/agent.ts";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";
import type { World } from "./support/world.ts";

const open = (world: World) =>
  createConversation({
    role: "customer",
    ports: world.tab().ports,
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise: async () => ({ key: "credential" }),
    read: readServerFrame,
  });
const GONE = { ok: false, code: "gone" };

test("a request that nobody can answer is answered at once", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  expect(await page.request({ type: "make-link" })).toEqual(GONE);
  page.dispatch({ type: "connect" });
  expect(await page.request({ type: "make-link" })).toEqual(GONE);
  page.attach("c1", false);
  world.refuse(4001);
  await world.clock.advance(1_000);
  expect(page.snapshot().status).toEqual({ is: "refused", code: 4001 });
  expect(await page.request({ type: "make-link" })).toEqual(GONE);
  page.dispatch({ type: "disconnect" });
  expect(await page.request({ type: "make-link" })).toEqual(GONE);
});

test.each(["attach", "detach"] as const)("what is asked of a conversation ends with it: %s", async (how) => {
  for (const hold of [false, true]) {
    const world = createWorld(() => 0.5);
    world.network("down");
    const page = open(world);
    page.attach("c1", false);
    await world.clock.advance(1_000);
    const answer = page.request({ type: "make-link" });
    if (hold) page.dispatch({ type: "suspend", held: true });
    if (how === "attach") page.attach("c2", false);
    else page.dispatch({ type: "detach" });
    expect(await answer).toEqual(GONE);
  }
});

test("N01 a desk whose line leads nowhere tries again by itself", async () => {
  const world = createWorld(() => 0.5);
  world.network("black-hole");
  createDesk({
    baseUrl: "http://server",
    ports: world.tab().ports,
    ticket: async () => ({ ok: true, value: "ticket" }),
  });
  await world.clock.advance(60_000);
  expect(world.attempts()).toBeGreaterThan(2);
});

test("a desk that has no line any more answers at once", async () => {
  const world = createWorld(() => 0.5);
  world.refuse(4007);
  const desk = createDesk({
    baseUrl: "http://server",
    ports: world.tab().ports,
    ticket: async () => ({ ok: true, value: "ticket" }),
  });
  const early = desk.setPresence("available");
  await world.clock.advance(1_000);
  expect(await early).toEqual(GONE);
  expect(await desk.setPresence("available")).toEqual(GONE);
});
