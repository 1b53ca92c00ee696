import { expect, test } from "vitest";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";
import type { World } from "./support/world.ts";

function open(world: World, { quiet = false, keys = [] as boolean[] } = {}) {
  const { ports, tell } = world.tab();
  const authorise = async (fresh: boolean) => {
    keys.push(fresh);
    return { key: "credential" };
  };
  const conversation = createConversation({
    role: "customer",
    ports,
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise,
    read: readServerFrame,
  });
  conversation.attach("c1", quiet);
  return Object.assign(conversation, { tell });
}
type Open = ReturnType<typeof open>;

const deliveries = (conversation: Open) =>
  conversation.snapshot().lines.flatMap((line) => (line.kind === "message" ? [[line.text, line.delivery.is]] : []));

test("N06 a message sent while offline waits, then is delivered exactly once", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(1_000);
  world.network("down");
  world.cut();
  expect(page.send("hello")).toHaveProperty("id");
  expect(deliveries(page)).toEqual([["hello", "waiting"]]);
  await world.clock.advance(30_000);
  expect(deliveries(page)).toEqual([["hello", "waiting"]]);
  world.network("up");
  await world.clock.advance(30_000);
  expect(deliveries(page)).toEqual([["hello", "delivered"]]);
  expect(world.server.entries).toHaveLength(1);
});

test("N06 a message whose acknowledgement is lost is said again and stands once", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(1_000);
  page.send("hello");
  // Up takes 20 ms, so does down: it is stored, and the answer never comes.
  await world.clock.advance(30);
  expect(world.server.entries).toHaveLength(1);
  expect(deliveries(page)).toEqual([["hello", "sending"]]);
  world.cut();
  expect(deliveries(page)).toEqual([["hello", "waiting"]]);
  await world.clock.advance(5_000);
  expect(deliveries(page)).toEqual([["hello", "delivered"]]);
  expect(world.server.entries).toHaveLength(1);
});

test("N06 a refused message is shown as not delivered, keeps its text over a reload, and is delivered by a retry", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(1_000);
  world.server.refuseNext("unavailable");
  page.send("hello");
  await world.clock.advance(1_000);
  expect(deliveries(page)).toEqual([["hello", "failed"]]);
  page.dispose();
  const reloaded = open(world);
  await world.clock.advance(1_000);
  expect(deliveries(reloaded)).toEqual([["hello", "failed"]]);
  const [line] = reloaded.snapshot().lines;
  reloaded.dispatch({ type: "retry", id: line?.key ?? "" });
  await world.clock.advance(1_000);
  expect(deliveries(reloaded)).toEqual([["hello", "delivered"]]);
});

test("N02 the browser says online and the service is unreachable: never reported as connected", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(1_000);
  const seen = new Set<string>();
  for (const mode of ["down", "black-hole"] as const) {
    world.network(mode);
    world.cut();
    page.subscribe(() => seen.add(page.snapshot().status.is));
    for (let round = 0; round < 20; round += 1) {
      page.tell({ type: "hint" });
      await world.clock.advance(4_000);
    }
  }
  expect([...seen].toSorted()).toEqual(["reconnecting", "unreachable"]);
});

test("N07 packets vanish: noticed within 20 s, and recovered when they no longer do", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(15_000);
  world.network("black-hole");
  await world.clock.advance(20_000);
  expect(page.snapshot().status.is).not.toBe("connected");
  world.server.agentSays("are you there?");
  world.network("up");
  await world.clock.advance(20_000);
  expect(page.snapshot().status.is).toBe("connected");
  expect(deliveries(page)).toEqual([["are you there?", "delivered"]]);
});

test("N03 the limit passes while offline: what waited is the draft, and the dead chat can't be typed into", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(1_000);
  world.network("down");
  world.cut();
  page.dispatch({ type: "draft", text: "half a tho" });
  page.send("first");
  page.send("second");
  world.server.end("expired");
  world.network("up");
  await world.clock.advance(30_000);
  expect(page.snapshot().draft).toBe("first\nsecond\nhalf a tho");
  expect(page.snapshot().view?.phase).toMatchObject({ state: "closed", ended: { reason: "expired" } });
  expect(page.send("third")).toEqual({ refused: "ended" });
  expect([...world.stored]).toEqual([
    ["rejoin:w1:draft:c1", JSON.stringify({ text: "first\nsecond\nhalf a tho", owner: null })],
  ]);
  expect(world.server.entries.filter((entry) => entry.kind === "message")).toEqual([]);
});

test("T08 killed with a message that was not sent: it is in the outbox and sent once, and the draft is in the box", async () => {
  const world = createWorld(() => 0.5);
  world.network("down");
  const page = open(world);
  await world.clock.advance(100);
  page.send("one");
  page.send("two");
  page.dispatch({ type: "draft", text: "three" });
  page.dispose();
  const restarted = open(world);
  expect(deliveries(restarted)).toEqual([
    ["one", "waiting"],
    ["two", "waiting"],
  ]);
  expect(restarted.snapshot().draft).toBe("three");
  world.network("up");
  await world.clock.advance(30_000);
  expect(world.server.entries.map((entry) => entry.kind === "message" && entry.text)).toEqual(["one", "two"]);
  expect([...world.stored.keys()]).toEqual(["rejoin:w1:draft:c1"]);
});

test("N10 a gap longer than a page is paged, all there and in order, and only the gap is asked for", async () => {
  const world = createWorld(() => 0.5);
  world.server.agentSays("0");
  const page = open(world);
  await world.clock.advance(1_000);
  page.tell({ type: "suspend", held: false });
  for (let n = 1; n <= 50; n += 1) world.server.agentSays(String(n));
  page.tell({ type: "resume" });
  await world.clock.advance(10_000);
  expect(page.snapshot().status.is).toBe("connected");
  expect(page.session().transcript.entries.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 51 }, (_, index) => index + 1),
  );
  expect(world.server.heardFrames.flatMap((frame) => (frame.type === "more" ? [frame.after] : []))[0]).toBe(5);
});

test("older history comes page by page and joins what is held", async () => {
  const world = createWorld(() => 0.5);
  for (let n = 1; n <= 12; n += 1) world.server.agentSays(String(n));
  const page = open(world);
  await world.clock.advance(1_000);
  expect(page.snapshot()).toMatchObject({ hasBefore: true, lines: { length: 3 } });
  for (let round = 0; round < 3; round += 1) {
    page.dispatch({ type: "load-earlier" });
    await world.clock.advance(1_000);
  }
  expect(page.snapshot().lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(page.snapshot().hasBefore).toBe(false);
});

test("a request is repeated on the next socket until it is answered", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  await world.clock.advance(1_000);
  const answer = page.request({ type: "make-link" });
  await world.clock.advance(5);
  world.cut();
  await world.clock.advance(5_000);
  expect(await answer).toEqual({ ok: true, url: "https://shop.example/#rejoin=t", linkId: "l1" });
});

test("P10 a message refused because the identity expired is sent with a fresh one, and the transcript stays", async () => {
  const world = createWorld(() => 0.5);
  const keys: boolean[] = [];
  const page = open(world, { keys });
  world.server.agentSays("hi");
  await world.clock.advance(6_000);
  world.server.refuseNext("identity-expired");
  page.send("hello");
  await world.clock.advance(10_000);
  expect(keys).toEqual([false, true]);
  expect(deliveries(page)).toEqual([
    ["hi", "delivered"],
    ["hello", "delivered"],
  ]);
});

test("L01 a page that came by link is quiet until its first input", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world, { quiet: true });
  await world.clock.advance(1_000);
  expect(world.server.queries[0]).toContain("quiet=1");
  expect(world.server.heardFrames).toEqual([]);
  page.dispatch({ type: "activity" });
  page.dispatch({ type: "activity" });
  await world.clock.advance(1_000);
  expect(world.server.heardFrames).toEqual([{ type: "activity" }]);
  world.cut();
  await world.clock.advance(5_000);
  expect(world.server.queries[1]).not.toContain("quiet");
});

test("what a person has read is told once, and again after a drop if the server does not know it", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  world.server.agentSays("hi");
  await world.clock.advance(1_000);
  page.dispatch({ type: "seen", seq: 1 });
  page.dispatch({ type: "seen", seq: 1 });
  world.server.agentSays("there");
  await world.clock.advance(1_000);
  expect(world.server.heardFrames).toEqual([{ type: "seen", seq: 1 }]);
  world.cut();
  await world.clock.advance(5_000);
  expect(world.server.heardFrames).toEqual([
    { type: "seen", seq: 1 },
    { type: "seen", seq: 1 },
  ]);
});

test("what the site tells of its customer is told once on each socket, and when it is another", async () => {
  const world = createWorld(() => 0.5);
  const page = open(world);
  page.dispatch({ type: "context", context: { page: "https://shop.example/cart" } });
  await world.clock.advance(1_000);
  page.dispatch({ type: "context", context: { page: "https://shop.example/cart" } });
  page.dispatch({ type: "context", context: { page: "https://shop.example/paid", facts: { order: "7" } } });
  world.cut();
  await world.clock.advance(5_000);
  const paid = { type: "context", page: "https://shop.example/paid", facts: { order: "7" } };
  expect(world.server.heardFrames).toEqual([{ type: "context", page: "https://shop.example/cart" }, paid]);
  world.cut();
  await world.clock.advance(5_000);
  expect(world.server.heardFrames.slice(2)).toEqual([paid]);
  page.dispatch({ type: "detach" });
  page.attach("c1", false);
  await world.clock.advance(5_000);
  expect(world.server.heardFrames.slice(3)).toEqual([paid]);
});

test("a socket tells of itself what it is for", async () => {
  const world = createWorld(() => 0.5);
  world.server.agentSays("hi");
  const page = open(world, { quiet: true });
  page.tell({ type: "hidden", hidden: true });
  await world.clock.advance(1_000);
  world.cut();
  await world.clock.advance(5_000);
  const tabs = world.server.queries.map((query) => new URLSearchParams(query).get("tab"));
  expect(new Set(tabs).size).toBe(1);
  expect(world.server.queries.map((query) => query.replace(/^tab=[^&]+/, ""))).toEqual([
    "&quiet=1",
    "&after=1&epoch=e1&hidden=1&quiet=1",
  ]);
});
