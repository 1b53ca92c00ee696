import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { openVisitor, visitPage, type Visitor } from "../support/loading.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Storefront } from "../support/storefront.ts";
import { openStorefront } from "../support/storefront.ts";

let server: TestServer;
let browser: Browser;
let front: Storefront;
let visitor: Visitor;
let page: Page;

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
const expanded = () => launcher().getAttribute("aria-expanded");
const openSockets = () => visitor.sockets.filter((socket) => !socket.isClosed()).length;
/** Where the keyboard is: within the chat, or else on which element of the page. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document;
    const inside = activeElement?.shadowRoot?.activeElement;
    return inside?.getAttribute("part") ?? inside?.localName ?? activeElement?.id ?? activeElement?.localName;
  });

/** Somebody has written, and has it told to an agent some day. */
async function talk(path = "/"): Promise<void> {
  await page.goto(front.url + path);
  await launcher().click();
  await box().fill("Hello");
  await box().press("Enter");
  await chat().getByRole("log").getByText("Hello").waitFor();
  await chat().getByText("Sent").waitFor();
}

async function takeLink(): Promise<string> {
  await chat().getByRole("button", { name: "Continue on another device" }).click();
  const link = chat().getByLabel("Link to this chat", { exact: true });
  await expect.poll(() => link.inputValue()).toContain("#rejoin=");
  return link.inputValue();
}

describe("opening and closing", () => {
  test("a click opens, the keyboard goes in; Escape closes, and it comes back", async () => {
    await page.goto(front.url);
    await launcher().focus();
    await page.keyboard.press("Enter");
    await panel().waitFor();
    await expect.poll(focused).toBe("input");
    expect(await expanded()).toBe("true");
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "hidden" });
    expect([await focused(), await expanded()]).toEqual(["launcher", "false"]);
    await page.keyboard.press("Space");
    await panel().waitFor();
    await launcher().focus();
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "hidden" });
  });

  test("a page that opens its chat by itself takes the keyboard from nobody", async () => {
    const tag = front.tag.replace("<script", "<script data-open");
    // Whatever looks into the page counts there as a person's act (Playwright evaluates with `userGesture`): not before the chat has asked for one.
    const isLoading = page.waitForRequest(/\/widget\/.*panel/);
    await visitPage(front, page, `<input id="mine" autofocus>${tag}`);
    await isLoading;
    await panel().waitFor();
    await box().waitFor();
    expect(await focused()).toBe("mine");
  });

  test("while it is loaded it is busy, and a second click takes the first one back", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/widget\//, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(front.url);
    await launcher().click();
    await chat().locator("[part=launcher][aria-busy=true]").waitFor();
    await launcher().click();
    expect(await chat().getAttribute("open")).toBeNull();
    release();
    await chat().locator("[part=launcher]:not([aria-busy])").waitFor();
    await expect
      .poll(() => chat().evaluate((element) => element.shadowRoot?.querySelector("[part=panel]") !== null))
      .toBe(true);
    expect([await panel().isVisible(), await expanded()]).toEqual([false, "false"]);
    await launcher().click();
    await panel().waitFor();
  });

  test("events say what happens, on the element and above it", async () => {
    const listen = `<script>
      window.heard = [];
      for (const name of ["ready", "open", "close", "started"])
        addEventListener("rejoin-" + name, ({ target }) => heard.push(name + " " + target.localName));
    </script>`;
    await visitPage(front, page, listen + front.tag);
    await launcher().click();
    await panel().waitFor();
    await launcher().click();
    await panel().waitFor({ state: "hidden" });
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard).toEqual(["ready rejoin-chat", "open rejoin-chat", "close rejoin-chat"]);
  });
});

describe("when the chat does not come", () => {
  test("the server is gone at the click: that is said, and a click tries again", async () => {
    await page.goto(front.url);
    await launcher().waitFor();
    await server.kill();
    const told = page.evaluate(
      () =>
        new Promise((resolve) => addEventListener("rejoin-error", (event) => resolve((event as CustomEvent).detail))),
    );
    await launcher().click();
    await teaser().getByText("Try again").waitFor();
    expect(await told).toEqual({ code: "offline" });
    expect([await chat().getAttribute("open"), await launcher().getAttribute("aria-busy")]).toEqual([null, null]);
    await server.restart();
    await teaser().click();
    await panel().waitFor();
    await teaser().waitFor({ state: "hidden" });
  });

  test("the server is gone when the page comes: a launcher is there all the same, and asks again when it is opened", async () => {
    await page.route(/\/v1\/widgets\//, (route) => route.abort());
    await page.goto(front.url);
    await launcher().click();
    await teaser().getByText("Try again").waitFor();
    expect(await launcher().evaluate((button) => getComputedStyle(button).backgroundColor)).toBe("rgb(59, 111, 212)");
    await front.save({ looks: { accent: "#0b7a5c", position: "left" } });
    await page.unroute(/\/v1\/widgets\//);
    await expect
      .poll(async () => (await fetch(`${server.url}/v1/widgets/${front.shop.widgetId}`)).text())
      .toContain("#0b7a5c");
    await launcher().click();
    await panel().waitFor();
    expect(await launcher().evaluate((button) => getComputedStyle(button).backgroundColor)).toBe("rgb(11, 122, 92)");
    expect((await launcher().boundingBox())?.x).toBe(20);
    await front.save({ looks: { accent: "#3b6fd4", position: "right" } });
  });

  test("a chat waits to be resumed, and the server is gone when the page comes: it is tried again by itself", async () => {
    await talk();
    await page.addInitScript(() => {
      // Time that passes while nothing can be done is not waited for.
      const { setTimeout: later } = window;
      Object.assign(window, { setTimeout: (work: () => void, ms = 0) => later(work, ms > 9_000 ? 50 : ms) });
    });
    let refused = 0;
    await page.route(/\/v1\/widgets\/[^/]+$/, (route) => {
      refused += 1;
      return refused > 2 ? route.continue() : route.abort();
    });
    const before = visitor.sockets.length;
    await page.reload();
    await expect.poll(() => visitor.sockets.length).toBeGreaterThan(before);
    expect(refused).toBe(3);
  });

  test("a page whose version is no longer served opens the newest", async () => {
    const script = await (await fetch(`${server.url}/rejoin.js`)).text();
    const body = script.replace(/[0-9a-f]{8}(?=\/\$)/, "0ld0ld0l");
    expect(body).not.toBe(script);
    await page.route(/\/rejoin\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body }));
    const came = page.waitForResponse(/0ld0ld0l\/panel\.js$/);
    await page.goto(front.url);
    await launcher().click();
    await panel().waitFor();
    expect((await came).headers()["cache-control"]).toBe("no-cache");
  });
});

describe("coming back to the page", () => {
  test("a chat that was open in this tab is open on the next page, and resumed; a closed one is resumed closed", async () => {
    await talk();
    await page.goto(`${front.url}/other`);
    await panel().getByText("Hello").waitFor();
    expect(await expanded()).toBe("true");
    await launcher().click();
    await panel().waitFor({ state: "hidden" });
    const before = visitor.sockets.length;
    await page.goto(front.url);
    await expect.poll(() => visitor.sockets.length).toBe(before + 1);
    expect([await panel().isVisible(), await expanded()]).toEqual([false, "false"]);
  });

  test("on a phone it would lie over the page that was just opened: it is resumed, and stays closed", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await talk();
    await page.goto(`${front.url}/other`);
    await expect.poll(openSockets).toBe(1);
    await expect.poll(expanded).toBe("false");
    expect(await panel().isVisible()).toBe(false);
  });

  test("T04 opened, but nothing was said: the next page has its launcher, and loads nothing", async () => {
    await page.goto(front.url);
    await launcher().click();
    await box().fill("Not yet");
    visitor.asked.length = 0;
    await page.reload();
    await launcher().waitFor();
    await page.waitForLoadState("networkidle");
    expect(visitor.asked).toEqual(["/rejoin.js", `/v1/widgets/${front.shop.widgetId}`]);
    const [x, y] = [1280 - 40, 720 - 40];
    const under = (left: number, top: number) =>
      page.evaluate(([a = 0, b = 0]) => document.elementFromPoint(a, b)?.localName, [left, top]);
    expect([await under(x, y), await under(x - 80, y), await under(x, y - 80)]).toEqual([
      "rejoin-chat",
      "html",
      "html",
    ]);
  });

  test("a reconnect link opens the chat at once, and has left the address by then", async () => {
    await talk();
    const link = await takeLink();
    const phone = await openVisitor(browser, server.url);
    await phone.page.addInitScript(() => {
      addEventListener("rejoin-open", () => Object.assign(window, { addressAtOpen: location.href }));
    });
    await phone.page.goto(link);
    await phone.page.locator("rejoin-chat [part=panel]").getByText("Hello").waitFor();
    expect(await phone.page.evaluate(() => (window as unknown as { addressAtOpen: string }).addressAtOpen)).toBe(
      `${front.url}/help`,
    );
    await phone.context.close();
  });

  test("a reconnect link that is followed on a page that is there already loads the panel and opens it", async () => {
    await talk();
    const link = await takeLink();
    const phone = await openVisitor(browser, server.url);
    await phone.page.goto(`${front.url}/help`);
    await phone.page.locator("rejoin-chat [part=launcher]").waitFor();
    expect(phone.asked).not.toContain("/widget/panel.js");
    await phone.page.evaluate((to) => location.assign(to), link);
    await phone.page.locator("rejoin-chat [part=panel]").getByText("Hello").waitFor();
    expect(phone.page.url()).toBe(`${front.url}/help`);
    await phone.context.close();
  });
});

describe("a page that changes under it", () => {
  test("moved in the document, the chat loses nothing: no socket, no text, no question", async () => {
    await talk();
    await box().fill("half a wor");
    const [sockets, asked] = [visitor.sockets.length, visitor.asked.length];
    await page.evaluate(async () => {
      const element = document.querySelector("rejoin-chat");
      const place = document.body.appendChild(document.createElement("section"));
      if (element === null) throw new Error("no chat");
      element.remove();
      place.append(element);
      await new Promise((resolve) => setTimeout(resolve));
      element.remove();
      await Promise.resolve();
      document.body.prepend(element);
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(await box().inputValue()).toBe("half a wor");
    await box().fill("whole");
    await box().press("Enter");
    await chat().getByRole("log").getByText("whole").waitFor();
    expect([visitor.sockets.length, visitor.asked.length, openSockets()]).toEqual([sockets, asked, 1]);
  });

  test("taken out for good, it is gone: its socket closes. Put in again, it goes on", async () => {
    await talk();
    await page.evaluate(() => {
      const element = document.querySelector("rejoin-chat");
      Object.assign(window, { kept: element });
      element?.remove();
    });
    await expect.poll(openSockets).toBe(0);
    await page.evaluate(() => document.body.append((window as unknown as { kept: Element }).kept));
    await chat().getByRole("log").getByText("Hello").waitFor();
    expect(openSockets()).toBe(1);
  });

  test("a page that replaces its whole body keeps the chat that a tag placed, once, as it is", async () => {
    await talk();
    const [sockets, asked] = [visitor.sockets.length, visitor.asked.length];
    const swap = () =>
      page.evaluate(async () => {
        // As Turbo does: from a copy of the page, in which a copy of the chat stands.
        const next = document.importNode(document.body, true);
        document.documentElement.replaceChild(next, document.body);
        await new Promise((resolve) => setTimeout(resolve, 20));
      });
    await swap();
    await swap();
    await page.evaluate(async () => {
      document.documentElement.replaceChild(document.createElement("body"), document.body);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(await chat().count()).toBe(1);
    await box().fill("Still here");
    await box().press("Enter");
    await chat().getByRole("log").getByText("Still here").waitFor();
    expect([visitor.sockets.length, visitor.asked.length]).toEqual([sockets, asked]);
  });

  test("a chat that its page has taken away does not come back with the next body", async () => {
    await page.goto(front.url);
    await launcher().waitFor();
    const left = await page.evaluate(async () => {
      document.querySelector("rejoin-chat")?.remove();
      document.documentElement.replaceChild(document.createElement("body"), document.body);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return document.querySelectorAll("rejoin-chat").length;
    });
    expect(left).toBe(0);
  });
});
