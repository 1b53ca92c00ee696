import { describe, expect, test } from "vitest";
import { decode } from "#protocol/decode.ts";
import { ServerFrame } from "#protocol/frames.ts";
import { createDesk } from "../../../widget/client/agent.ts";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import type { Ports, SocketListener } from "../../../widget/client/io/ports.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";

const closed = { state: "closed", ended: { at: 5, by: "customer", reason: "ended" }, closedAt: 5 };
const welcome = (phase: unknown, entries: unknown[] = []) => ({
  type: "welcome",
  epoch: "e1",
  head: entries.length,
  mode: "snapshot",
  entries,
  hasBefore: false,
  more: false,
  view: { conversationId: "c1", startedAt: 0, reconnect: true, customer: { name: null, verified: false }, phase },
  seen: { customer: 0, agent: 0 },
  serverTime: 0,
});

/** A page whose server is newer than it is, and greets each socket with this. */
function newer(greeting: unknown): { ports: Ports; sockets: SocketListener[]; advance(ms: number): Promise<void> } {
  const world = createWorld(() => 0.5);
  const sockets: SocketListener[] = [];
  const openSocket: Ports["openSocket"] = (_url, _protocols, listener) => {
    sockets.push(listener);
    world.clock.after(1, () => {
      listener.opened();
      listener.received(JSON.stringify(greeting));
    });
    return { send: (text) => void (text === "ping" && listener.received("pong")), close: () => {} };
  };
  return { ports: { ...world.tab().ports, openSocket }, sockets, advance: world.clock.advance };
}

function enter(greeting: unknown) {
  const server = newer(greeting);
  const page = createConversation({
    role: "customer",
    ports: server.ports,
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise: async () => ({ key: "credential" }),
    read: readServerFrame,
  });
  page.attach("c1", false);
  return { ...server, page };
}

describe("a server that is newer than the page", () => {
  test("ends that this version does not know are ends", async () => {
    const { page, advance } = enter(welcome({ ...closed, ended: { at: 5, by: "supervisor", reason: "tidied-up" } }));
    await advance(1_000);
    expect(page.snapshot()).toMatchObject({
      status: { is: "connected" },
      view: { phase: { state: "closed", ended: { at: 5, reason: "ended" } } },
    });
    expect(page.send("hello")).toEqual({ refused: "ended" });
  });

  test("entries that this version does not know keep their place in the order and show nothing", async () => {
    const message = { seq: 1, at: 1, kind: "message", id: "m1", from: "customer", text: "hello" };
    const { page, advance } = enter(
      welcome(closed, [
        message,
        { seq: 2, at: 2, kind: "poll", question: "tea?" },
        { ...message, seq: 3, id: "m3", from: "bot" },
        { seq: 4, kind: "event", what: { type: "ended", by: "supervisor", reason: "ended" } },
        { ...message, seq: 5, id: "m5" },
      ]),
    );
    await advance(1_000);
    expect(page.session().transcript.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(page.snapshot().lines.map(({ seq }) => seq)).toEqual([1, 5]);
  });

  test("what has no place in the order is no entry", () => {
    const frame = { type: "page", entries: [{ at: 2, kind: "poll" }], head: 1, more: false };
    expect(decode(ServerFrame, JSON.stringify(frame)).ok).toBe(false);
  });

  test("a greeting that cannot be read is said so and not asked for again and again", async () => {
    const { page, sockets, advance } = enter(welcome({ state: "parked" }));
    await advance(600_000);
    expect(page.snapshot().status).toEqual({ is: "refused", code: 4000 });
    expect(sockets).toHaveLength(1);
    page.dispatch({ type: "connect" });
    await advance(1_000);
    expect(sockets).toHaveLength(2);
  });

  test("so is a change that cannot be read; a frame of an unknown type is passed over", async () => {
    const { page, sockets, advance } = enter(welcome(closed));
    await advance(1_000);
    const [socket] = sockets;
    socket?.received(JSON.stringify({ type: "weather", sun: true }));
    expect(page.snapshot().status).toEqual({ is: "connected" });
    const { view } = welcome({ state: "parked" });
    socket?.received(JSON.stringify({ type: "update", entries: [], view, serverTime: 1 }));
    expect(page.snapshot().status).toEqual({ is: "refused", code: 4000 });
  });

  test("and a desk", async () => {
    const { ports, sockets, advance } = newer({ type: "desk", me: {} });
    const desk = createDesk({ baseUrl: "http://server", ports, ticket: async () => ({ ok: true, value: "ticket" }) });
    await advance(600_000);
    expect(desk.snapshot().status).toEqual({ is: "refused", code: 4000 });
    expect(sockets).toHaveLength(1);
  });
});
