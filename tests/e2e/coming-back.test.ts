import { SignJWT } from "jose";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { handsOn } from "../support/hands.ts";
import { signInOwner } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;
let laptop: Page;
const contexts: BrowserContext[] = [];

/** Another browser: nothing stored. */
async function openBrowser(): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  return context.newPage();
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  laptop = await openBrowser();
  await laptop.goto(server.url);
  await laptop
    .locator("rejoin-console")
    .getByText(/^\d\/3$/)
    .waitFor();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

const chatOn = (page: Page) => page.locator("rejoin-chat");

async function start(page: Page, text: string): Promise<void> {
  await handsOn(page).say(text);
  await chatOn(page).getByRole("log").getByText("Ana joined").waitFor();
}

test("L01 L03 a link opens the chat in another browser; its token leaves the address bar and the history, and a reload resumes", async () => {
  await start(laptop, "Where is my order?");
  await handsOn(laptop).choose("takeAlong");
  const url = await chatOn(laptop).getByLabel("Link to this chat", { exact: true }).inputValue();
  expect(url).toMatch(/#rejoin=/);

  const phone = await openBrowser();
  await phone.goto(url);
  await chatOn(phone).getByRole("log").getByText("Where is my order?").waitFor();
  expect(phone.url()).toBe(`${server.url}/`);
  const entries = await phone.evaluate(() => [location.href, document.URL, history.length]);
  expect(entries).toEqual([`${server.url}/`, `${server.url}/`, 2]);
  await phone.goto("about:blank");
  // From the back/forward cache: nothing is loaded.
  await phone.goBack({ waitUntil: "commit" });
  expect(phone.url()).toBe(`${server.url}/`);

  await phone.reload();
  await chatOn(phone).getByRole("log").getByText("Where is my order?").waitFor();
  await chatOn(phone).getByLabel("Write a message").fill("From the phone");
  await chatOn(phone).getByLabel("Write a message").press("Enter");
  await chatOn(laptop).getByRole("log").getByText("From the phone").waitFor();
});

test("P02 P06 the prompt has two choices, reachable by keyboard, and no way to end what it asks about", async () => {
  const owner = await signInOwner(server.url, server.setupSecret);
  const { widgets } = await owner.call("GET", "/v1/settings");
  const { identity } = widgets.find((widget: { widgetId: string }) => widget.widgetId === "demo");
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("sam")
    .setAudience(identity.audience)
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(identity.keys.secret));
  const signIn = (page: Page) =>
    page.evaluate((jwt) => {
      const chat =
        document.querySelector("rejoin-demo")?.shadowRoot?.querySelector("rejoin-chat") ??
        document.querySelector("rejoin-chat");
      Object.assign(chat ?? {}, { identity: () => Promise.resolve(jwt) });
    }, token);

  await signIn(laptop);
  await start(laptop, "It is about my order");
  const phone = await openBrowser();
  const started: string[] = [];
  phone.on("websocket", (socket) => socket.url().includes("/v1/conversation/") && started.push(socket.url()));
  phone.on("request", (request) => request.url().endsWith("/conversations") && started.push(request.url()));
  await phone.goto(server.url);
  await handsOn(phone).box.waitFor();
  // Only a region that was there before its words is heard.
  await chatOn(phone).evaluate((element) => {
    for (const region of element.shadowRoot?.querySelectorAll("[role=status]") ?? [])
      region.setAttribute("data-there", "");
  });
  await signIn(phone);
  const proceed = chatOn(phone).getByRole("button", { name: "Continue with Ana" });
  await proceed.waitFor();
  const choices = await chatOn(phone).getByRole("button").allTextContents();
  expect(choices.map((text) => text.trim())).toEqual(["Continue with Ana", "Start a new chat"]);
  const said = await chatOn(phone).locator("[data-there][role=status]").allTextContents();
  expect(said.join(" ")).toMatch(/Welcome back\s+Your chat is open on another device\./);
  const panel = handsOn(phone).panel;
  expect(await panel.locator("[aria-live] button, [role=alert], [role=status] button").count()).toBe(0);
  await proceed.focus();
  await phone.keyboard.press("Tab");
  expect(
    await chatOn(phone)
      .getByRole("button", { name: "Start a new chat" })
      .evaluate((button) => button.matches(":focus-visible")),
  ).toBe(true);
  expect(started).toEqual([]);
  await phone.keyboard.press("Shift+Tab");
  await phone.keyboard.press("Enter");
  await chatOn(phone).getByRole("log").getByText("It is about my order").waitFor();
});
