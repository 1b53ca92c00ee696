import { exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { check } from "#protocol/decode.ts";
import { InsightsAnswer } from "#protocol/insights.ts";
import { ana, ConsoleBrowser, owner, OWN } from "./console-browser.ts";
import { freshForEach } from "./support/fresh.ts";
import { say, talk, owedBy } from "./support/people.ts";
import { randomId } from "./support/wire.ts";

freshForEach();

const HOUR = 3_600_000;
const lately = () => `from=${Date.now() - HOUR}&until=${Date.now() + HOUR}`;

async function insights(browser: ConsoleBrowser, query = lately()): Promise<InsightsAnswer> {
  const { status, body } = await browser.ask(`/v1/insights?${query}`);
  const read = check(InsightsAnswer, body);
  if (!read.ok) throw new Error(`${status}: ${read.problem}`);
  return read.value;
}

/** The table, and what the answer says of itself. */
async function table({ cookie }: ConsoleBrowser, query = lately()): Promise<{ text: string; headers: Headers }> {
  const answer = await exports.default.fetch(
    new Request(`${OWN}/v1/insights.csv?${query}`, { headers: { cookie: cookie ?? "" } }),
  );
  // `text()` would take the mark of the encoding away.
  return {
    text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer()),
    headers: answer.headers,
  };
}

/** A conversation as its customer names themselves; ended, and on record. */
async function endedTalk(name: string): Promise<void> {
  const { access, customer, ana: agent } = await talk({ name });
  await say(customer, "Hello");
  await say(agent, "Hello, how can I help?");
  await customer.ask({ type: "end", id: randomId() });
  await vi.waitFor(async () => expect(await owedBy(access)).toEqual([]));
}

test("figures are for supervisors, and for a period that is told", async () => {
  for (const path of ["insights", "insights.csv"]) {
    expect(await new ConsoleBrowser().ask(`/v1/${path}?${lately()}`)).toMatchObject({ status: 401 });
    expect(await (await ana()).ask(`/v1/${path}?${lately()}`)).toMatchObject({
      status: 403,
      body: { code: "not-allowed" },
    });
    const browser = await owner();
    for (const query of ["", "from=0", "from=0&until=99999999999999", "from=5&until=1", `${lately()}&zone=x`])
      expect(await browser.ask(`/v1/${path}?${query}`)).toMatchObject({ status: 400, body: { code: "bad-request" } });
  }
});

test("of no conversations there are no figures, and no advice", async () => {
  const { conversations, clocks, advice, hours } = await insights(await owner());
  expect({ conversations, clocks, advice }).toEqual({
    conversations: { count: 0, joined: 0, messages: 0, endings: [] },
    clocks: null,
    advice: null,
  });
  expect(hours).toHaveLength(24);
});

test("what was done is what is told, in figures and in the table", async () => {
  await endedTalk("Sam");
  await endedTalk("=HYPERLINK(1)");
  const browser = await owner();
  expect(await insights(browser)).toMatchObject({
    conversations: { count: 2, joined: 2, messages: 4, endings: [{ by: "customer", reason: "ended", count: 2 }] },
    drops: { count: 0 },
    firstAnswer: { count: 2 },
    clocks: { holdSeconds: 300, limitSeconds: 1_200, mixed: false },
    advice: { hold: { is: "too-few", returns: 0, needed: 20 }, limit: { is: "too-few" } },
  });
  expect((await insights(browser, `${lately()}&agentId=ben`)).conversations.count).toBe(0);

  const { text, headers } = await table(browser);
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
  expect(headers.get("content-disposition")).toContain("attachment");
  expect(headers.get("cache-control")).toBe("no-store");
  const lines = text.split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFconversation,widget,workstream,customer,/);
  expect(lines.slice(1, -1)).toHaveLength(2);
  expect(lines.at(-1)).toBe("");
  expect(text).toContain(",Sam,");
  expect(text).toContain(",'=HYPERLINK(1),");
});

test("a table longer than one part comes whole", { timeout: 60_000 }, async () => {
  const browser = await owner();
  const { body } = await browser.ask("/v1/demo/sample", { method: "POST" });
  const { conversations } = body as { conversations: number };
  const days = `from=${Date.now() - 30 * 24 * HOUR}&until=${Date.now()}`;
  const answer = await vi.waitFor(
    async () => {
      const told = await insights(browser, `${days}&zone=Europe%2FLisbon`);
      expect(told.conversations.count).toBe(conversations);
      return told;
    },
    { timeout: 20_000 },
  );
  expect(answer.advice?.hold.is).not.toBe("too-few");
  expect(answer.hours.reduce((sum, each) => sum + each, 0)).toBe(conversations);
  expect((await table(browser, days)).text.split("\r\n")).toHaveLength(conversations + 2);
});
