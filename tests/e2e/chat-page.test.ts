import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { handsOn } from "../support/hands.ts";
import type { Hands } from "../support/hands.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Site } from "../support/site.ts";
import { openSite } from "../support/site.ts";
import { onDuty, untilDesk } from "../support/talk.ts";

let server: TestServer;
let browser: Browser;
let page: Page;
let chat: Locator;
let hands: Hands;
let site: Site | undefined;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  hands = handsOn(page);
  ({ chat } = hands);
});
afterEach(async () => {
  await page.context().close();
  await site?.close();
  site = undefined;
});

async function visit(rules: Parameters<typeof openSite>[1] = {}): Promise<Site> {
  site = await openSite(server, rules);
  await page.goto(site.url);
  return site;
}

/** The same, and opens the chat. */
async function visitChat(): Promise<Site> {
  const there = await visit();
  await hands.open();
  return there;
}

/** Starts a chat on the site's page, and Ana gets it. */
async function talk(rules: Parameters<typeof openSite>[1] = {}) {
  const { shop, url, visits } = await visit(rules);
  const desk = await onDuty(await shop.agent("Ana"));
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  return { desk, url, visits };
}

const isOver = (feed: Record<string, unknown>) =>
  (feed["mine"] as { state: string }[]).some(({ state }) => state === "wrap-up");

/** Whether a live region that was marked before says this. */
const announced = (text: string) => chat.locator("[data-there][role=status]").filter({ hasText: text });

/** Marks the live regions that are there: what is put in together with its words is mostly not heard. */
const markRegions = () =>
  chat.evaluate((element) => {
    for (const region of element.shadowRoot?.querySelectorAll("[role=status]") ?? [])
      region.setAttribute("data-there", "");
  });

const focused = () => chat.evaluate((element) => element.shadowRoot?.activeElement?.tagName.toLowerCase() ?? null);

test("T02 a page that was only loaded is not open: what its stored credential learns of an expiry moves nobody", async () => {
  const { desk, url, visits } = await talk({ limitSeconds: 1 });
  await page.goto("about:blank");
  await untilDesk(desk, isOver);
  await page.goto(url);
  await chat.getByText("This chat ended at").first().waitFor();
  expect(page.url()).toBe(`${url}/`);
  expect(visits).not.toContain("/late");
});

test("L04 a chat that its person used, and whose end this page learns, moves on to the redirect URL, once", async () => {
  const { desk, url, visits } = await talk({ limitSeconds: 1 });
  await chat.evaluate((element) => (element as unknown as { chat: { drop(): void } }).chat.drop());
  await untilDesk(desk, isOver);
  await chat.evaluate((element) => (element as unknown as { chat: { return(): void } }).chat.return());
  await page.waitForURL(`${url}/late`);
  // That page carries the widget and its stored credential, too.
  await chat.getByText("This chat ended at").first().waitFor();
  expect(visits.filter((path) => path === "/late")).toEqual(["/late"]);
});

test("a site's customer signs out: the chat is ready for a guest", async () => {
  const { shop } = await visitChat();
  const jwt = await shop.identity("sam");
  await hands.box.waitFor();
  const asked = page.waitForResponse(/\/resume$/);
  await chat.evaluate((element, token) => Object.assign(element, { identity: async () => token }), jwt);
  await asked;
  await hands.box.waitFor();
  await chat.evaluate((element) => Object.assign(element, { identity: null }));
  await expect.poll(() => hands.box.isVisible()).toBe(true);
  expect(await chat.getByText("One moment…").count()).toBe(0);
});

test("a site that sets a fresh identity function at each rendering, for the same customer: nothing is asked and nothing reconnects", async () => {
  const { shop } = await visitChat();
  const tokens = await Promise.all([1, 2, 3, 4].map((n) => shop.identity("sam", { expiresIn: 3_600 + n })));
  const signIn = (token: string | undefined) =>
    chat.evaluate((element, jwt) => Object.assign(element, { identity: async () => jwt }), token);
  await signIn(tokens[0]);
  await hands.say("Hello");
  await chat.getByText("Sent").waitFor();
  const seen: string[] = [];
  page.on("websocket", (socket) => seen.push(socket.url()));
  page.on("request", (request) => seen.push(request.url()));
  for (const token of tokens) await signIn(token);
  await hands.say("Still here");
  await chat.getByText("Sent").waitFor();
  expect(seen).toEqual([]);
});

test("what is too long is said to be, before a chat is started for it and in the chat", async () => {
  await visitChat();
  const tooLong = "A message has at most 8,000 characters.";
  const { box } = hands;
  await box.fill("x".repeat(8_001));
  await markRegions();
  await box.press("Enter");
  await announced(tooLong).waitFor();
  await chat.getByText(tooLong).first().waitFor();
  await box.fill("short");
  await chat.getByText(tooLong).first().waitFor({ state: "detached" });
  await box.press("Enter");
  await hands.log.getByText("short").waitFor();
  await box.fill("y".repeat(8_001));
  await markRegions();
  await box.press("Enter");
  await announced(tooLong).waitFor();
  expect((await box.inputValue()).length).toBe(8_001);
  // One endless word makes nothing wider.
  expect(await hands.panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test("the keyboard stays in the chat from screen to screen, and each screen is announced in a region that was there", async () => {
  await visitChat();
  const { box } = hands;
  await expect.poll(focused).toBe("textarea");
  await box.fill("Hello");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await hands.log.getByText("Hello").waitFor();
  await expect.poll(focused).toBe("textarea");
  await box.fill("More");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await hands.log.getByText("More").waitFor();
  await expect.poll(focused).toBe("textarea");

  await markRegions();
  await chat.getByRole("button", { name: "End chat" }).focus();
  await page.keyboard.press("Enter");
  const question = chat.getByRole("alertdialog", { name: "End this chat?" });
  await question.waitFor();
  await expect.poll(focused).toBe("h2");
  await question.getByRole("button", { name: "Keep chatting" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("textarea");
  await chat.getByRole("button", { name: "End chat" }).click();
  await question.getByRole("button", { name: "End chat" }).focus();
  await page.keyboard.press("Enter");
  await announced("This chat ended at").waitFor();
  await announced("You ended it.").waitFor();
  await expect.poll(focused).toBe("p");
});

test("L07 a broken link is told quietly, the same for each, and a new chat can be started", async () => {
  const { url } = await visit();
  for (const token of ["garbage", "AAAAAAAAAAAAAAAAAAAAAA.BBBB.CCCC"]) {
    await page.goto("about:blank");
    await page.goto(`${url}/#rejoin=${token}`);
    await chat.getByText("This link doesn't open a chat any more.").first().waitFor();
    // But for the chat itself, nothing that asks for attention.
    const loud = chat.getByRole("dialog").or(chat.getByRole("alertdialog")).or(chat.getByRole("alert"));
    expect(await loud.count()).toBe(1);
  }
  await hands.say("Hello");
  expect(await chat.getByText("This link doesn't open").count()).toBe(0);
});

test("a start made offline keeps its text in sight, and goes through by itself when the network is back", async () => {
  await visitChat();
  await hands.box.fill("Is my order lost?");
  await page.context().setOffline(true);
  await hands.box.press("Enter");
  await chat.getByText("What you wrote is kept").first().waitFor();
  await chat.locator(".screen").getByText("Is my order lost?").waitFor();
  await page.context().setOffline(false);
  await chat.getByRole("log").getByText("Is my order lost?").waitFor();
  await chat.getByText("Sent").waitFor();
  expect(await chat.locator(".bubble").allTextContents()).toEqual(["Is my order lost?"]);
});

test("the widget's settings are asked for until they come", async () => {
  let refused = 0;
  await page.route(/\/v1\/widgets\/[^/]+\?lang=[^/]*$/, (route) => {
    refused += 1;
    return refused > 2 ? route.continue() : route.abort();
  });
  await visit();
  // The loader asks once by itself, then each time that somebody wants to open the chat.
  await hands.launcher.click();
  await chat.getByText("No connection").waitFor();
  await hands.open();
  await chat.getByText("How can we help?").waitFor();
  expect(refused).toBe(3);
});
