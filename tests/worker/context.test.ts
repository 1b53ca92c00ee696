import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { freshForEach } from "./support/fresh.ts";
import { anaAt, begin, connect, conversationOf, identityOf, resume, rowsOf, start, talk } from "./support/people.ts";
import type { Frame, Wire } from "./support/wire.ts";
import { randomId } from "./support/wire.ts";
import { writesDuring } from "./support/writes.ts";

freshForEach();

const FACTS = { plan: "pro", cart: "2 items" };
const CART = "https://shop.example/cart";

/** The backstage that agents are told next. */
async function backstageAt(agent: Wire): Promise<Frame> {
  const frame = await agent.take((heard) => heard["backstage"] !== undefined);
  return frame["backstage"] as Frame;
}

/** What somebody heard, but for the answers to a test's own fences. */
function heardBy(frames: readonly Frame[]): Frame[] {
  return frames.filter((frame) => !String(frame["ref"]).startsWith("fence-"));
}

describe("a start", () => {
  test("brings what the site tells of its customer to the agent", async () => {
    const { access, ana } = await talk({ name: "Sam", page: CART, context: { facts: FACTS } });
    expect(ana.frames[0]).toMatchObject({
      type: "welcome",
      view: { customer: { name: "Sam", verified: false } },
      backstage: { page: CART, context: FACTS },
    });
    const customers = await (await connect(access)).take("welcome");
    expect(JSON.stringify(customers)).not.toContain("2 items");
  });

  test("never fails for it: what does not fit is left out", async () => {
    const facts = { ...FACTS, ["k".repeat(41)]: "x", story: "x".repeat(201), nested: { a: 1 } };
    const { ana } = await talk({ name: "x".repeat(81), page: "javascript:alert(1)", context: { facts } });
    expect(ana.frames[0]).toMatchObject({
      view: { customer: { name: null } },
      backstage: { page: null, context: FACTS },
    });
    for (const context of [null, 7, "pro", [], { facts: null }, { facts: ["pro"] }])
      expect(await start({ context })).toMatchObject({ status: 200, answer: "started" });
  });
});

describe("the context frame", () => {
  test("is told to agents at once, and has neither answer nor line", async () => {
    const { customer, ana } = await talk({ name: "Sam" });
    customer.send({ type: "context", page: CART, facts: FACTS });
    const update = await ana.take((frame) => frame["backstage"]?.page === CART);
    expect(update).toMatchObject({ type: "update", entries: [], backstage: { context: FACTS } });
    expect(update["view"]).toBeUndefined();
    const heard = await customer.settled();
    expect(heard.filter(({ type }) => type === "error" || type === "nack")).toEqual([]);
    expect(JSON.stringify(heard)).not.toContain(CART);
  });

  test("a new name is seen by agents, by the customer's other tabs and in the desk's list", async () => {
    const { access, customer, ana, desk } = await talk();
    const tab = await connect(access);
    await tab.take("welcome");
    customer.send({ type: "context", name: " Sam " });
    for (const wire of [ana, tab])
      expect(await wire.take((frame) => frame["view"]?.customer.name === "Sam")).toMatchObject({ type: "update" });
    const item = { conversationId: access.conversationId, customerName: "Sam" };
    expect(await desk.take((frame) => frame["mine"]?.[0]?.customerName === "Sam")).toMatchObject({ mine: [item] });
  });

  test("is kept over hibernation and the loss of memory", async () => {
    const { access, customer } = await talk();
    customer.send({ type: "context", facts: FACTS });
    await customer.settled();
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    expect(await backstageAt(await anaAt(access))).toMatchObject({ context: FACTS });
  });

  test("writes the one row of the state, and nothing when it says the same again", async () => {
    const { access, customer } = await talk({ page: CART, context: { facts: FACTS } });
    const tell = (told: object) =>
      writesDuring(conversationOf(access), async () => {
        customer.send({ type: "context", ...told });
        await customer.settled();
      });
    expect(await tell({ page: CART, facts: FACTS })).toEqual({ rows: 0, alarms: 0 });
    expect(await tell({ facts: { ...FACTS, plan: "free" } })).toEqual({ rows: 1, alarms: 0 });
    expect(await tell({ facts: { ...FACTS, plan: "free" } })).toEqual({ rows: 0, alarms: 0 });
    expect(await tell({})).toEqual({ rows: 0, alarms: 0 });
    // The state, the word to the desk, and its confirmation.
    expect((await tell({ name: "Sam" })).rows).toBeLessThanOrEqual(3);
    expect(await tell({ name: "Sam" })).toEqual({ rows: 0, alarms: 0 });
  });

  test("of an ended conversation is dropped without a word, and writes nothing", async () => {
    const { access, customer, ana } = await talk({ name: "Sam" });
    await ana.ask({ type: "end", id: randomId() });
    const before = heardBy(await customer.settled());
    const writes = await writesDuring(conversationOf(access), async () => {
      customer.send({ type: "context", name: "Kim", page: CART, facts: FACTS });
      expect(heardBy(await customer.settled())).toEqual(before);
    });
    expect(writes).toEqual({ rows: 0, alarms: 0 });
    expect(await (await anaAt(access)).take("welcome")).toMatchObject({
      view: { customer: { name: "Sam" } },
      backstage: { page: null, context: {} },
    });
  });

  test("garbage in it is left out, and nothing of a link's token is kept", async () => {
    const { access, customer, ana } = await talk({ name: "Sam" });
    customer.send({ type: "context", name: 7, page: "/cart", facts: "pro" });
    customer.send({ type: "context", name: "", facts: { plan: "pro", deep: {} }, page: `${CART}#rejoin=secret` });
    // The first of them tells nothing, so that the second is the first that is heard of.
    expect(await backstageAt(ana)).toMatchObject({ page: CART, context: { plan: "pro" } });
    expect(JSON.stringify(await rowsOf(access, "SELECT state FROM conversation"))).not.toContain("secret");
  });

  test("is a customer's alone", async () => {
    const { ana } = await talk();
    ana.send({ type: "context", name: "Kim" });
    expect(await ana.take("error")).toEqual({ type: "error", code: "bad-frame", ref: "context" });
  });
});

test("a name that the site has signed outweighs what the page says", async () => {
  const widget = (await env.ORGANISATION.getByName("organisation").readWidget("demo"))?.widget;
  if (widget?.identity.keys.kind !== "secret") throw new Error("the demo's widget has no secret");
  const identity = await new SignJWT({ name: "Anna" })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("anna")
    .setAudience(widget.identity.audience)
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(widget.identity.keys.secret));
  const { customer, ana } = await talk({ identity, name: "Boss" });
  customer.send({ type: "context", name: "Boss", facts: FACTS });
  await ana.take((frame) => frame["backstage"]?.context.plan === "pro");
  const names = (await ana.settled()).flatMap((frame) => (frame["view"] === undefined ? [] : [frame["view"].customer]));
  expect(new Set(names.map(({ name }: { name: string }) => name))).toEqual(new Set(["Anna"]));
});

test("P02 the prompt can call its customer by name", async () => {
  const identity = await identityOf("sam");
  const access = await begin({ identity });
  const customer = await connect(access);
  expect(await resume({ identity })).toMatchObject({ answer: "offer", offer: { customerName: null } });
  customer.send({ type: "context", name: "Sam" });
  await customer.settled();
  expect(await resume({ identity })).toMatchObject({
    answer: "offer",
    offer: { agentName: null, awaySince: null, holdUntil: null, resumableUntil: null, customerName: "Sam" },
  });
});

test("a conversation stored before there was a context goes on with none", async () => {
  const { access, customer } = await talk({ name: "Sam" });
  await runInDurableObject(conversationOf(access), (_object, { storage }) => {
    storage.sql.exec("UPDATE conversation SET state = json_remove(state, '$.customer.facts', '$.customer.nameSigned')");
  });
  await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
  const ana = await anaAt(access);
  expect(await ana.take("welcome")).toMatchObject({ view: { customer: { name: "Sam" } }, backstage: { context: {} } });
  customer.send({ type: "context", name: "Kim", facts: FACTS });
  expect(await ana.take((frame) => frame["view"]?.customer.name === "Kim")).toMatchObject({
    backstage: { context: FACTS },
  });
});
