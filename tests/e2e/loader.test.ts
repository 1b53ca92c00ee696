import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { openVisitor, visitPage, type Visitor } from "../support/loading.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Storefront } from "../support/storefront.ts";
import { openStorefront, shopPage } from "../support/storefront.ts";

let server: TestServer;
let browser: Browser;
let front: Storefront;
/** Another widget, for the same site. */
let other: Storefront;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  front = await openStorefront(server);
  other = await openStorefront(server);
  await other.save({ origins: [other.url, front.url], name: "Porto Shop" });
});
afterAll(async () => {
  await Promise.all([front.close(), other.close()]);
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  visitor = await openVisitor(browser, server.url);
  ({ page } = visitor);
});
afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});

const chats = () => page.locator("rejoin-chat");
const launchers = () => page.locator("rejoin-chat [part=launcher]");
const panels = () => page.locator("rejoin-chat [part=panel]");
const tagOf = (store: Storefront, more = "") =>
  `<script async src="${server.url}/rejoin.js" data-widget="${store.shop.widgetId}" ${more}></script>`;

describe("what a page pays", () => {
  test("where there is nothing to resume: the script and the settings, no module, no socket", async () => {
    await page.goto(front.url);
    await launchers().waitFor();
    await page.waitForLoadState("networkidle");
    expect(visitor.asked).toEqual(["/rejoin.js", `/v1/widgets/${front.shop.widgetId}`]);
    expect(visitor.sockets).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll("rejoin-chat").length)).toBe(1);
  });

  test("somebody who comes near the launcher will want the panel; still no socket", async () => {
    await page.goto(front.url);
    await launchers().hover();
    await expect.poll(() => visitor.asked).toContain("/widget/panel.js");
    await page.waitForLoadState("networkidle");
    expect(visitor.asked.slice(2).toSorted()).toEqual(["/widget/en.js", "/widget/panel.js"]);
    expect(visitor.sockets).toEqual([]);
  });

  test("what is loaded for good may be kept for good, and be loaded by any site", async () => {
    const loaded = page.waitForResponse(/panel\.js$/);
    await page.goto(front.url);
    await launchers().click();
    const panel = await (await loaded).allHeaders();
    const script = (await fetch(`${server.url}/rejoin.js`)).headers;
    const newest = (await fetch(`${server.url}/widget/00000000/panel.js`)).headers;
    const console_ = (await fetch(`${server.url}/console`)).headers;
    expect(panel["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect([script.get("cache-control"), newest.get("cache-control")]).toEqual(["no-cache", "no-cache"]);
    expect(panel["access-control-allow-origin"]).toBe("*");
    expect(panel["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(console_.get("access-control-allow-origin")).toBeNull();
    for (const path of [
      "/widget/panel.js",
      "/widget/00000000/nothing.js",
      "/widget/newest.txt",
      "/widget/a/b/panel.js",
    ])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 404]);
  });
});

describe("tags and elements", () => {
  test("two tags with two ids are two chats, each its own; the same id twice is one", async () => {
    await visitPage(front, page, tagOf(front) + tagOf(other, 'data-position="left"') + tagOf(front));
    await expect.poll(() => launchers().count()).toBe(2);
    expect(await chats().count()).toBe(2);
    const [first, second] = [front, other].map(({ shop }) => page.locator(`rejoin-chat[widget="${shop.widgetId}"]`));
    const boxes = [first, second].map(async (chat) => chat?.locator("[part=launcher]").boundingBox());
    expect(await Promise.all(boxes)).toEqual([
      { x: 1280 - 20 - 56, y: 720 - 20 - 56, width: 56, height: 56 },
      { x: 20, y: 720 - 20 - 56, width: 56, height: 56 },
    ]);
    for (const [chat, name] of [
      [first, "Lisbon Shop"],
      [second, "Porto Shop"],
    ] as const) {
      await chat?.locator("[part=launcher]").click();
      await chat?.getByText(name).first().waitFor();
    }
  });

  test("T07 two widgets on one page share no conversation", async () => {
    await visitPage(front, page, tagOf(front) + tagOf(other, 'data-position="left"'));
    await launchers().nth(1).waitFor();
    for (const [n, text] of ["To Lisbon", "To Porto"].entries()) {
      await launchers().nth(n).click();
      await chats().nth(n).locator("[part~=input]").fill(text);
      await chats().nth(n).locator("[part~=input]").press("Enter");
      await chats().nth(n).getByRole("log").getByText(text).waitFor();
    }
    const bubbles = (n: number) => chats().nth(n).locator("[part~=bubble]").allTextContents();
    expect([await bubbles(0), await bubbles(1)]).toEqual([["To Lisbon"], ["To Porto"]]);
    const stored = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith("access")));
    expect(stored).toHaveLength(2);
  });

  test("a page that has placed the element keeps it where it is, with what it says", async () => {
    const own = `<main><rejoin-chat widget="${front.shop.widgetId}" position="left"></rejoin-chat></main>`;
    await visitPage(front, page, `${tagOf(front, 'data-position="right" data-theme="dark"')}${own}`);
    await launchers().waitFor();
    expect(await chats().count()).toBe(1);
    expect(
      await chats().evaluate((chat) => [chat.parentElement?.localName, ...chat.getAttributeNames().toSorted()]),
    ).toEqual(["main", "position", "server", "theme", "widget"]);
    expect((await launchers().boundingBox())?.x).toBe(20);
  });

  test("without an id the script only defines the element; an element that comes later works", async () => {
    await visitPage(front, page, `<script async src="${server.url}/rejoin.js"></script>`);
    await page.evaluate(async (widget) => {
      await customElements.whenDefined("rejoin-chat");
      if (document.querySelector("rejoin-chat") !== null) throw new Error("there is one already");
      document.body.append(Object.assign(document.createElement("rejoin-chat"), { widget }));
    }, front.shop.widgetId);
    await launchers().click();
    await panels().waitFor();
    expect(await chats().count()).toBe(1);
  });

  test("an element that somebody else's markup names `currentScript` is not taken for the tag", async () => {
    const elsewhere = "http://elsewhere.localhost:1";
    const image = `<img name="currentScript" data-src="x" alt="" src="data:," data-widget="${front.shop.widgetId}">`;
    // Its `src` is another server's, without being asked for here.
    const named = `<script>Object.defineProperty(document.images[0], "src", { value: "${elsewhere}/x" })</script>`;
    const placed = `<rejoin-chat widget="${front.shop.widgetId}"></rejoin-chat>`;
    front.put("/clobbered", { body: shopPage(`${image}${named}${placed}${tagOf(front)}`) });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${front.url}/clobbered`);
    expect(await page.evaluate(() => document.currentScript instanceof HTMLImageElement)).toBe(true);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => url.startsWith(elsewhere))).toEqual([]);
  });

  test("the script may come again, in whatever way", async () => {
    await page.goto(front.url);
    await launchers().waitFor();
    for (const type of ["", "module"]) {
      await page.evaluate(
        async ([src = "", kind = "", widget = ""]) => {
          const script = Object.assign(document.createElement("script"), { src, type: kind });
          script.dataset["widget"] = widget;
          document.head.append(script);
          await new Promise((resolve) => script.addEventListener("load", resolve));
        },
        [`${server.url}/rejoin.js?${type}`, type, front.shop.widgetId],
      );
    }
    await launchers().click();
    await panels().waitFor();
    expect(await chats().count()).toBe(1);
  });
});

describe("calls before and after the script is there", () => {
  test("each is made once for each chat that a tag places, in order; later ones at once", async () => {
    const early = `<script>
      window.called = [];
      window.rejoin ??= [];
      rejoin.push((chat) => called.push("one " + chat.widget));
      rejoin.push(() => { throw new Error("thrown on purpose"); });
      rejoin.push((chat) => { called.push("two " + chat.widget); chat.open(); });
    </script>`;
    await visitPage(front, page, early + tagOf(front) + tagOf(other, 'data-position="left"') + tagOf(front));
    await page.waitForLoadState("load");
    await panels().nth(1).waitFor();
    expect(visitor.complaints.splice(0)).toEqual(["thrown on purpose", "thrown on purpose"]);
    const ids = [front, other].map(({ shop }) => shop.widgetId);
    const called = () => page.evaluate(() => (window as unknown as { called: string[] }).called);
    expect((await called()).toSorted()).toEqual(ids.flatMap((id) => [`one ${id}`, `two ${id}`]).toSorted());
    const now = await page.evaluate(() => {
      const seen: (string | null)[] = [];
      globalThis.rejoin?.push((chat) => seen.push(chat.widget));
      return seen;
    });
    expect(new Set(now)).toEqual(new Set(ids));
  });
});

describe("a widget that is not to be had", () => {
  test.for([
    { what: "unknown", id: () => "nowhere", code: "not-found", words: () => "not-found" },
    {
      what: "not for this site",
      id: () => "demo",
      code: "forbidden-origin",
      words: () =>
        `${front.url} may not use this widget. Allow it in Rejoin's console: Settings, the widget, Get the code.`,
    },
  ])("$what: nothing is drawn, the page is told, and the console says it once", async ({ id, code, words }) => {
    const said: string[] = [];
    page.on("console", (message) => message.type() === "warning" && said.push(message.text()));
    const listen = `<script>addEventListener("rejoin-error", ({ detail, target }) => {
      document.title = detail.code + " " + target.localName;
    });</script>`;
    await visitPage(
      front,
      page,
      `${listen}<script async src="${server.url}/rejoin.js" data-widget="${id()}"></script>`,
    );
    await expect.poll(() => page.title()).toBe(`${code} rejoin-chat`);
    expect(await chats().evaluate((chat) => chat.shadowRoot?.childElementCount)).toBe(0);
    expect(said).toEqual([expect.stringContaining(words())]);
    await page.evaluate(() => document.querySelector("rejoin-chat")?.open());
    expect(await chats().evaluate((chat) => chat.shadowRoot?.childElementCount)).toBe(0);
  });
});
