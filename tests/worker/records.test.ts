import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import { EntriesAnswer } from "#protocol/bodies.ts";
import { check } from "#protocol/decode.ts";
import { type RecordView, RecordsAnswer } from "#protocol/records.ts";
import { RECORDS_NAME } from "../../worker/env.ts";
import { Records } from "../../worker/index.ts";
import { ana, ConsoleBrowser, owner } from "./console-browser.ts";
import { pass, stopClock } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import type { Access } from "./support/people.ts";
import { begin, connect, conversationOf, ring, say, talk, owedBy } from "./support/people.ts";
import { randomId } from "./support/wire.ts";

freshForEach();

const records = () => env.RECORDS.getByName(RECORDS_NAME);

async function found(browser: ConsoleBrowser, query = ""): Promise<RecordView[]> {
  const { status, body } = await browser.ask(`/v1/records${query}`);
  const read = check(RecordsAnswer, body);
  if (!read.ok) throw new Error(`${status}: ${read.problem}`);
  return read.value.records;
}

/** Resolves once the conversation owes nobody anything, what it has to record included. */
function told(access: Access): Promise<void> {
  return vi.waitFor(async () => expect(await owedBy(access)).toEqual([]));
}

async function endedTalk(text: string): Promise<Access> {
  const { access, customer, ana: agent } = await talk();
  await say(customer, text);
  await say(agent, "Let me look.");
  await customer.ask({ type: "end", id: randomId() });
  await told(access);
  return access;
}

test("a conversation that has ended is found by what was said in it, and read as it was", async () => {
  const access = await endedTalk("Where is my parcel from Café Luna?");
  const browser = await owner();
  const [record, ...others] = await found(browser, "?q=parc%20cafe");
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    conversationId: access.conversationId,
    customerName: null,
    subject: null,
    widgetId: "demo",
    workstreamId: "general",
    agents: [{ id: "ana", name: "Ana" }],
    by: "customer",
    reason: "ended",
    messages: 2,
    excerpt: "Where is my parcel from Café Luna? Let me look.",
  });
  expect(await found(browser, "?q=elsewhere")).toEqual([]);

  const { status, body } = await browser.ask(`/v1/records/${access.conversationId}/entries`);
  expect(status).toBe(200);
  const page = check(EntriesAnswer, body);
  expect(page.ok && page.value.more).toBe(false);
  expect(
    page.ok && page.value.entries.map((entry) => (entry.kind === "message" ? entry.text : entry.what.type)),
  ).toEqual(["started", "joined", "Where is my parcel from Café Luna?", "Let me look.", "ended"]);
  const rest = await browser.ask(`/v1/records/${access.conversationId}/entries?after=4`);
  expect(rest.body).toMatchObject({ head: 5, entries: [{ seq: 5 }] });
});

test("a live conversation is not on record, and its transcript is not to be had that way", async () => {
  const { access } = await talk();
  const browser = await owner();
  expect(await found(browser)).toEqual([]);
  expect((await browser.ask(`/v1/records/${access.conversationId}/entries`)).status).toBe(404);
});

test("a link stands in the transcript by its slug, never as a URL", async () => {
  const { access, customer, ana: agent } = await talk();
  await say(agent, "Come back here: {ReconnectUrl}");
  await customer.ask({ type: "end", id: randomId() });
  await told(access);
  const { body } = await (await owner()).ask(`/v1/records/${access.conversationId}/entries`);
  expect(JSON.stringify(body)).toContain("{ReconnectUrl}");
  expect(JSON.stringify(body)).not.toContain("http");
});

test("of a very long talk the first 50,000 characters can be searched, and all of it is counted and read", async () => {
  const { access, customer, ana: agent } = await talk();
  await say(customer, "beginning");
  for (let n = 0; n < 7; n += 1) await say(customer, `${"x".repeat(7_990)} ${n}`);
  for (let n = 0; n < 210; n += 1) await say(agent, `ending${n}`);
  await customer.ask({ type: "end", id: randomId() });
  await told(access);
  const browser = await owner();
  expect(await found(browser, "?q=beginning")).toMatchObject([{ messages: 218 }]);
  expect(await found(browser, "?q=ending209")).toEqual([]);
  const { body } = await browser.ask(`/v1/records/${access.conversationId}/entries?after=200`);
  expect(body).toMatchObject({ head: 221, more: false });
});

test("a start whose customer never came leaves no record", async () => {
  stopClock();
  const access = await begin();
  pass(21 * 60_000);
  await ring(access);
  expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "closed" } });
  expect(await owedBy(access)).toEqual([]);
  expect(await found(await owner())).toEqual([]);
});

test("one whose limit passes while nobody is there is on record with the time at which it ended", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  stopClock();
  const access = await begin();
  const page = await connect(access);
  await page.take("welcome");
  page.close(4300);
  await page.closed;
  const droppedAt = Date.now();
  pass(3 * 3_600_000);
  await ring(access);
  await told(access);
  expect(await found(await owner())).toMatchObject([
    { by: "limit", reason: "expired", endedAt: droppedAt + 1_200_000, agents: [], messages: 0 },
  ]);
});

describe.each(["before", "after"] as const)("the records fail %s they took a word", (when) => {
  test("it is told again until they confirm, and stands there once", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const original = Records.prototype.record;
    let fails = 2;
    vi.spyOn(Records.prototype, "record").mockImplementation(async function record(this: Records, ...args) {
      fails -= 1;
      if (fails >= 0 && when === "before") throw new Error("not now");
      await original.apply(this, args);
      if (fails >= 0) throw new Error("the answer was lost");
    });
    stopClock();
    const { access, customer } = await talk();
    await say(customer, "parcel");
    await customer.ask({ type: "end", id: randomId() });
    const owed = async () =>
      (await owedBy(access)).filter(({ topic }) => topic === "record").map(({ attempts }) => ({ attempts }));
    await vi.waitFor(async () => expect(await owed()).toEqual([{ attempts: 1 }]));
    pass(60_000);
    await ring(access);
    await vi.waitFor(async () => expect(await owed()).toEqual([{ attempts: 2 }]));
    pass(60_000);
    await ring(access);
    await vi.waitFor(async () => expect(await owed()).toEqual([]));
    const rows = await runInDurableObject(records(), (_records, { storage }) =>
      storage.sql.exec("SELECT id FROM records").toArray(),
    );
    expect(rows).toEqual([{ id: access.conversationId }]);
  });
});

describe("who may look", () => {
  test("nobody who is not signed in", async () => {
    const access = await endedTalk("parcel");
    for (const path of ["/v1/records", `/v1/records/${access.conversationId}/entries`])
      expect(await new ConsoleBrowser().ask(path)).toMatchObject({ status: 401 });
  });

  test("an agent finds and reads what is of their workstreams; what is not is not there", async () => {
    const access = await endedTalk("parcel");
    const boss = await owner();
    const inAna = await ana();
    expect(await found(inAna, "?q=parcel")).toHaveLength(1);

    const invited = await boss.ask("/v1/invitations", {
      method: "POST",
      body: { agent: { name: "Ben", role: "agent", capacity: 1, workstreamIds: [] } },
    });
    const ben = new ConsoleBrowser();
    const { token, agentId } = invited.body as { token: string; agentId: string };
    await ben.ask("/v1/sessions", { method: "POST", body: { token } });
    expect(await found(ben)).toEqual([]);
    expect(await found(ben, "?q=parcel")).toEqual([]);
    expect((await ben.ask(`/v1/records/${access.conversationId}/entries`)).status).toBe(404);

    // What was in their own hands stays theirs to read when they leave the workstream.
    const away = { name: "Ana", role: "agent", capacity: 3, workstreamIds: [] };
    await boss.ask("/v1/agents/ana", { method: "PUT", body: away });
    expect(await found(inAna)).toHaveLength(1);
    expect((await inAna.ask(`/v1/records/${access.conversationId}/entries`)).status).toBe(200);

    await boss.ask(`/v1/agents/${agentId}`, {
      method: "PUT",
      body: { name: "Ben", role: "agent", capacity: 1, workstreamIds: ["general"] },
    });
    expect(await found(ben)).toHaveLength(1);
  });
});

test.for([
  "/v1/records?from=yesterday",
  "/v1/records?until=-1",
  "/v1/records?cursor=1",
  "/v1/records?cursor=1.%27%20OR%201",
  "/v1/records?widgetId=%22",
  `/v1/records?q=${"x".repeat(201)}`,
  "/v1/records/some/entries?after=x",
])("%s is refused", async (path) => {
  expect(await (await owner()).ask(path)).toMatchObject({ status: 400, body: { code: "bad-request" } });
});

test("an id that is none, or unknown, wakes no conversation and is not found", async () => {
  const browser = await owner();
  for (const id of ["unknown", "%22", "x".repeat(80)])
    expect((await browser.ask(`/v1/records/${id}/entries`)).status).toBe(404);
});
