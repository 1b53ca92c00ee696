import { expect, test } from "vitest";
import type { Entry } from "#protocol/entries.ts";
import type { ServerFrame } from "#protocol/frames.ts";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import type { Ports, SocketListener } from "../../../widget/client/io/ports.ts";
import { createWorld } from "./support/world.ts";

const said = (seq: number, id: string): Entry => ({
  seq,
  at: seq,
  kind: "message",
  id,
  from: "customer",
  text: "hello",
});
const welcome = (entries: Entry[]): ServerFrame => ({
  type: "welcome",
  epoch: "e1",
  head: entries.at(-1)?.seq ?? 0,
  mode: "snapshot",
  entries,
  hasBefore: false,
  more: false,
  view: {
    conversationId: "c1",
    startedAt: 0,
    reconnect: true,
    customer: { name: null, verified: false },
    phase: { state: "open", customer: { at: "present" }, place: null },
  },
  seen: { customer: 0, agent: 0 },
  serverTime: 0,
});

/** A page in a conversation whose server says what the test wants, and when. */
async function enter(entries: Entry[]) {
  const world = createWorld(() => 0.5);
  const heard: string[] = [];
  const sockets: SocketListener[] = [];
  const openSocket: Ports["openSocket"] = (_url, _protocols, listener) => {
    sockets.push(listener);
    return { send: (text) => heard.push(text), close: () => {} };
  };
  const page = createConversation({
    role: "customer",
    ports: { ...world.tab().ports, openSocket },
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise: async () => ({ key: "credential" }),
    read: readServerFrame,
  });
  const say = (frame: ServerFrame): void => sockets[0]?.received(JSON.stringify(frame));
  page.attach("c1", false);
  await world.clock.advance(0);
  sockets[0]?.opened();
  say(welcome(entries));
  const sent = page.send("hello");
  const id = "id" in sent ? sent.id : "";
  const deliveries = () =>
    page.snapshot().lines.map((line) => (line.kind === "message" ? [line.key, line.delivery.is] : []));
  return { world, page, heard, say, id, deliveries };
}

test("a new message is answered by its entry: it is delivered, no longer in the outbox or in storage, and not said again", async () => {
  const { world, page, heard, say, id, deliveries } = await enter([]);
  say({ type: "update", entries: [said(1, id)], serverTime: 1 });
  page.dispatch({ type: "hint" });
  expect(heard).toEqual([JSON.stringify({ type: "message", id, text: "hello" }), "ping"]);
  expect(deliveries()).toEqual([[id, "delivered"]]);
  expect(page.session().outbox).toEqual([]);
  expect([...world.stored.keys()]).toEqual([]);
});

test("T06 what storage brings back after its entry came, since another tab does not know of it yet, is said again", async () => {
  const { page, heard, say, id, deliveries } = await enter([]);
  say({ type: "update", entries: [said(1, id)], serverTime: 1 });
  page.dispatch({
    type: "recalled",
    items: [{ id, text: "hello", composedAt: 1, state: { is: "waiting" } }],
    text: "",
  });
  expect(heard.filter((text) => text.includes(id))).toHaveLength(2);
  say({ type: "ack", id, seq: 1, at: 1 });
  expect(deliveries()).toEqual([[id, "delivered"]]);
  expect(page.session().outbox).toEqual([]);
});

test("one that stands before what the page holds is no longer in the outbox, nor in storage", async () => {
  const { world, say, id, deliveries } = await enter([said(7, "other")]);
  say({ type: "ack", id, seq: 3, at: 3 });
  expect(deliveries()).toEqual([["other", "delivered"]]);
  expect([...world.stored.keys()]).toEqual([]);
});

test("T06 what storage brings back although its entry is here, since another tab composed it, is said again and shown once", async () => {
  const { page, heard, say, deliveries } = await enter([said(1, "composed-elsewhere-0123")]);
  const item = { id: "composed-elsewhere-0123", text: "hello", composedAt: 1, state: { is: "waiting" } } as const;
  page.dispatch({ type: "recalled", items: [item], text: "" });
  expect(deliveries().filter(([key]) => key === item.id)).toEqual([[item.id, "delivered"]]);
  expect(heard).toContain(JSON.stringify({ type: "message", id: item.id, text: item.text }));
  say({ type: "ack", id: item.id, seq: 1, at: 1 });
  expect(page.session().outbox.map(({ id }) => id)).not.toContain(item.id);
});
