import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callAna } from "../support/ana.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ChatElement, Visitor } from "../support/loading.ts";
import { openVisitor, visitPage } from "../support/loading.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { snippet } from "../support/snippets.ts";
import type { Storefront } from "../support/storefront.ts";
import { openStorefront } from "../support/storefront.ts";
import { PAGE_EXAMPLE } from "../../widget/agent/settings/examples.ts";

let server: TestServer;
let browser: Browser;
let front: Storefront;
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

const chat = () => page.locator("rejoin-chat");
const launcher = () => chat().locator("[part=launcher]");
const panel = () => chat().locator("[part=panel]");
const teaser = () => chat().locator("[part=teaser]");
const box = () => chat().locator("[part~=input]");
const onChat = <Value>(work: (element: ChatElement) => Value) => chat().evaluate(work);

async function say(text: string): Promise<void> {
  await box().fill(text);
  await box().press("Enter");
  await chat().getByRole("log").getByText(text).waitFor();
  await chat().getByText("Sent").waitFor();
}

describe("a launcher of the page's own", () => {
  test("in the slot: a click opens and closes, it says which, and the keyboard comes back to it", async () => {
    const own = `<rejoin-chat widget="${front.shop.widgetId}"><button slot="launcher" id="ask">Ask us</button></rejoin-chat>`;
    await visitPage(front, page, own + front.tag);
    await launcher().waitFor({ state: "attached" });
    const ask = page.locator("#ask");
    expect(await launcher().isVisible()).toBe(false);
    expect((await ask.boundingBox())?.y).toBeGreaterThan(600);
    await ask.click();
    await panel().waitFor();
    expect(await ask.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "hidden" });
    expect(await ask.getAttribute("aria-expanded")).toBe("false");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("ask");
  });

  test("by the API, anywhere on the page; ours is not drawn", async () => {
    const own = `<button id="ask" onclick="document.querySelector('rejoin-chat').toggle()">Ask us</button>`;
    await visitPage(front, page, own + front.tag.replace("<script", '<script data-launcher="none"'));
    await launcher().waitFor({ state: "attached" });
    expect(await launcher().isVisible()).toBe(false);
    await page.locator("#ask").click();
    await panel().waitFor();
    await page.locator("#ask").click();
    await panel().waitFor({ state: "hidden" });
  });

  test("it may be called before anything is there", async () => {
    const own = `<script>
      window.rejoin ??= [];
      rejoin.push((chat) => { chat.open(); chat.close(); chat.toggle(); chat.ready.then(() => (document.title = "ready")); });
    </script>`;
    await visitPage(front, page, own + front.tag);
    await panel().waitFor();
    expect(await page.title()).toBe("ready");
  });
});

describe("attributes and properties", () => {
  test("properties say the attributes, and the other way round; those set before the element was defined count", async () => {
    await visitPage(
      front,
      page,
      `<script>
        document.body.append(Object.assign(document.createElement("rejoin-chat"), { widget: "${front.shop.widgetId}", theme: "dark", inline: false }));
      </script><script async src="${server.url}/rejoin.js"></script>`,
    );
    await launcher().waitFor();
    expect(await onChat((element) => element.getAttributeNames().toSorted().join())).toBe("theme,widget");
    const seen = await onChat((element) => {
      element.position = "left";
      const before = [element.getAttribute("position"), element.theme, element.inline];
      element.theme = null;
      return [...before, element.hasAttribute("theme")];
    });
    expect(seen).toEqual(["left", "dark", null, false]);
    expect((await launcher().boundingBox())?.x).toBe(20);
  });

  test("`open` can be set as frameworks set properties, and stays a method", async () => {
    await page.goto(front.url);
    await launcher().waitFor();
    await onChat((element) => Object.assign(element, { open: true }));
    await panel().waitFor();
    await onChat((element) => Object.assign(element, { open: false }));
    await panel().waitFor({ state: "hidden" });
    await onChat((element) => element.open());
    await panel().waitFor();
    expect(await chat().getAttribute("open")).toBe("");
  });

  test.for([
    { theme: null, os: "dark", is: "dark" },
    { theme: "light", os: "dark", is: "light" },
    { theme: "dark", os: "light", is: "dark" },
    { theme: "auto", os: "dark", is: "dark" },
  ] as const)("theme $theme where the system is $os: $is", async ({ theme, os, is }) => {
    await page.emulateMedia({ colorScheme: os });
    const tag = theme === null ? front.tag : front.tag.replace("<script", `<script data-theme="${theme}"`);
    await visitPage(front, page, `<style>:root{color-scheme:light}</style>${tag}`);
    await launcher().click();
    await panel().waitFor();
    const paper = await panel().evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(paper === "rgb(255, 255, 255)" ? "light" : "dark").toBe(is);
  });

  test("another widget's id is another chat from then on", async () => {
    await page.goto(front.url);
    await launcher().click();
    await say("Hello");
    await chat().evaluate((element, id) => element.setAttribute("widget", id), other.shop.widgetId);
    await chat().getByText("Porto Shop").first().waitFor();
    await expect.poll(() => visitor.sockets.filter((socket) => !socket.isClosed()).length).toBe(0);
    expect(await chat().getByText("Hello").count()).toBe(0);
    await chat().evaluate((element, id) => element.setAttribute("widget", id), front.shop.widgetId);
    await chat().getByRole("log").getByText("Hello").waitFor();
  });

  test("in the page's flow, always open, in a box of its own size", async () => {
    const own = `<div style="width:400px"><rejoin-chat widget="${front.shop.widgetId}" inline></rejoin-chat></div><p id="after">After</p>`;
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visitPage(front, page, own + front.tag);
    await panel().waitFor();
    const boxes = await Promise.all([
      chat().boundingBox(),
      panel().boundingBox(),
      page.locator("#after").boundingBox(),
    ]);
    expect(boxes[1]).toEqual(boxes[0]);
    expect([boxes[0]?.width, boxes[0]?.height]).toEqual([400, 640]);
    expect(boxes[2]?.y).toBeGreaterThan((boxes[0]?.y ?? 0) + 639);
    expect(await launcher().isVisible()).toBe(false);
  });

  test("the customer's language: of the element, then of the page around it, then of the browser", async () => {
    const german = await browser.newContext({ locale: "de-AT" });
    const label = async (body: string) => {
      const tab = await german.newPage();
      front.put("/lang", { body: `<!doctype html><title>Shop</title>${body}` });
      await tab.goto(`${front.url}/lang`);
      const button = tab.locator("rejoin-chat [part=launcher]");
      await button.waitFor();
      return button.getAttribute("aria-label");
    };
    expect(await label(front.tag)).toBe("Chat öffnen");
    expect(await label(`<body lang="sv">${front.tag}`)).toBe("Chat öffnen");
    expect(await label(`<body lang="nl-BE">${front.tag}`)).toBe("Chat openen");
    expect(await label(`<body lang="nl">${front.tag.replace("<script", '<script data-lang="pt"')}`)).toBe(
      "Abrir o chat",
    );
    await german.close();
  });

  test.for(["#ffffff", "#000000", "#ffd400", "#3b6fd4", "#ff0000", "#00a0a0", "#767676", "#7a7a7a"])(
    "on the accent %s the glyph can be seen",
    async (accent) => {
      await visitPage(front, page, `<style>rejoin-chat { --rejoin-accent: ${accent} }</style>${front.tag}`);
      const ratio = await launcher().evaluate((button) => {
        const { color, backgroundColor } = getComputedStyle(button);
        const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const luminance = (name: string) => {
          if (context === null) throw new Error("no canvas");
          context.fillStyle = name;
          context.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const [dark = 0, light = 0] = [luminance(color), luminance(backgroundColor)].toSorted((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
      });
      expect(ratio).toBeGreaterThan(4.5);
    },
  );
});

describe("who the customer is", () => {
  test("an identity that was set before the element was defined is asked, and its chat is there", async () => {
    const jwt = await front.shop.identity("sam");
    await visitPage(
      front,
      page,
      `<rejoin-chat widget="${front.shop.widgetId}"></rejoin-chat>
       <script>document.querySelector("rejoin-chat").identity = async () => "${jwt}";</script>`,
    );
    const asked = page.waitForRequest(/\/resume$/);
    await page.addScriptTag({ url: `${server.url}/rejoin.js` });
    expect((await asked).postDataJSON()).toMatchObject({ identity: jwt });
    expect(await onChat((element) => Object.hasOwn(element, "identity"))).toBe(false);
  });

  test.for([
    ["README.md", snippet("README.md", "js", "/chat-token")],
    ["docs/embedding.md", snippet("docs/embedding.md", "js", "/chat-token")],
    ["Get the code", PAGE_EXAMPLE],
  ] as const)("the page's lines in %s hand the token over, before the tag and after it", async ([, lines]) => {
    const jwt = await front.shop.identity("sam");
    front.put("/chat-token", { body: jwt, type: "text/plain" });
    const script = `<script>${lines}</script>`;
    for (const end of [script + front.tag, front.tag + script]) {
      const asked = page.waitForRequest(/\/resume$/);
      await visitPage(front, page, end);
      expect((await asked).postDataJSON()).toMatchObject({ identity: jwt });
    }
  });

  test("a guest's null says nothing: what this browser holds is kept", async () => {
    await page.goto(front.url);
    await launcher().click();
    await say("Hello");
    await page.reload();
    await onChat((element) => Object.assign(element, { identity: null }));
    await chat().getByRole("log").getByText("Hello").waitFor();
    const access = `rejoin:${front.shop.widgetId}:access`;
    expect(await page.evaluate((key) => localStorage.getItem(key), access)).not.toBeNull();
  });

  test("whoever signs out is forgotten, also where the panel does not come; other widgets' chats are not", async () => {
    await page.goto(front.url);
    const [mine, others] = [`rejoin:${front.shop.widgetId}:access`, `rejoin:${other.shop.widgetId}:access`];
    await page.evaluate((keys) => keys.forEach((key) => localStorage.setItem(key, "{}")), [mine, others]);
    await page.route(/\/widget\//, (route) => route.abort());
    await page.reload();
    await launcher().waitFor();
    await onChat((element) => element.signOut());
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([others]);
  });

  test("what the site tells of its customer loads nothing, and is there for whoever opens the chat", async () => {
    await page.goto(front.url);
    await launcher().waitFor();
    await onChat((element) => {
      element.setContext({ name: "Sam" });
      element.setContext({ facts: { plan: "pro" } });
    });
    await page.waitForLoadState("networkidle");
    expect(visitor.asked).not.toContain("/widget/panel.js");
    const started = page.waitForRequest(/\/conversations$/);
    await launcher().click();
    await say("Hello");
    expect((await started).postDataJSON()).toMatchObject({ name: "Sam", context: { facts: { plan: "pro" } } });
  });

  test("a chat is ended from the page; where there is none, that is the answer, and nothing is loaded for it", async () => {
    await page.goto(front.url);
    await launcher().waitFor();
    expect(await onChat((element) => element.end())).toBe(false);
    expect(visitor.asked).not.toContain("/widget/panel.js");
    await launcher().click();
    await say("Hello");
    await page.reload();
    await launcher().waitFor();
    expect(await onChat((element) => element.end())).toBe(true);
  });
});

describe("beside the launcher", () => {
  test("what waits is told on it and beside it; put away it stays away, until there is more", async () => {
    await page.goto(front.url);
    await launcher().click();
    await say("Hello");
    const ana = await callAna(front.shop, "Ana");
    await chat().getByRole("log").getByText("Ana joined").waitFor();
    await launcher().click();
    await panel().waitFor({ state: "hidden" });
    await ana.says("Hi");
    await teaser().getByText("1 new message").waitFor();
    expect(await chat().locator("[part=badge]").textContent()).toBe("1");
    await expect.poll(() => launcher().getAttribute("aria-label")).toContain("1 new message");
    await chat().locator("[role=status]").getByRole("button").nth(1).click();
    await teaser().waitFor({ state: "hidden" });
    expect(await chat().evaluate((element) => element.shadowRoot?.activeElement?.getAttribute("part"))).toBe(
      "launcher",
    );
    await ana.types();
    await chat().getByText("Ana is writing").waitFor({ state: "attached" });
    expect(await teaser().isVisible()).toBe(false);
    await ana.says("Are you there?");
    await teaser().getByText("2 new messages").click();
    await panel().waitFor();
    await teaser().waitFor({ state: "hidden" });
    await expect.poll(() => chat().locator("[part=badge]").textContent()).toBe("");
  });

  test("what is read in another tab waits in none", async () => {
    await page.goto(front.url);
    await launcher().click();
    await say("Hello");
    const ana = await callAna(front.shop, "Ana");
    await chat().getByRole("log").getByText("Ana joined").waitFor();
    await launcher().click();
    await panel().waitFor({ state: "hidden" });
    await ana.says("Hi");
    await teaser().getByText("1 new message").waitFor();
    const tab = await visitor.context.newPage();
    await tab.goto(front.url);
    await tab.locator("rejoin-chat [part=launcher]").click();
    await tab.locator("rejoin-chat").getByRole("log").getByText("Hi").waitFor();
    await teaser().waitFor({ state: "hidden" });
    expect(await chat().locator("[part=badge]").textContent()).toBe("");
    expect(await chat().locator("[role=status]").getByRole("button").count()).toBe(0);
  });
});
