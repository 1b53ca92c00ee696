import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { visitDemo } from "../support/demo-hands.ts";
import type { DemoHouse } from "../support/demo-house.ts";
import { startDemoHouse } from "../support/demo-house.ts";

// Two stories that wait for clocks, in two houses, at the same time.

let browser: Browser;
let houses: [DemoHouse, DemoHouse];

beforeAll(async () => {
  browser = await launchBrowser();
  houses = await Promise.all([startDemoHouse(), startDemoHouse()]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all(houses.map((house) => house.close()));
});

const FIRST = "Hello, can I still change the address of order 8812?";

test.concurrent("the cable is pulled: the shop finds out by itself, Ana's slot is held, and all that was written arrives once", async ({
  expect,
}) => {
  const visitor = await visitDemo(browser, houses[0].url);
  const { shop, console: desk, page } = visitor;
  await visitor.begin();
  // A browser with one thread for all says so, and does not offer to hang.
  expect(await visitor.story("hang").innerText()).toContain("This browser has one thread for all.");
  await visitor.press("cable");
  await visitor.write(shop, "Rua das Flores 12");
  await visitor.write(desk, "Are you there?");
  await visitor.seen(50_000);
  await page.getByText("Cable pulled").first().waitFor();
  expect(await page.locator("tr", { hasText: "Slot held" }).innerText()).toMatch(/[45]:\d\d/);
  await visitor.press("cable");
  await visitor.seen(30_000);
  for (const side of [shop, desk])
    await expect
      .poll(async () => (await visitor.said(side)).toSorted())
      .toEqual(["Are you there?", FIRST, "Rua das Flores 12", "Yes. Where to?"].toSorted());
  await expect.poll(() => visitor.said(shop)).toEqual(await visitor.said(desk));
  await visitor.leave();
});

test.concurrent("whoever comes back too late is led to the shop's page for that; the slot was free long before", async () => {
  const visitor = await visitDemo(browser, houses[1].url);
  await visitor.press("late");
  await visitor.seen(60_000);
  const second = visitor.page.frameLocator('iframe[title="The shop\'s second tab"]');
  await second.getByText("That chat is over").waitFor();
  // The first tab was there all the time.
  await visitor.press("late");
  await visitor.seen();
  expect(await visitor.page.locator("iframe").count()).toBe(2);
  await visitor.page.context().close();
});
