import { expect, test } from "vitest";
import type { Ports } from "../../../widget/client/io/ports.ts";
import { createShop, insideOf } from "./support/model-api.ts";
import type { Shop } from "./support/model-api.ts";

/** A tab that hears nothing of the others: its events are late, or it was frozen. */
const deaf = (ports: Ports): Ports => ({ ...ports, store: { ...ports.store, onChange: () => () => {} } });
const startsOf = ({ asked }: Shop) => asked.filter(({ path }) => path === "conversations").map(({ body }) => body);
const storedIn = ({ world }: Shop) => JSON.parse(world.stored.get("rejoin:w1:access") ?? "null");

test("T05 two tabs start at the same instant: one conversation", async () => {
  const shop = createShop();
  shop.world.lag(500);
  const tabs = [shop.open(), shop.open()];
  for (const tab of tabs) void tab.lookUp();
  await shop.world.clock.advance(1_000);
  for (const tab of tabs) void tab.start();
  await shop.world.clock.advance(10_000);
  expect([...shop.talks.keys()]).toEqual(["c1-guest"]);
  expect(tabs.map(insideOf)).toEqual(["c1-guest", "c1-guest"]);
});

test("T05 the second tab starts after the first one's answer and before it heard of it: it joins", async () => {
  const shop = createShop();
  const [one, two] = [shop.open(), shop.open(undefined, deaf)];
  void one.lookUp();
  void two.lookUp();
  await shop.world.clock.advance(1_000);
  void one.start();
  await shop.world.clock.advance(1_000);
  void two.start();
  await shop.world.clock.advance(1_000);
  expect([...shop.talks.keys()]).toEqual(["c1-guest"]);
  expect(insideOf(two)).toBe("c1-guest");
});

test("T05 the page goes while its start is answered: the next one comes to the same conversation", async () => {
  const shop = createShop();
  const tab = shop.open();
  void tab.start();
  await shop.world.clock.advance(60);
  expect(shop.talks.size).toBe(1);
  tab.dispose();
  await shop.world.clock.advance(1_000);
  const next = shop.open();
  void next.start();
  await shop.world.clock.advance(1_000);
  expect([...shop.talks.keys()]).toEqual(["c1-guest"]);
});

test("P04 start new, and the request is lost: what it replaces is ended when it is tried again", async () => {
  const shop = createShop();
  const tab = shop.open();
  void tab.start();
  await shop.world.clock.advance(1_000);
  shop.network.fails = () => true;
  void tab.startNew();
  await shop.world.clock.advance(1_000);
  shop.network.fails = () => false;
  void tab.retry();
  await shop.world.clock.advance(1_000);
  const [, first, again] = startsOf(shop);
  expect(again).toEqual(first);
  expect(again?.["replaces"]).toMatch(/^c1-guest/);
});

test("T09 a page that wakes looks at what another one stored, and never wipes it", async () => {
  const shop = createShop();
  const one = shop.open(undefined, deaf);
  void one.start();
  await shop.world.clock.advance(1_000);
  const two = shop.open();
  void two.lookUp();
  await shop.world.clock.advance(1_000);
  void two.startNew();
  await shop.world.clock.advance(1_000);
  expect(insideOf(one)).toBe("c1-guest");
  // Before it looks, it closes what it shows: what is stored is another chat's.
  one.dismiss();
  await shop.world.clock.advance(1_000);
  expect(storedIn(shop)).toMatchObject({ conversationId: "c2-guest" });
  expect(insideOf(one)).toBe("c2-guest");
  void two.startNew();
  await shop.world.clock.advance(1_000);
  one.tell({ type: "suspend", held: false });
  one.tell({ type: "resume" });
  await shop.world.clock.advance(1_000);
  expect([insideOf(one), one.snapshot().status]).toEqual(["c3-guest", { is: "connected" }]);
});

test("T09 the credential of a page that wakes is refused: only that one is forgotten", async () => {
  const shop = createShop();
  const one = shop.open(undefined, deaf);
  void one.start();
  await shop.world.clock.advance(1_000);
  const two = shop.open();
  void two.lookUp();
  await shop.world.clock.advance(1_000);
  void two.startNew();
  await shop.world.clock.advance(1_000);
  const stored = storedIn(shop);
  shop.world.refuse(4001);
  one.drop();
  one.return();
  await shop.world.clock.advance(45);
  shop.world.refuse(null);
  await shop.world.clock.advance(1_000);
  expect(storedIn(shop)).toEqual(stored);
  expect(insideOf(one)).toBe("c2-guest");
});

test("T06 ended in one tab: the other, told to end it too, sends nothing", async () => {
  const shop = createShop();
  const [one, two] = [shop.open(), shop.open()];
  void two.lookUp();
  await shop.world.clock.advance(1_000);
  void one.start();
  await shop.world.clock.advance(1_000);
  void one.end();
  await shop.world.clock.advance(1_000);
  const answer = two.end();
  await shop.world.clock.advance(1_000);
  expect(await answer).toEqual({ ok: true });
  expect(shop.world.server.heardFrames.filter(({ type }) => type === "end")).toHaveLength(1);
});

test("T09 a late answer about the chat before is not written over the one that another tab started meanwhile", async () => {
  const shop = createShop();
  const one = shop.open(undefined, deaf);
  void one.start();
  await shop.world.clock.advance(1_000);
  const two = shop.open();
  void two.lookUp();
  await shop.world.clock.advance(1_000);
  shop.network.lateMs = () => 5_000;
  one.drop();
  one.return();
  await shop.world.clock.advance(20);
  shop.world.cut(4020);
  await shop.world.clock.advance(1_000);
  shop.network.lateMs = () => 0;
  void two.startNew();
  await shop.world.clock.advance(1_000);
  expect(storedIn(shop)).toMatchObject({ conversationId: "c2-guest" });
  await shop.world.clock.advance(10_000);
  expect(storedIn(shop)).toMatchObject({ conversationId: "c2-guest" });
  expect([one, two].map(insideOf)).toEqual(["c2-guest", "c2-guest"]);
});
