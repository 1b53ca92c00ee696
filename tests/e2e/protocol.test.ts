import { afterAll, beforeAll, expect, test } from "vitest";
import { openRaw } from "../support/frames.ts";
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

test("what is not there, or not so, is answered from the closed list, with nothing internal", async () => {
  const ask = async (method: string, path: string, body?: string) => {
    const response = await fetch(server.url + path, { method, ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }) });
    const { code, ...rest } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, code, keys: Object.keys(rest).sort().join() };
  };
  const plain = "id,status,title,type";
  expect(await ask("GET", "/v1/nothing")).toEqual({ status: 404, code: "not-found", keys: plain });
  expect(await ask("GET", "/v1/widgets/unknown")).toEqual({ status: 404, code: "not-found", keys: plain });
  expect(await ask("DELETE", "/v1/widgets/demo/resume")).toMatchObject({ code: "method-not-allowed", status: 405 });
  expect(await ask("POST", "/v1/widgets/demo/resume", "{")).toMatchObject({ code: "bad-request", status: 400 });
  expect(await ask("POST", "/v1/widgets/demo/conversations", JSON.stringify({ startId: "short" }))).toMatchObject({ code: "bad-request" });
  expect(await ask("POST", "/v1/widgets/demo/resume", JSON.stringify({ link: "x".repeat(70_000) }))).toMatchObject({ code: "too-large", status: 413 });
  expect(await ask("GET", "/v1/conversation/entries")).toMatchObject({ code: "unauthorised", status: 401 });
});

test("unknown frames are answered by name, unknown fields ignored, and frames that cannot be read change nothing", async () => {
  const customer = visitor(server.url);
  const socket = customer.connect(await customer.begin());
  await socket.take("welcome");
  socket.send({ type: "from-the-future", more: 1 });
  expect(await socket.take("error")).toMatchObject({ code: "unknown-frame", ref: "from-the-future" });
  socket.send("{");
  expect(await socket.take("error")).toMatchObject({ code: "bad-frame" });
  expect(await socket.ask({ type: "message", id: randomId(), text: "x".repeat(8_001) })).toMatchObject({ type: "nack", code: "too-long" });
  expect(await socket.ask({ type: "message", id: randomId(), text: "" })).toMatchObject({ type: "nack", code: "bad-frame" });
  expect(await socket.ask({ type: "message", id: randomId(), text: "plain", colour: "red" })).toMatchObject({ type: "ack", seq: 2 });
  socket.close();
});

test("a socket without our subprotocol, or from a foreign origin, is closed with a listed code", async () => {
  const customer = visitor(server.url);
  const { credential } = await customer.begin();
  const url = `${server.url}/v1/conversation/socket?tab=${randomId()}`;
  expect(await openRaw(url, credential, ["rejoin.v1"]).closed).toBe(4000);
  expect(await openRaw(`${server.url}/v1/conversation/socket`, credential).closed).toBe(4000);
  expect(await openRaw(url, `${credential}x`).closed).toBe(4001);
});
