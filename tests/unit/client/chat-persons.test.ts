import { expect, test } from "vitest";
import { createShop, insideOf } from "./support/model-api.ts";
import type { Shop } from "./support/model-api.ts";

const anna = async () => "anna";
const bob = async () => "bob";
const storedIn = ({ world }: Shop) => JSON.parse(world.stored.get("rejoin:w1:access") ?? "null");

test("P08 two people in two tabs of one browser: each act of a person is heard, and nobody fights over the storage", async () => {
  const shop = createShop();
  const a = shop.open(anna);
  void a.lookUp();
  await shop.world.clock.advance(1_000);
  void a.start();
  await shop.world.clock.advance(1_000);
  const b = shop.open(bob);
  void b.lookUp();
  await shop.world.clock.advance(1_000);
  void b.start();
  await shop.world.clock.advance(1_000);
  expect([insideOf(a), insideOf(b)]).toEqual([null, "c2-bob"]);
  const before = shop.asked.length;
  await shop.world.clock.advance(60_000);
  expect(shop.asked.length).toBe(before);
  expect(storedIn(shop)).toMatchObject({ conversationId: "c2-bob" });
  void a.retry();
  void a.lookUp();
  await shop.world.clock.advance(60_000);
  expect([insideOf(a), insideOf(b)]).toEqual(["c1-anna", null]);
  expect(shop.asked.length).toBeLessThan(before + 5);
});

test("P08 two tabs of one person: the second follows what the first starts", async () => {
  const shop = createShop();
  const [one, two] = [shop.open(anna), shop.open(anna)];
  void one.lookUp();
  void two.lookUp();
  await shop.world.clock.advance(1_000);
  void one.start();
  await shop.world.clock.advance(5_000);
  expect([one, two].map(insideOf)).toEqual(["c1-anna", "c1-anna"]);
  void two.startNew();
  await shop.world.clock.advance(5_000);
  expect([one, two].map(insideOf)).toEqual(["c2-anna", "c2-anna"]);
});

test("P08 a late answer about one person's chat does not come into another's", async () => {
  const shop = createShop();
  let who = "anna";
  const tab = shop.open(async () => who);
  void tab.start();
  await shop.world.clock.advance(10_000);
  shop.network.lateMs = () => 5_000;
  shop.world.cut(4020);
  await shop.world.clock.advance(2_000);
  expect(shop.asked.at(-1)?.body).toMatchObject({ identity: "anna", continue: true });
  shop.network.lateMs = () => 0;
  tab.signOut();
  who = "bob";
  void tab.start();
  await shop.world.clock.advance(10_000);
  expect(insideOf(tab)).toBe("c2-bob");
  expect(storedIn(shop)).toMatchObject({ conversationId: "c2-bob" });
});

test("P08 another person signs in over the first: what that one typed is gone, the same one's stays", async () => {
  const shop = createShop();
  let who = "anna";
  const tab = shop.open(async () => who);
  void tab.lookUp();
  await shop.world.clock.advance(1_000);
  tab.setDraft("hers");
  void tab.signedIn();
  await shop.world.clock.advance(1_000);
  expect(tab.snapshot().draft).toBe("hers");
  who = "bob";
  void tab.signedIn();
  await shop.world.clock.advance(1_000);
  expect(tab.snapshot()).toMatchObject({ draft: "", entrance: { at: "none" } });
});

test("the same person signed in again, as frameworks say it: the line stays up and nothing is asked", async () => {
  const shop = createShop();
  const token = (at: number) => `h.${btoa(JSON.stringify({ sub: "anna", at })).replaceAll("=", "")}.s`;
  let at = 0;
  const tab = shop.open(async () => token((at += 1)));
  void tab.start();
  await shop.world.clock.advance(1_000);
  const before = [shop.asked.length, shop.world.attempts()];
  void tab.signedIn();
  await shop.world.clock.advance(1_000);
  expect([shop.asked.length, shop.world.attempts()]).toEqual(before);
  expect(tab.snapshot().status).toEqual({ is: "connected" });
});

test("an identity that never comes: said so after a while, and it can be tried again", async () => {
  const shop = createShop();
  let hangs = true;
  const tab = shop.open(() => (hangs ? new Promise(() => {}) : anna()));
  void tab.lookUp();
  await shop.world.clock.advance(30_000);
  expect(tab.snapshot().entrance).toMatchObject({ at: "unreachable", again: { ask: "look-up" } });
  hangs = false;
  void tab.retry();
  await shop.world.clock.advance(1_000);
  expect(tab.snapshot().entrance).toEqual({ at: "none" });
});

test("P08 what a verified customer left unsent comes back to them, and never into a guest's box", async () => {
  const shop = createShop();
  const { clock } = shop.world;
  const hers = shop.open(anna);
  void hers.start();
  await clock.advance(1_000);
  shop.world.network("down");
  shop.world.cut();
  hers.send("private");
  hers.setDraft("more of it");
  hers.dispose();
  const guest = shop.open();
  void guest.start();
  await clock.advance(1_000);
  expect(guest.snapshot()).toMatchObject({ draft: "", lines: [], entrance: { at: "chatting" } });
  guest.dispose();
  const back = shop.open(anna);
  void back.lookUp();
  await clock.advance(1_000);
  void back.startNew();
  await clock.advance(1_000);
  expect(back.snapshot().draft).toContain("private");
});
