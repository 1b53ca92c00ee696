import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Storefront } from "../support/storefront.ts";
import { openStorefront } from "../support/storefront.ts";

let server: TestServer;
let browser: Browser;
let front: Storefront;
let context: BrowserContext;
let page: Page;
/** Requests and sockets to the chat's server, in order: paths alone. */
let asked: string[];
let sockets: number;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  front = await openStorefront(server);
});
afterAll(async () => {
  await front.close();
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  [asked, sockets] = [[], 0];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === server.url) asked.push(url.pathname);
  });
  page.on("websocket", () => (sockets += 1));
});
afterEach(async () => {
  await context.close();
});

test("a page where there is nothing to resume pays for the script and the settings: no module, no socket", async () => {
  await page.goto(front.url);
  await page.locator("rejoin-chat [part=launcher]").waitFor();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual(["/rejoin.js", `/v1/widgets/${front.shop.widgetId}`]);
  expect(sockets).toBe(0);
  expect(await page.locator("rejoin-chat").count()).toBe(1);
});

test("a click opens the panel and closes it", async () => {
  await page.goto(front.url);
  const launcher = page.locator("rejoin-chat [part=launcher]");
  await launcher.click();
  await page.locator("rejoin-chat [part=panel]").waitFor();
  expect(await launcher.getAttribute("aria-expanded")).toBe("true");
  await launcher.click();
  await page.locator("rejoin-chat [part=panel]").waitFor({ state: "hidden" });
  expect(await launcher.getAttribute("aria-expanded")).toBe("false");
});
