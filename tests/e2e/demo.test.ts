import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { axeFinds } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Visitor } from "../support/demo-hands.ts";
import { visitDemo } from "../support/demo-hands.ts";
import type { DemoHouse } from "../support/demo-house.ts";
import { startDemoHouse } from "../support/demo-house.ts";

const FIRST = "Hello, can I still change the address of order 8812?";
const SECOND = "Yes. Where to?";

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
  // Whatever happened: both sides show the same, once each, in one order.
  await expect.poll(() => visitor.said(visitor.shop)).toEqual(await visitor.said(visitor.console));
  await visitor.leave();
});

describe("each button of the demo", () => {
  test("a chat begins in the shop and is Ana's; the log tells both sides; nothing on the page complains", async () => {
    const { page, shop } = visitor;
    await expect.poll(() => visitor.said(shop)).toEqual([FIRST, SECOND]);
    expect(visitor.complaints).toEqual([]);
    const row = (name: string) => page.locator("tr", { hasText: name }).locator("td").allInnerTexts();
    await expect.poll(() => row("Entries")).toEqual(["1 to 4", "–", "1 to 4"]);
    expect(await row("Line")).toEqual(["connected", "–", "connected"]);
    expect(await row("Chat")).toEqual(["active", "–", "active"]);
    expect(await page.locator(".news").innerText()).toMatch(/Console[^\n]*has entry 4/);
    // What makes no sense now says why, and does nothing.
    const hello = visitor.story("hello");
    expect(await hello.getAttribute("aria-disabled")).toBe("true");
    expect(await hello.innerText()).toContain("There is a chat already.");
    await hello.click({ force: true });
    await expect.poll(() => visitor.said(shop)).toEqual([FIRST, SECOND]);
    for (const colorScheme of ["light", "dark"] as const) {
      // Nothing is on its way from one colour to the other.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await axeFinds(page, { within: "rejoin-demo" })).toEqual([]);
    }
  });

  test("on a small laptop's screen no words below the stage are cut, and no panel changes its width with them", async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 1_280, height: 800 });
    const cut = () =>
      page
        .locator(".tile, .tile b, .tile small, .dock :is(th, td), .news, .news p")
        .evaluateAll((all) =>
          all
            .filter(
              (it) => it.scrollWidth > it.clientWidth || (it.scrollHeight > it.clientHeight && !it.matches(".news")),
            )
            .map((it) => `${it.className} ${it.textContent}`),
        );
    const widths = () => page.locator(".dock > section").evaluateAll((all) => all.map((it) => it.clientWidth));
    const before = await widths();
    expect(await cut()).toEqual([]);
    await visitor.press("wifi");
    await visitor.seen();
    expect(await cut()).toEqual([]);
    expect(await widths()).toEqual(before);
    await visitor.press("wifi");
    await visitor.seen();
  });

  test("the second click of a double click is none: what it began goes on", async () => {
    const { page } = visitor;
    await visitor.story("close").dblclick();
    await visitor.seen();
    await page.getByText("To the server, the customer is gone.").waitFor();
    await page.locator(".go").dblclick();
    await visitor.seen();
    // Nor does it select what stands there by then.
    expect(await page.evaluate(() => getSelection()?.type)).not.toBe("Range");
    expect(await page.locator('iframe[title="The customer\'s shop"]').count()).toBe(1);
  });

  test("the Wi-Fi is lost and found: both sides know at once, and what was written arrives once", async () => {
    const { shop, console: desk } = visitor;
    await visitor.press("wifi");
    await visitor.seen();
    expect(await visitor.story("server").getAttribute("aria-disabled")).toBe("true");
    await visitor.write(shop, "Rua das Flores 12");
    await visitor.write(desk, "Are you there?");
    await shop.getByText("Waiting for the network").waitFor();
    await visitor.press("wifi");
    await visitor.seen();
    await expect.poll(() => visitor.said(desk)).toEqual([FIRST, SECOND, "Are you there?", "Rua das Flores 12"]);
  });

  test("the shop's tab hangs, and nothing else does; what Ana wrote meanwhile is there afterwards", async () => {
    const { shop, console: desk } = visitor;
    await visitor.press("hang");
    await visitor.page.getByText("The page hangs").waitFor();
    await visitor.write(desk, "One moment, please");
    await visitor.page.getByText("The page hangs").waitFor();
    await visitor.seen(30_000);
    await expect.poll(() => visitor.said(shop)).toEqual([FIRST, SECOND, "One moment, please"]);
  });

  test("T01 the tab is closed and opened again: the same chat, with the draft", async () => {
    const { shop, page } = visitor;
    await shop.getByLabel("Write a message").fill("half a th");
    await visitor.press("close");
    await visitor.seen();
    expect(await page.locator('iframe[title="The customer\'s shop"]').count()).toBe(0);
    await visitor.press("close");
    await visitor.seen();
    await expect.poll(() => visitor.said(shop)).toEqual([FIRST, SECOND]);
    expect(await shop.getByLabel("Write a message").inputValue()).toBe("half a th");
  });

  test("L01 the customer's link opens the chat on the phone, and all three show what is written there", async () => {
    const { shop, phone, console: desk } = visitor;
    await visitor.press("link");
    await phone.getByRole("log").getByText(SECOND).waitFor();
    await visitor.write(phone, "Now from the phone");
    await visitor.seen();
    for (const side of [shop, phone, desk])
      await expect.poll(() => visitor.said(side)).toEqual([FIRST, SECOND, "Now from the phone"]);
    await visitor.press("link");
    await visitor.seen();
  });

  test("P02 Sam signs in, comes back on the phone, is asked, and goes on", async () => {
    const { phone, page } = visitor;
    await visitor.press("sign-in");
    await phone.getByRole("heading", { name: "Welcome back" }).waitFor();
    await expect.poll(() => page.locator(".signs .seen").count()).toBe(2);
    await visitor.pressIn(phone, "Continue with Ana Martins");
    await visitor.seen();
    await expect.poll(() => visitor.said(phone)).toEqual([FIRST, SECOND]);
    await visitor.press("sign-in");
    await visitor.seen();
  });

  test("Ana's line drops and returns: the customer is told, and what both wrote arrives", async () => {
    const { shop, console: desk } = visitor;
    await visitor.press("agent");
    await visitor.seen();
    await shop
      .getByText(/Ana Martins lost their connection/)
      .first()
      .waitFor();
    await visitor.write(desk, "Done.");
    await visitor.write(shop, "Thank you");
    await visitor.press("agent");
    await visitor.seen();
    for (const side of [shop, desk])
      await expect
        .poll(async () => (await visitor.said(side)).toSorted())
        .toEqual(["Done.", FIRST, "Thank you", SECOND].toSorted());
  });

  test("the server is killed and started again: both come back by themselves, nothing is lost or doubled", async () => {
    const { shop, console: desk } = visitor;
    await visitor.press("server");
    await visitor.seen();
    await visitor.write(shop, "Rua das Flores 12");
    await visitor.write(desk, "Are you there?");
    expect(await fetch(`${house.url}/healthz`).catch(() => "refused")).toBe("refused");
    await visitor.press("server");
    await visitor.seen(45_000);
    for (const side of [shop, desk])
      await expect
        .poll(async () => (await visitor.said(side)).toSorted())
        .toEqual([FIRST, SECOND, "Are you there?", "Rua das Flores 12"].toSorted());
  });
});

test("what is broken when the page is left is whole when it comes again, and so is the chat", async () => {
  const { page, shop } = visitor;
  await visitor.press("wifi");
  await visitor.seen();
  await page.reload();
  await shop.locator("[part~=launcher]").press("Enter");
  await shop.getByRole("log").getByText(SECOND).waitFor();
  await expect.poll(() => visitor.said(shop)).toEqual([FIRST, SECOND]);
  await visitor.console.getByRole("log").getByText(SECOND).waitFor();
});
