import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import type { Visitor } from "../support/demo-hands.ts";
import { visitDemo } from "../support/demo-hands.ts";
import type { DemoHouse } from "../support/demo-house.ts";
import { startDemoHouse } from "../support/demo-house.ts";

const FIRST = "Hello, can I still change the address of order 8812?";

let house: DemoHouse;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [house, browser] = await Promise.all([
    startDemoHouse(),
    // As Chrome does on a computer; the headless one that comes from npm does not by itself.
    launchBrowser(["--site-per-process"]),
  ]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
beforeEach(async () => {
  visitor = await visitDemo(browser, house.url);
  await visitor.begin();
});
afterEach(async () => {
  const { shop, phone, console: desk } = visitor;
  expect(await visitor.said(shop)).toEqual(await visitor.said(desk));
  expect(await phone.locator("body").count()).toBe(0);
  await visitor.leave();
});

describe("each button of the demo", () => {
  test("a chat begins in the shop and is Ana's; nothing on the page complains", async () => {
    expect(await visitor.said(visitor.shop)).toEqual([FIRST, "Yes. Where to?"]);
    expect(visitor.complaints).toEqual([]);
    expect(await visitor.page.locator("iframe").count()).toBe(2);
  });

  test("the Wi-Fi is lost and found: both sides know at once, and what was written arrives once", async () => {
    const { shop, console: desk } = visitor;
    await visitor.press("wifi");
    await visitor.seen();
    await visitor.write(shop, "Rua das Flores 12");
    await visitor.write(desk, "Are you there?");
    await shop.getByText("Waiting for the network").waitFor();
    await visitor.press("wifi");
    await visitor.seen();
    expect(await visitor.said(desk)).toEqual([FIRST, "Yes. Where to?", "Are you there?", "Rua das Flores 12"]);
  });
});
