import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { handsOn } from "../support/hands.ts";
import type { Frame } from "../support/frames.ts";
import { randomId } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Site } from "../support/site.ts";
import { openSite } from "../support/site.ts";
import { onDuty, openChat, say, untilDesk, untilState } from "../support/talk.ts";

let server: TestServer;
let browser: Browser;
let site: Site | undefined;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await site?.close();
  site = undefined;
});

async function openBrowser(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  contexts.push(context);
  return context.newPage();
}

type ChatElement = HTMLElement & { chat: { snapshot(): { status: { is: string } } } };
const chatOn = (page: Page) => page.locator("rejoin-chat");
const hello = (page: Page) => chatOn(page).getByRole("log").getByText("Hello");
/** Where the server says that the customer is, to somebody who asks anew. */
async function presence(agent: Awaited<ReturnType<Site["shop"]["agent"]>>, conversationId: string): Promise<string> {
  const asking = await agent.connect(conversationId);
  const { view } = await asking.take("welcome");
  asking.close(4300);
  return view.phase.customer.at as string;
}
const isAt = (at: string) => (frame: Frame) => frame["view"]?.phase.customer?.at === at;

test("L09 scanners that fetch the link, or open it and run its scripts but touch nothing, change nothing; the human still gets in", async () => {
  site = await openSite(server);
  const { shop } = site;
  const agent = await shop.agent("Ana");
  await onDuty(agent);
  const { access, socket } = await openChat(shop);
  await untilState(socket, "active");
  const seat = await agent.connect(access.conversationId);
  await say(socket, "Hello");
  const { url } = await socket.ask({ type: "make-link", id: randomId() });
  expect(url.startsWith(`${site.url}/help#rejoin=`)).toBe(true);
  socket.close(4300);
  await seat.take(isAt("away"));
  const { head } = await shop.browser().entries(access);

  const answers = await Promise.all(
    ["GET", "HEAD"].flatMap((method) => Array.from({ length: 50 }, () => fetch(url, { method }))),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  await Promise.all(answers.map((answer) => answer.text()));
  const blind = await openBrowser({ javaScriptEnabled: false });
  await blind.goto(url);
  const scanner = await openBrowser();
  await scanner.goto(url);
  await hello(scanner).waitFor();
  await seat.take((frame) => frame["backstage"]?.links?.[0]?.openedAt > 0);
  expect(await presence(agent, access.conversationId)).toBe("away");
  expect(seat.frames.slice(seat.frames.findIndex(isAt("away"))).filter(isAt("present"))).toEqual([]);
  expect((await shop.browser().entries(access))["head"]).toBe(head);
  await scanner.context().close();

  const human = await openBrowser();
  await human.goto(url);
  await hello(human).waitFor();
  await chatOn(human).getByLabel("Write a message").click();
  await seat.take(isAt("present"));
});

test("L02 the link on the page that is already in the chat: the same conversation once, still present, and no socket left behind", async () => {
  site = await openSite(server);
  const { shop, url } = site;
  const agent = await shop.agent("Ana");
  const desk = await onDuty(agent);
  const page = await openBrowser();
  const sockets: { isClosed(): boolean }[] = [];
  page.on("websocket", (socket) => sockets.push(socket));
  await page.goto(`${url}/help`);
  const hands = handsOn(page);
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await hands.choose("takeAlong");
  const link = await chatOn(page).getByLabel("Link to this chat", { exact: true }).inputValue();
  await hands.button("Back").click();

  const answered = page.waitForResponse(/\/resume$/);
  await page.evaluate((to) => location.assign(to), link);
  await answered;
  await expect.poll(() => page.url()).toBe(`${url}/help`);
  expect(site.visits.filter((path) => path !== "/favicon.ico")).toEqual(["/help"]);
  await expect
    .poll(() => chatOn(page).evaluate((element: ChatElement) => element.chat.snapshot().status.is))
    .toBe("connected");
  // Nothing was touched yet: whoever was here is here.
  const [mine, ...others] = (desk.frames.at(-1)?.["mine"] ?? []) as { conversationId: string }[];
  expect(await presence(agent, mine?.conversationId ?? "")).toBe("present");
  expect(others).toEqual([]);
  await chatOn(page).getByLabel("Write a message").fill("Still me");
  await chatOn(page).getByLabel("Write a message").press("Enter");
  await chatOn(page).getByText("Sent").waitFor();
  expect(await chatOn(page).locator(".bubble").allTextContents()).toEqual(["Hello", "Still me"]);
  expect(sockets.filter((socket) => !socket.isClosed())).toHaveLength(1);
  // Had another socket stayed behind, the customer would not be away without this one.
  await page.goto("about:blank");
  await untilDesk(desk, (feed) => feed["me"].slots[0]?.reason === "held");
});
