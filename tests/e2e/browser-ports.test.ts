import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";

/** Modules of the client as Chromium itself runs them, on a site that exists in this test alone. */
const SITE = "https://shop.example";
const FOLDERS = { io: "widget/client/io", protocol: "worker/protocol" } as const;

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => context.close());

async function open(headers: Record<string, string> = {}): Promise<Page> {
  context = await browser.newContext();
  await context.route(`${SITE}/**`, async (route) => {
    const [, folder, file = ""] = new URL(route.request().url()).pathname.split("/");
    if (folder !== "io" && folder !== "protocol")
      return route.fulfill({ contentType: "text/html", headers, body: "<p>shop</p>" });
    const source = stripTypeScriptTypes(await readFile(`${FOLDERS[folder]}/${file}`, "utf8"));
    return route.fulfill({
      contentType: "text/javascript",
      headers: { "access-control-allow-origin": "*" },
      body: source.replaceAll('"#protocol/', `"${SITE}/protocol/`),
    });
  });
  return tab();
}

async function tab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(SITE);
  await page.addScriptTag({
    type: "module",
    content: `
      import { createBrowserStore } from "${SITE}/io/browser-store.ts";
      import { browserPage } from "${SITE}/io/browser.ts";
      Object.assign(globalThis, { store: createBrowserStore(), browserPage });`,
  });
  await page.waitForFunction("globalThis.store !== undefined");
  return page;
}

const fill = `() => {
  for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
    for (let more = true; more; ) {
      try {
        localStorage.setItem("shop" + localStorage.length, "x".repeat(size));
      } catch {
        more = false;
      }
    }
  }
}`;

test("a full storage is read, gives way to this page's memory, and is written again once there is room", async () => {
  const page = await open();
  const seen = await page.evaluate(`(() => {
    store.set("rejoin:w1:access", "held");
    (${fill})();
    const before = store.get("rejoin:w1:access");
    store.set("rejoin:w1:draft:new", "typed");
    const full = [localStorage.getItem("rejoin:w1:draft:new"), store.get("rejoin:w1:draft:new"), store.keys("rejoin:").sort()];
    for (const key of Object.keys(localStorage)) if (key.startsWith("shop")) localStorage.removeItem(key);
    store.set("rejoin:w1:draft:new", "typed again");
    return [before, ...full, localStorage.getItem("rejoin:w1:draft:new"), store.get("rejoin:w1:draft:new")];
  })()`);
  expect(seen).toEqual([
    "held",
    null,
    "typed",
    ["rejoin:w1:access", "rejoin:w1:draft:new"],
    "typed again",
    "typed again",
  ]);
});

test("a storage that was full before the page came still tells what it holds", async () => {
  const first = await open();
  await first.evaluate(`(() => {
    store.set("rejoin:w1:access", "held");
    (${fill})();
  })()`);
  const second = await tab();
  expect(await second.evaluate(`store.get("rejoin:w1:access")`)).toBe("held");
});

test("a storage that is blocked gives way to memory", async () => {
  const page = await open({ "content-security-policy": "sandbox allow-scripts" });
  const seen = await page.evaluate(`(async () => {
    let blocked = false;
    try {
      localStorage;
    } catch {
      blocked = true;
    }
    store.set("rejoin:w1:access", "held");
    return [blocked, store.get("rejoin:w1:access"), store.keys("rejoin:"), await store.exclusively("start", () => "done")];
  })()`);
  expect(seen).toEqual([true, "held", ["rejoin:w1:access"], "done"]);
});

test("another tab's change is heard, and what is done exclusively is done by one tab at a time", async () => {
  const first = await open();
  const second = await tab();
  await first.evaluate(`void (globalThis.heard = new Promise((resolve) => store.onChange(resolve)))`);
  await second.evaluate(`store.set("rejoin:w1:access", "new")`);
  expect(await first.evaluate(`heard`)).toBe("rejoin:w1:access");
  await first.evaluate(
    `void (globalThis.held = store.exclusively("start", () => new Promise((resolve) => (globalThis.release = resolve))))`,
  );
  await second.evaluate(`void (globalThis.done = store.exclusively("start", () => "second"))`);
  const waiting = `navigator.locks.query().then(({ pending }) => pending.some(({ name }) => name === "start"))`;
  await expect.poll(() => second.evaluate(waiting)).toBe(true);
  await first.evaluate(`release("first")`);
  expect([await first.evaluate(`held`), await second.evaluate(`done`)]).toEqual(["first", "second"]);
});

test("a page tells when it goes into the back/forward cache and when it is back, and that on purpose is another matter", async () => {
  const page = await open();
  const heard = await page.evaluate(`(() => {
    const heard = [];
    const deafen = browserPage.listen((event) => heard.push(event));
    for (const type of ["pagehide", "pageshow", "focus", "online"]) window.dispatchEvent(new Event(type));
    deafen();
    window.dispatchEvent(new Event("pagehide"));
    return heard;
  })()`);
  expect(heard).toEqual([
    { type: "suspend", held: false },
    { type: "resume", held: false },
    { type: "hint" },
    { type: "hint" },
  ]);
});
