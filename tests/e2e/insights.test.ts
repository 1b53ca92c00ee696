import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Locator, Page as BrowserPage } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { axeFinds } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { type AgentPeer, randomId, signInOwner } from "../support/peers.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { openShop, type Shop } from "../support/shop.ts";
import { onDuty, openChat, type Page, reconnect, say, untilState } from "../support/talk.ts";

let server: TestServer;
let browser: Browser;
let owner: AgentPeer;
let quick: Shop;
let slow: Shop;
let page: BrowserPage;
let insights: Locator;
let troubles: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  owner = await signInOwner(server.url, server.setupSecret);
  quick = await openShop(server, { holdSeconds: 1, limitSeconds: 3 }, owner);
  slow = await openShop(server, {}, owner);
  await Promise.all([
    withAgent(quick, async (talk) => {
      await Promise.all([talk(backTooLateForTheHold), talk(neverBack)]);
    }),
    withAgent(slow, async (talk) => {
      await Promise.all([talk(backInTheHold), talk(changesThePage)]);
    }),
  ]);
  await untilRecorded(4);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Story = (shop: Shop, page: Page, endAsAgent: () => Promise<void>) => Promise<void>;

/** Plays stories of customers with an agent of this shop, each from the first word to the end. */
async function withAgent(shop: Shop, play: (talk: (story: Story) => Promise<void>) => Promise<void>): Promise<void> {
  const agent = await shop.agent("Ana", 5);
  const desk = await onDuty(agent);
  await play(async (story) => {
    const chat = await openChat(shop, { name: story.name });
    await untilState(chat.socket, "active");
    await say(chat.socket, `I ask about ${story.name}`);
    const seat = await agent.connect(chat.access.conversationId);
    await seat.take("welcome");
    await say(seat, "Here I am.");
    await story(shop, chat, async () => void (await seat.ask({ type: "end", id: randomId() })));
    seat.close();
  });
  desk.close();
}

async function leave({ socket }: Page): Promise<void> {
  socket.close(4300);
  await socket.closed;
}

const end = ({ socket }: Pick<Page, "socket">) => socket.ask({ type: "end", id: randomId() });

/** Away for ten seconds and a bit, so that it counts; back to the agent who was held. */
async function backInTheHold(shop: Shop, chat: Page): Promise<void> {
  await leave(chat);
  await pause(10_300);
  await end(await reconnect(shop, chat.access));
}

/** A page change: it counts as none. */
async function changesThePage(shop: Shop, chat: Page, endAsAgent: () => Promise<void>): Promise<void> {
  await leave(chat);
  await reconnect(shop, chat.access);
  await endAsAgent();
}

/** The hold of a second is over; the same agent takes it again. */
async function backTooLateForTheHold(shop: Shop, chat: Page): Promise<void> {
  await leave(chat);
  await pause(1_700);
  const back = await reconnect(shop, chat.access);
  await untilState(back.socket, "active");
  await end(back);
}

/** The limit of three seconds ends it. */
async function neverBack(_shop: Shop, chat: Page): Promise<void> {
  await leave(chat);
}

async function untilRecorded(count: number): Promise<void> {
  const query = `from=${Date.now() - 3_600_000}&until=${Date.now() + 3_600_000}`;
  for (;;) {
    const answer = await owner.call("GET", `/v1/insights?${query}`);
    if (answer["conversations"]?.count === count) return;
    await pause(200);
  }
}

beforeEach(async () => {
  const [name = "", value = ""] = owner.cookie.split("=");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await context.addCookies([{ name, value, url: server.url }]);
  page = await context.newPage();
  troubles = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  insights = page.locator("rejoin-insights");
  await page.goto(`${server.url}/console#/insights`);
  await insights.getByRole("heading", { name: "Drops" }).waitFor();
  return () => context.close();
});

/** What a term of the page's lists says. */
const said = async (term: string | RegExp): Promise<string> => {
  const row = insights.locator("dl > div").filter({ has: page.locator("dt", { hasText: term }) });
  return (await row.locator("dd").innerText()).replaceAll(/\s+/g, " ").trim();
};

test("the figures are what was done", async () => {
  expect(await said("Conversations")).toBe("4 4 reached an agent");
  expect(await said("Drops recovered")).toBe("67 % 2 of 3 drops");
  expect(await said("Back to the same agent")).toBe("100 % 2 of 2 returns");
  expect(await said(/Back within the hold/)).toBe("1 33 %");
  expect(await said("Back later")).toBe("1 33 %");
  expect(await said("Never back")).toBe("1 33 %");
  expect(await said("The customer ended it")).toBe("2 50 %");
  expect(await said("The agent ended it")).toBe("1 25 %");
  expect(await said("The customer did not come back")).toBe("1 25 %");
  expect(await insights.locator(".recovery").innerText()).toContain("1 blip under 10 seconds");
  expect(await insights.locator(".holds").innerText()).toContain("What 3 holds blocked");
  // Two returns to an agent are too few to say anything, and it says so.
  expect(await insights.locator(".clocks").innerText()).toContain("Not enough data yet");
  expect(troubles).toEqual([]);
});

test("every plot is drawn, and is a table as well", async () => {
  const plots = insights.locator("rejoin-plot");
  const names = await plots.getByRole("img").evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect(names).toHaveLength(4);
  for (const plot of await plots.all()) {
    expect(
      await plot.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return data.some((value) => value > 0);
      }),
    ).toBe(true);
    await plot.getByText("Numbers").click();
  }
  const returning = insights.locator(".returning table");
  const numbers = await returning.locator("tbody td").allInnerTexts();
  expect(numbers.map(Number).reduce((sum, each) => sum + each, 0)).toBe(2);
  expect(troubles).toEqual([]);
});

test("a filter narrows by keyboard alone, stands in the address, and is there after a reload", async () => {
  const widget = insights.getByLabel("Widget");
  await widget.focus();
  // Both shops are called the same; the second of the list is one of them.
  await widget.selectOption(quick.widgetId);
  await expect.poll(() => said("Conversations")).toBe("2 2 reached an agent");
  expect(page.url()).toContain(`widget=${quick.widgetId}`);
  expect(await said("Drops recovered")).toBe("50 % 1 of 2 drops");
  await page.reload();
  await expect.poll(() => said("Conversations")).toBe("2 2 reached an agent");
  expect(await insights.getByLabel("Widget").inputValue()).toBe(quick.widgetId);
  await page.goBack();
  await expect.poll(() => said("Conversations")).toBe("4 4 reached an agent");
  expect(await insights.getByLabel("Widget").inputValue()).toBe("");
});

test("the table to take away says the same, one line for each conversation", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    insights.getByRole("link", { name: "Download as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("rejoin-conversations.csv");
  const [head = [], ...lines] = (await readFile(await download.path(), "utf8"))
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const told = lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
  const by = (customer: string) => told.find((line) => line["customer"] === customer);
  expect(told).toHaveLength(4);
  expect(by("backInTheHold")).toMatchObject({ drops: "1", "back within the hold": "1", "ended by": "customer" });
  expect(by("changesThePage")).toMatchObject({ drops: "0", "blips under 10 s": "1", "ended by": "agent" });
  expect(by("backTooLateForTheHold")).toMatchObject({
    "back later": "1",
    "back to the same agent": "1",
    "hold (s)": "1",
  });
  expect(by("neverBack")).toMatchObject({ "never back": "1", "ended by": "limit", reason: "expired", messages: "2" });
});

test("a search finds each by what was said, and its transcript", async () => {
  const found = await owner.call("GET", "/v1/records?q=about%20neverback");
  expect(found["records"]).toMatchObject([{ customerName: "neverBack", by: "limit", agents: [{ name: "Ana" }] }]);
  const [{ conversationId }] = found["records"] as [{ conversationId: string }];
  const { entries } = await owner.call("GET", `/v1/records/${conversationId}/entries`);
  expect((entries as { text?: string }[]).flatMap(({ text }) => text ?? [])).toEqual([
    "I ask about neverBack",
    "Here I am.",
  ]);
});

test("axe finds nothing, light, dark and in forced colours, tables open; at 375 px nothing is wider than the screen", async () => {
  for (const table of await insights.getByText("Numbers").all()) await table.click();
  const found: Record<string, string[]> = {};
  for (const media of [
    { colorScheme: "light", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "none" },
    { colorScheme: "light", forcedColors: "active" },
  ] as const) {
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    const forcedColors = media.forcedColors === "active";
    const finds = await axeFinds(page, { forcedColors, within: "rejoin-console" });
    if (finds.length > 0) found[`${media.colorScheme} ${media.forcedColors}`] = finds;
  }
  expect(found).toEqual({});
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await insights.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
