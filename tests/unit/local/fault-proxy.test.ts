import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FaultProxy, startFaultProxy } from "../../../worker/local/faults/fault-proxy.ts";

let echo: Server;
let proxy: FaultProxy;
let served: Socket[];
let clients: Socket[];

beforeEach(async () => {
  served = [];
  clients = [];
  echo = createServer((socket) => {
    served.push(socket);
    socket.on("error", () => undefined);
    socket.pipe(socket);
  });
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  proxy = await startFaultProxy((echo.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const client of clients) client.destroy();
  await proxy.close();
  echo.close();
});

async function client(): Promise<Socket> {
  const socket = connect(proxy.port, "127.0.0.1");
  clients.push(socket);
  socket.setEncoding("utf8");
  await once(socket, "connect");
  return socket;
}

async function says(socket: Socket, words: string): Promise<string> {
  const answer = once(socket, "data");
  socket.write(words);
  return String((await answer)[0]);
}

function collect(socket: Socket): string[] {
  const heard: string[] = [];
  socket.on("data", (words: string) => heard.push(words));
  return heard;
}

test("it passes bytes both ways until told otherwise", async () => {
  expect(await says(await client(), "hello")).toBe("hello");
  expect(proxy.open).toBe(1);
});

test("cut rst: the client sees a reset, the server an end", async () => {
  const socket = await client();
  await says(socket, "hello");
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => socket.once("error", resolve));
  const ended = new Promise((resolve) => served[0]!.once("close", resolve));
  proxy.cut("rst");
  expect((await failed).code).toBe("ECONNRESET");
  await ended;
});

test("cut fin: the client sees an orderly end", async () => {
  const socket = await client();
  await says(socket, "hello");
  const failed: Error[] = [];
  socket.on("error", (error) => failed.push(error));
  const ended = once(socket, "end");
  proxy.cut("fin");
  await ended;
  expect(failed).toEqual([]);
});

test("hold: what waited arrives once, in order, before what follows", async () => {
  const socket = await client();
  await says(socket, "hello");
  proxy.set({ mode: "hold" });
  socket.write("one ");
  await vi.waitFor(() => expect(proxy.held).toBe(1));
  socket.write("two ");
  await vi.waitFor(() => expect(proxy.held).toBe(2));
  const heard = collect(socket);
  proxy.set({ mode: "pass" });
  socket.write("three");
  await vi.waitFor(() => expect(heard.join("")).toBe("one two three"));
});

test("delay: order is kept when the delay gets shorter", async () => {
  const socket = await client();
  const heard = collect(socket);
  proxy.set({ mode: "delay", delayMs: 100 });
  socket.write("one ");
  await vi.waitFor(() => expect(proxy.held).toBe(1));
  proxy.set({ mode: "pass" });
  socket.write("two");
  await vi.waitFor(() => expect(heard.join("")).toBe("one two"));
});

test("strand: the standing connection is silent for good, a new one lives", async () => {
  const old = await client();
  await says(old, "hello");
  const heard = collect(old);
  old.on("close", () => heard.push("closed"));
  proxy.strand();
  old.write("is anybody there");
  served[0]!.write("knock");
  expect(await says(await client(), "hello")).toBe("hello");
  proxy.set({ mode: "pass" });
  expect(await says(await client(), "again")).toBe("again");
  expect(heard).toEqual([]);
  expect(proxy.open).toBe(3);
});

test("black hole, one way: the server hears, the client does not; leaving it resets", async () => {
  const socket = await client();
  await says(socket, "hello");
  const heard = once(served[0]!, "data");
  proxy.set({ mode: "black-hole", swallow: "down" });
  socket.write("can you hear me");
  expect(String((await heard)[0])).toBe("can you hear me");
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => socket.once("error", resolve));
  await vi.waitFor(() => expect(proxy.lossy).toBe(1));
  proxy.set({ mode: "pass" });
  expect((await failed).code).toBe("ECONNRESET");
});

test("black hole, from one way to the other: what lost bytes is reset, and goes on with no hole in it", async () => {
  const socket = await client();
  await says(socket, "hello");
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => socket.once("error", resolve));
  const heard = collect(served[0]!);
  proxy.set({ mode: "black-hole", swallow: "up" });
  socket.write("lost");
  await vi.waitFor(() => expect(proxy.lossy).toBe(1));
  proxy.set({ mode: "black-hole", swallow: "down" });
  socket.write("found");
  expect((await failed).code).toBe("ECONNRESET");
  expect(heard).toEqual([]);
});

test("refuse: a new connection is reset and counted, a standing one goes on", async () => {
  const standing = await client();
  await says(standing, "hello");
  proxy.set("refuse");
  const attempt = proxy.nextConnection();
  const socket = connect(proxy.port, "127.0.0.1");
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => socket.once("error", resolve));
  await attempt;
  expect((await failed).code).toBe("ECONNRESET");
  expect(await says(standing, "still here")).toBe("still here");
  expect(proxy.accepted).toBe(2);
});

test("trickle: all comes, in order, in drops; and fast again once the line is good", async () => {
  const socket = await client();
  await says(socket, "hello");
  proxy.set({ mode: "trickle", dropBytes: 3 });
  const heard = collect(socket);
  socket.write("drop by drop");
  await vi.waitFor(() => expect(heard.join("")).toBe("drop by drop"));
  expect(heard.length).toBeGreaterThan(1);
  proxy.set({ mode: "pass" });
  expect(await says(socket, "in one piece")).toBe("in one piece");
});
