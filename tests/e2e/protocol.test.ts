import { afterAll, beforeAll, expect, test } from "vitest";
import { randomId, visitor } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test("a stranger's client: start, connect, say, get it once", async () => {
  const customer = visitor(server.url);
  const access = await customer.begin();
  const socket = customer.connect(access);
  const welcome = await socket.take("welcome");
  expect(welcome).toMatchObject({ mode: "snapshot", head: 1, more: false, view: { phase: { state: "open" } } });
  const message = { type: "message", id: randomId(), text: "Hello" };
  expect(await socket.ask(message)).toMatchObject({ type: "ack", seq: 2 });
  expect(await socket.ask(message)).toMatchObject({ type: "ack", seq: 2 });
  socket.close();
  await socket.closed;
  const again = customer.connect(access, { after: 1, epoch: welcome["epoch"] });
  expect(await again.take("welcome")).toMatchObject({ mode: "resumed", entries: [{ seq: 2, text: "Hello" }] });
  again.close();
  await again.closed;
});
