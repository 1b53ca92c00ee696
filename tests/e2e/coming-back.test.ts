import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { handsOn } from "../support/hands.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Stage } from "../support/stage.ts";
import { setStage } from "../support/stage.ts";

let server: TestServer;
let browser: Browser;
let stage: Stage;
let laptop: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  stage = await setStage(server, browser);
  await stage.ana("Ana");
  ({ page: laptop } = await stage.visit());
});
afterEach(() => stage.leave());

const chatOn = (page: Page) => page.locator("rejoin-chat");

/** Another browser: nothing stored. */
const openBrowser = async (): Promise<Page> => (await stage.browser()).page;

async function start(page: Page, text: string): Promise<void> {
  await handsOn(page).open();
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
  expect(phone.url()).toBe(`${stage.front.url}/help`);
  const entries = await phone.evaluate(() => [location.href, document.URL, history.length]);
  expect(entries).toEqual([`${stage.front.url}/help`, `${stage.front.url}/help`, 2]);
  await phone.goto("about:blank");
  // From the back/forward cache: nothing is loaded.
  await phone.goBack({ waitUntil: "commit" });
  expect(phone.url()).toBe(`${stage.front.url}/help`);
  // A page that is only just there cannot be loaded again yet.
  await chatOn(phone).getByRole("log").getByText("Where is my order?").waitFor();

  await phone.reload();
  await chatOn(phone).getByRole("log").getByText("Where is my order?").waitFor();
  await chatOn(phone).getByLabel("Write a message").fill("From the phone");
  await chatOn(phone).getByLabel("Write a message").press("Enter");
  await chatOn(laptop).getByRole("log").getByText("From the phone").waitFor();
});

test("P02 P06 the prompt has two choices, reachable by keyboard, and no way to end what it asks about", async () => {
  const token = await stage.front.shop.identity("sam");
  const signIn = (page: Page) =>
    page.evaluate((jwt) => {
      Object.assign(document.querySelector("rejoin-chat") ?? {}, { identity: () => Promise.resolve(jwt) });
    }, token);

  await signIn(laptop);
  await start(laptop, "It is about my order");
  const phone = await openBrowser();
  const started: string[] = [];
  phone.on("websocket", (socket) => socket.url().includes("/v1/conversation/") && started.push(socket.url()));
  phone.on("request", (request) => request.url().endsWith("/conversations") && started.push(request.url()));
  await phone.goto(stage.front.url);
  await handsOn(phone).open();
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
  // What closes the panel has a picture and no words.
  expect(choices.map((text) => text.trim()).filter((text) => text !== "")).toEqual([
    "Continue with Ana",
    "Start a new chat",
  ]);
  expect(await handsOn(phone).button(stage.words.more.end).count()).toBe(0);
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
