import { afterAll, beforeAll, expect, test } from "vitest";
import { openRaw } from "../support/frames.ts";
import { randomId, signInOwner, visitor } from "../support/peers.ts";
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
    const response = await fetch(server.url + path, {
      method,
      ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }),
    });
    const { code, ...rest } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, code, keys: Object.keys(rest).sort().join() };
  };
  const plain = "id,status,title,type";
  expect(await ask("GET", "/v1/nothing")).toEqual({ status: 404, code: "not-found", keys: plain });
  expect(await ask("GET", "/v1/widgets/unknown")).toEqual({ status: 404, code: "not-found", keys: plain });
  expect(await ask("DELETE", "/v1/widgets/demo/resume")).toMatchObject({ code: "method-not-allowed", status: 405 });
  expect(await ask("POST", "/v1/widgets/demo/resume", "{")).toMatchObject({ code: "bad-request", status: 400 });
  expect(await ask("POST", "/v1/widgets/demo/conversations", JSON.stringify({ startId: "short" }))).toMatchObject({
    code: "bad-request",
  });
  expect(await ask("POST", "/v1/widgets/demo/resume", JSON.stringify({ link: "x".repeat(70_000) }))).toMatchObject({
    code: "too-large",
    status: 413,
  });
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
  expect(await socket.ask({ type: "message", id: randomId(), text: "x".repeat(8_001) })).toMatchObject({
    type: "nack",
    code: "too-long",
  });
  expect(await socket.ask({ type: "message", id: randomId(), text: "" })).toMatchObject({
    type: "nack",
    code: "bad-frame",
  });
  expect(await socket.ask({ type: "message", id: randomId(), text: "plain", colour: "red" })).toMatchObject({
    type: "ack",
    seq: 2,
  });
  socket.close();
});

test("a socket without our subprotocol, or from a foreign origin, is closed with a listed code", async () => {
  const customer = visitor(server.url);
  const { credential } = await customer.begin();
  const url = `${server.url}/v1/conversation/socket?tab=${randomId()}`;
  expect(await openRaw(url, credential, ["rejoin.v1"]).closed).toBe(4000);
  expect(await openRaw(url, credential, []).closed).toBe(4000);
  expect(await openRaw(`${server.url}/v1/conversation/socket`, credential).closed).toBe(4000);
  expect(await openRaw(url, `${credential}x`).closed).toBe(4001);
});

test("docs/protocol.md from top to bottom: both sides, with nothing but fetch and WebSocket", async () => {
  // Agents: a set-up link, a session, a ticket, the desk.
  const agent = await signInOwner(server.url, server.setupSecret, "Olga");
  expect(await agent.call("GET", "/v1/me")).toMatchObject({ name: "Olga", role: "supervisor" });
  const desk = await agent.desk();
  expect(await desk.take("desk")).toMatchObject({
    me: { name: "Olga", used: 0, slots: [] },
    offers: [],
    mine: [],
    queue: { count: expect.any(Number) },
  });
  expect(await desk.ask({ type: "presence", id: randomId(), presence: "available" })).toMatchObject({ type: "ack" });

  // Coming in: nothing to resume, so a chat may be started.
  const customer = visitor(server.url);
  expect(await customer.resume({})).toEqual({ status: 200, answer: "none", drop: false });
  expect(await (await fetch(`${server.url}/v1/widgets/demo`)).json()).toMatchObject({
    accent: expect.stringMatching(/^#/),
    position: "right",
    theme: "auto",
    logo: null,
    greeting: "",
    hint: "",
  });
  const access = await customer.begin({
    name: "Sam",
    page: "https://shop.example/cart",
    context: { facts: { plan: "pro" } },
  });
  const socket = customer.connect(access);
  const { epoch } = await socket.take("welcome");
  const { view } = await socket.take((frame) => frame["view"]?.phase.state === "active");
  expect(view).toMatchObject({
    customer: { name: "Sam", verified: false },
    phase: { agent: { name: "Olga" }, agentConnected: true },
  });
  const seat = await agent.connect(access.conversationId);
  expect(await seat.take("welcome")).toMatchObject({
    head: 2,
    backstage: { page: "https://shop.example/cart", context: { plan: "pro" }, units: 1 },
  });

  // Context: told when it changed; the same again, and what does not fit, is nothing.
  socket.send({ type: "context", facts: { plan: "pro" } });
  socket.send({ type: "context", page: "javascript:alert(1)" });
  socket.send({ type: "context", name: "Samira", facts: { plan: "pro", orders: 3 } });
  expect(await seat.take((frame) => frame["backstage"] !== undefined)).toMatchObject({
    type: "update",
    entries: [],
    view: { customer: { name: "Samira", verified: false } },
    backstage: { page: "https://shop.example/cart", context: { plan: "pro", orders: "3" } },
  });
  await desk.take((frame) => frame["mine"]?.[0]?.customerName === "Samira");

  // Fleeting things, words, and what was read.
  seat.send({ type: "typing", on: true });
  expect(await socket.take("typing")).toMatchObject({ from: "agent", on: true });
  const { seq } = await seat.ask({ type: "message", id: randomId(), text: "Hello Sam" });
  expect((await socket.take((frame) => frame["entries"]?.[0]?.text === "Hello Sam"))["entries"][0]).toMatchObject({
    seq,
    kind: "message",
    from: "agent",
    agent: { name: "Olga" },
  });
  socket.send({ type: "seen", seq: seq as number });
  expect(await seat.take("seen")).toMatchObject({ seen: { customer: seq } });
  socket.send({ type: "history", before: 2 });
  expect(await socket.take("history")).toMatchObject({
    before: 2,
    entries: [{ seq: 1, what: { type: "started" } }],
    hasBefore: false,
  });
  expect(await seat.ask({ type: "set-notes", id: randomId(), text: "Wants it blue" })).toMatchObject({ type: "ack" });
  expect((await seat.take((frame) => frame["backstage"] !== undefined))["backstage"]).toMatchObject({
    notes: "Wants it blue",
  });

  // A link, opened elsewhere.
  const { url } = await socket.ask({ type: "make-link", id: randomId() });
  const answer = await customer.resume({ link: (url as string).split("#rejoin=")[1] });
  expect(answer).toMatchObject({ answer: "resume", via: "link", drop: false });

  // Away and back, with a cursor.
  socket.close(4300);
  expect(
    (await seat.take((frame) => frame["view"]?.phase.customer.at === "away"))["view"].phase.customer,
  ).toMatchObject({ holdUntil: expect.any(Number) });
  const back = customer.connect(access, { after: seq as number, epoch: epoch as string });
  expect(await back.take("welcome")).toMatchObject({
    mode: "resumed",
    entries: [{ what: { type: "link-made", by: "customer" } }],
    more: false,
  });
  const stranger = customer.connect(access, { after: seq as number, epoch: "another" });
  expect(await stranger.take("welcome")).toMatchObject({ mode: "snapshot", hasBefore: false });

  // The end, and reading after it.
  expect(await back.ask({ type: "end", id: randomId() })).toMatchObject({ type: "ack" });
  expect((await seat.take((frame) => frame["view"]?.phase.state === "wrap-up"))["view"].phase.ended).toMatchObject({
    by: "customer",
    reason: "ended",
  });
  expect(await back.ask({ type: "message", id: randomId(), text: "one more" })).toMatchObject({
    type: "nack",
    code: "ended",
  });
  const page = await customer.entries(access, seq as number);
  expect(page["entries"].map((entry: { what: { type: string } }) => entry.what.type)).toEqual(["link-made", "ended"]);
  expect(await seat.ask({ type: "close", id: randomId() })).toMatchObject({ type: "ack" });
  await desk.take((frame) => frame.type === "desk" && frame["mine"].length === 0);

  // On record a moment later: to be searched, read, and counted.
  const search = () => agent.call("GET", "/v1/records?q=sam&limit=ignored");
  await expect.poll(async () => (await search())["records"]).toHaveLength(1);
  const found = await search();
  expect(found).toMatchObject({
    next: null,
    records: [{ conversationId: access.conversationId, customerName: "Samira", by: "customer", reason: "ended" }],
  });
  const read = await agent.call("GET", `/v1/records/${access.conversationId}/entries?after=${seq}`);
  expect(read).toMatchObject({
    epoch,
    more: false,
    entries: [{}, { what: { type: "ended" } }, { what: { type: "closed" } }],
  });
  const hour = 3_600_000;
  const figures = await agent.call(
    "GET",
    `/v1/insights?from=${Date.now() - hour}&until=${Date.now() + hour}&zone=Europe/Lisbon`,
  );
  expect(figures).toMatchObject({ zone: "Europe/Lisbon", advice: { hold: { is: "too-few", needed: 20 } } });
});

test("a socket from an origin that the widget does not allow is closed with 4003", async () => {
  const customer = visitor(server.url);
  const { credential } = await customer.begin();
  const options = { protocols: ["rejoin.v1", credential], headers: { origin: "https://elsewhere.example" } };
  const url = `${server.url.replace("http", "ws")}/v1/conversation/socket?tab=${randomId()}`;
  // Node's WebSocket takes headers, which the DOM's type of it does not know.
  const socket = Reflect.construct(WebSocket, [url, options]) as WebSocket;
  expect(await new Promise((resolve) => socket.addEventListener("close", (event) => resolve(event.code)))).toBe(4003);
});
