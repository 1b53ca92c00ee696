import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startFaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import { openRaw } from "../support/frames.ts";
import { randomId, visitor } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, untilState } from "../support/talk.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** A customer with a plain socket, in talk with an agent who watches. */
async function talk(by: { url: string } = server) {
  const shop = await openShop(server);
  const agent = await shop.agent("Ana");
  await onDuty(agent);
  const access = await shop.browser().begin();
  const page = visitor(by.url, shop.widgetId).connect(access);
  await untilState(page, "active");
  const seat = await agent.connect(access.conversationId);
  await seat.take("welcome");
  const untilAway = () => seat.take((frame) => frame["view"]?.phase.customer?.at === "away");
  return { shop, access, page, seat, untilAway };
}

describe("a close that the page begins is answered, so that its own close event comes", () => {
  test.each([
    ["a bare close()", undefined, 1000],
    ["close(1000)", 1000, 1000],
    ["close(4300), as pages that go away say", 4300, 4300],
    ["close(3000)", 3000, 3000],
  ])("%s", async (_name, code, answered) => {
    const { page, untilAway } = await talk();
    page.close(code);
    expect(await page.closed).toBe(answered);
    await untilAway();
  });

  test("of an agent's socket: the conversation goes on", async () => {
    const { page, seat } = await talk();
    seat.close();
    expect(await seat.closed).toBe(1000);
    expect(await page.ask({ type: "message", id: randomId(), text: "still here" })).toMatchObject({ type: "ack" });
  });
});

describe("a connection that breaks off without a close", () => {
  test.each(["rst", "fin"] as const)("N07 by %s: the page learns it, and the agent at once", async (how) => {
    const cable = await startFaultProxy(server.port);
    const { page, untilAway } = await talk(cable);
    cable.cut(how);
    expect(await page.closed).toBe(1006);
    await untilAway();
    await cable.close();
  });

  test("N07 the server is killed: the page learns it; on wake the customer is away, and back with the same conversation", async () => {
    const { shop, access, page } = await talk();
    await server.kill();
    expect(await page.closed).toBe(1006);
    await server.restart();
    const entries = await shop.browser().entries(access);
    expect(entries).toMatchObject({ status: 200, head: 2 });
    const again = shop.browser().connect(access, { after: 2, epoch: entries["epoch"] });
    expect(await again.take("welcome")).toMatchObject({
      mode: "resumed",
      entries: [],
      view: { phase: { state: "active", customer: { at: "present" } } },
    });
    again.close();
    await again.closed;
  });
});

test.each([
  ["malformed", "nothing", 4001],
  ["with another version", null, 4000],
])("a refused socket (%s) is closed with a code that says why, in every client", async (_name, secret, code) => {
  const url = `${server.url}/v1/conversation/socket?tab=${randomId()}`;
  const socket = secret === null ? openRaw(url, "", ["rejoin.v1"]) : openRaw(url, secret);
  expect(await socket.closed).toBe(code);
});
