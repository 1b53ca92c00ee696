import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFinds } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { settingsPage } from "../support/settings-page.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const PAGES = [
  "widgets",
  "widgets/new",
  "widgets/demo",
  "widgets/demo/looks",
  "widgets/demo/site",
  "widgets/demo/code",
  "workstreams",
  "workstreams/general",
  "agents",
  "agents/ana",
  "agents/new",
  "quick-replies",
  "changes",
];

async function overflow(page: Page): Promise<number> {
  return page.locator("rejoin-settings").evaluate((element) => element.scrollWidth - element.clientWidth);
}

test("axe finds nothing on any page: light, dark, forced colours; and at 375 px nothing is wider than the screen", async () => {
  const owner = await settingsPage(server, browser, "widgets");
  const found: Record<string, string[]> = {};
  const wide: string[] = [];
  for (const path of PAGES) {
    await owner.page.setViewportSize({ width: 1280, height: 900 });
    await owner.open(path);
    if (path === "changes") await owner.settings.getByText("signed in for the first time").waitFor();
    for (const media of [
      { colorScheme: "light", forcedColors: "none" },
      { colorScheme: "dark", forcedColors: "none" },
      { colorScheme: "light", forcedColors: "active" },
    ] as const) {
      // Colours that are on their way to others have no contrast to speak of.
      await owner.page.emulateMedia({ ...media, reducedMotion: "reduce" });
      const finds = await axeFinds(owner.page, {
        forcedColors: media.forcedColors === "active",
        within: "rejoin-console",
      });
      if (finds.length > 0) found[`${path} ${media.colorScheme} ${media.forcedColors}`] = finds;
    }
    await owner.page.setViewportSize({ width: 375, height: 812 });
    if ((await overflow(owner.page)) > 0) wide.push(path);
  }
  expect(found).toEqual({});
  expect(wide).toEqual([]);
  await owner.page.context().close();
});

test("on a phone the tab of the page that one is on is in sight", async () => {
  const owner = await settingsPage(server, browser, "changes", { viewport: { width: 375, height: 812 } });
  for (const [path, tab] of [
    ["changes", "Changes"],
    ["widgets/demo/code", "Get the code"],
  ] as const) {
    await owner.open(path);
    const link = owner.settings.locator("[aria-current=page]", { hasText: tab });
    await expect
      .poll(async () => {
        const box = await link.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= 375;
      })
      .toBe(true);
  }
  await owner.page.context().close();
});

test("by keyboard alone: to a widget, its hold changed, saved, and a question answered with Escape", async () => {
  const owner = await settingsPage(server, browser, "widgets");
  const { page, settings } = owner;
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "";
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let n = 0; n < 40 && !name.test(await focused()); n += 1) await page.keyboard.press("Tab");
    expect(await focused()).toMatch(name);
  };
  await tabTo(/^Demo shop/);
  await page.keyboard.press("Enter");
  await owner.field("Reconnect to previous agent for").waitFor();
  await expect.poll(focused).toBe("Demo shop");
  await owner.field("Reconnect to previous agent for").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await owner.says(/^Saved/);
  await settings.getByRole("link", { name: "Site and customers" }).focus();
  await page.keyboard.press("Enter");
  await owner.button("Remove this widget").focus();
  await page.keyboard.press("Enter");
  await settings.getByRole("dialog", { name: "Remove “Demo shop”?" }).waitFor();
  await page.keyboard.press("Escape");
  await settings.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(focused).toBe("Remove this widget");
  await page.context().close();
});

test("agents who are no supervisors find no settings, whatever the address says", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/console`);
  await page.evaluate(() => fetch("/v1/demo/session", { method: "POST" }));
  await page.goto(`${server.url}/console#/settings/widgets/demo`);
  await page.reload();
  await page.locator("rejoin-console .frame").waitFor();
  expect(await page.locator("rejoin-settings").count()).toBe(0);
  await page.context().close();
});
