import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import type { AgentPeer } from "../support/peers.ts";
import { randomId } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Rules, Shop } from "../support/shop.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, openChat, say, untilDesk } from "../support/talk.ts";

let server: TestServer;
let browser: Browser;
let page: Page;
let desk: Locator;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  desk = page.locator("rejoin-console");
});
afterEach(() => page.context().close());

/** Opens the console where this agent is signed in. */
async function openConsole({ cookie }: AgentPeer): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: server.url }]);
  await page.goto(`${server.url}/console`);
  await presence().waitFor();
}

const presence = () => desk.locator("summary", { hasText: "Presence:" });

/** A customer who is in talk with Ana, whose console shows the conversation. */
async function inTalk(
  rules: Rules = {},
): Promise<{ shop: Shop; agent: Awaited<ReturnType<Shop["agent"]>>; chat: Awaited<ReturnType<typeof openChat>> }> {
  const shop = await openShop(server, rules);
  const agent = await shop.agent("Ana");
  await onDuty(agent);
  const chat = await openChat(shop);
  await say(chat.socket, "Hello");
  await openConsole(agent);
  await desk.locator("button.row", { hasText: "Guest" }).click();
  await desk.getByRole("log").getByText("Hello").waitFor();
  return { shop, agent, chat };
}

test("Enter sends nothing where nobody can be spoken to", async () => {
  const { chat } = await inTalk();
  chat.socket.close(4300);
  await desk.getByRole("button", { name: "Give up the slot" }).click();
  const box = desk.getByLabel("Reply", { exact: true });
  await desk.getByText("The hold ended; your slot is free.").waitFor();
  await box.fill("Are you there?");
  await box.press("Enter");
  expect(await desk.locator(".bubble").allTextContents()).toEqual(["Hello"]);
  expect(await box.inputValue()).toBe("Are you there?");
});

test("what customers write is text, never markup", async () => {
  const { chat } = await inTalk();
  const bad = `<img src="x" onerror="document.title = 'owned'"> <a href="javascript:alert(1)">here</a>`;
  await say(chat.socket, bad);
  const bubble = desk.locator(".bubble", { hasText: "onerror" });
  await bubble.waitFor();
  expect(await bubble.textContent()).toBe(bad);
  expect(await bubble.locator("img, a").count()).toBe(0);
  await desk.locator("button.row", { hasText: "onerror" }).waitFor();
  expect(await desk.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
});

test("what is too long is said to be, stays in the box, and one endless word makes nothing wider", async () => {
  await inTalk();
  const box = desk.getByLabel("Reply", { exact: true });
  await box.fill("z".repeat(8_001));
  await box.press("Enter");
  await desk.getByRole("status").filter({ hasText: "A message has at most 8,000 characters." }).waitFor();
  expect((await box.inputValue()).length).toBe(8_001);
  expect(await desk.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test("an Enter that ends a composition sends nothing, in Safari's order of events either", async () => {
  await inTalk();
  const box = desk.getByLabel("Reply", { exact: true });
  await box.fill("にほん");
  await box.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true });
  expect(await box.inputValue()).toBe("にほん");
  expect(await desk.locator(".bubble").allTextContents()).toEqual(["Hello"]);
});

test("a presence that is refused is not shown as if it were", async () => {
  const shop = await openShop(server);
  const agent = await shop.agent("Ana");
  await onDuty(agent);
  await page.routeWebSocket(/\/v1\/desk\/socket/, (socket) => {
    const behind = socket.connectToServer();
    socket.onMessage((message) => {
      const [, id] = /"presence":"busy","id":"([^"]+)"/.exec(String(message)) ?? [];
      if (id === undefined) behind.send(message);
      else socket.send(JSON.stringify({ type: "nack", id, code: "not-allowed" }));
    });
  });
  await openConsole(agent);
  await presence().filter({ hasText: "Available" }).click();
  await desk.getByRole("button", { name: "Busy" }).click();
  await desk.getByText("This is not allowed here.").waitFor();
  expect(await presence().textContent()).toContain("Available");
  // What was read goes.
  await desk.getByRole("button", { name: "Dismiss" }).click();
  await desk.getByText("This is not allowed here.").waitFor({ state: "detached" });
});

test("by keyboard a presence takes effect only when it is chosen; Offline asks once, as it gives everything back", async () => {
  await inTalk();
  await presence().focus();
  await page.keyboard.press("Enter");
  for (const key of ["Tab", "Tab", "Tab", "Tab", "ArrowDown"]) await page.keyboard.press(key);
  expect(await presence().textContent()).toContain("Available");
  await page.keyboard.press("Escape");
  await desk.getByRole("button", { name: "Offline" }).waitFor({ state: "hidden" });
  expect(await presence().evaluate((element) => element.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Offline" }).press("Enter");
  await desk.getByText("Your conversation goes back to the queue.").waitFor();
  expect(await presence().textContent()).toContain("Available");
  await desk.getByRole("button", { name: "Go offline" }).press("Enter");
  await presence().filter({ hasText: "Offline" }).waitFor();
  await desk.getByText("was with Ana").waitFor();
  // Whoever is offline is offered nothing to take.
  expect(await desk.getByRole("button", { name: "Take" }).count()).toBe(0);
});

test("the menu closes by Escape and by a click elsewhere; typed notes are kept when the conversation is given back", async () => {
  const said: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => said.push(/"type":"([^"]+)"/.exec(String(payload))?.[1] ?? "")),
  );
  await inTalk();
  const giveBack = desk.getByRole("button", { name: "Give back to the queue" });
  const more = desk.locator("summary", { hasText: "More" });
  await more.click();
  await page.keyboard.press("Escape");
  await giveBack.waitFor({ state: "hidden" });
  await more.click();
  await desk.getByRole("heading", { name: "Guest" }).last().click();
  await giveBack.waitFor({ state: "hidden" });
  await desk.getByRole("button", { name: "Note", exact: true }).click();
  await desk.getByLabel("Note", { exact: true }).fill("Wants a refund");
  await more.click();
  await giveBack.click();
  await desk.getByText("Choose a conversation").waitFor();
  expect(said.filter((type) => type === "set-notes" || type === "give-back")).toEqual(["set-notes", "give-back"]);
});

test("an offer is announced once, not each second of its clock; what can be focused has a role and a name", async () => {
  const shop = await openShop(server, { offer: { mode: "by-hand", seconds: 60 } });
  const agent = await shop.agent("Ana");
  await onDuty(agent);
  await openConsole(agent);
  await openChat(shop);
  await desk.getByRole("button", { name: "Accept" }).waitFor();
  const running = desk.locator("[aria-live] :not([aria-hidden=true])").filter({ hasText: /^\s*\d:\d\d\s*$/ });
  expect(await running.count()).toBe(0);
  await desk.getByRole("button", { name: "Accept" }).click();
  const log = desk.getByRole("group", { name: "Messages" });
  await log.focus();
  expect(await log.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test("what is taken opens; the second of two clicks takes nothing else", async () => {
  const shop = await openShop(server);
  const agent = await shop.agent("Ana", 3);
  await openConsole(agent);
  await presence().click();
  await desk.getByRole("button", { name: "Busy" }).click();
  for (const name of ["Kim", "Tom", "Lea"]) await openChat(shop, { name });
  const takes = desk.getByRole("button", { name: /^Take / });
  await expect.poll(() => takes.count()).toBe(3);
  await takes.first().click();
  await desk.getByRole("heading", { name: "Kim" }).waitFor();
  await takes.first().dispatchEvent("click", { detail: 2 });
  // Had the second click asked for anything, that were answered before this.
  await takes.last().click();
  await desk.getByRole("heading", { name: "Lea" }).waitFor();
  expect(await takes.evaluateAll((all) => all.map((button) => button.ariaLabel))).toEqual(["Take Tom"]);
});

test("what was transferred waits for its target, and who handed it on takes it back", async () => {
  const { shop } = await inTalk();
  const ben = await onDuty(await shop.agent("Ben", 1));
  await openChat(shop, { name: "Kim" });
  await untilDesk(ben, (feed) => feed["mine"].length === 1);
  await desk.getByRole("button", { name: "Transfer" }).click();
  const sure = desk.getByRole("dialog").getByRole("button", { name: "Transfer" });
  expect(await sure.isEnabled()).toBe(false);
  await desk.getByRole("radio", { name: /^Ben No room for 1 now: the customer waits for them/ }).check();
  await sure.click();
  await desk.getByText("Waits for Ben").waitFor();
  await desk.getByRole("button", { name: "Take" }).click();
  await desk.getByRole("log").getByText("Hello").waitFor();
});

test("with little room nothing lies over anything else, and that a customer is verified is seen", async () => {
  const shop = await openShop(server);
  const agent = await shop.agent("Ana Martins de Vasconcelos", 6);
  await onDuty(agent);
  await openChat(shop, { identity: await shop.identity("sam"), page: "https://shop.example/orders/8812" });
  await page.setViewportSize({ width: 800, height: 700 });
  await openConsole(agent);
  await desk.locator("button.row", { hasText: "Customer" }).click();
  const seen = await desk.getByTitle("Your site vouches for them").boundingBox();
  const buttons = await desk.locator(".pane > header .buttons").boundingBox();
  expect(seen?.width).toBeGreaterThan(0);
  expect((seen?.x ?? 800) + (seen?.width ?? 0)).toBeLessThan(buttons?.x ?? 0);
  await page.context().setOffline(true);
  await desk.evaluate((element) => Reflect.get(element, "workplace").drop());
  await presence().filter({ hasText: "Not connected" }).waitFor();
  const [line, slots] = [await presence().boundingBox(), await desk.locator(".squares").boundingBox()];
  expect(slots?.width).toBeGreaterThan(0);
  expect((slots?.y ?? 0) + (slots?.height ?? 0)).toBeLessThanOrEqual(line?.y ?? 0);
});

test("the second press of a double click on a button selects no word in what has come in its place", async () => {
  await inTalk();
  const chosen = async (button: string): Promise<string> => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await desk.locator(button).click();
    const box = await desk.getByRole("log").getByText("Hello").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    return page.evaluate(() => getSelection()?.toString() ?? "");
  };
  expect(await chosen(".pane .who p")).toBe("Hello");
  expect(await chosen("button.row")).toBe("");
});

test("whom a transfer is to go to stays chosen when their place in the list changes", async () => {
  const { shop } = await inTalk();
  const ben = await onDuty(await shop.agent("Ben"));
  await onDuty(await shop.agent("Cem"));
  await desk.getByRole("button", { name: "Transfer" }).click();
  const chosen = desk.getByRole("radio", { checked: true });
  await desk.getByRole("radio", { name: /^Ben Available/ }).check();
  await ben.ask({ type: "presence", id: randomId(), presence: "busy" });
  await desk.getByRole("radio", { name: /^Ben Goes to whoever has room/ }).waitFor();
  expect(await chosen.count()).toBe(1);
  await desk.getByRole("radio", { name: /^Ben/, checked: true }).waitFor();
});

test("the first sign-in asks for a name by a heading and a label", async () => {
  const fresh = await startServer();
  const headers = { authorization: `Bearer ${fresh.setupSecret}` };
  const made = await fetch(`${fresh.url}/v1/setup-links`, { method: "POST", headers });
  const { token } = (await made.json()) as { token: string };
  await page.goto(`${fresh.url}/console#setup=${token}`);
  await desk.getByRole("heading", { name: "What is your name?" }).waitFor();
  // A label holds words, never headings.
  expect(await desk.locator("label h2").count()).toBe(0);
  await desk.getByLabel("What is your name?").fill("Bea");
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.getByRole("heading", { name: "Bea" }).waitFor();
  expect(page.url()).toBe(`${fresh.url}/console`);
  await fresh.stop();
});

test("an agent whose sessions are ended stands at the door, with no more than a way to ask again", async () => {
  const { shop, agent } = await inTalk();
  await shop.owner.call("DELETE", `/v1/agents/${agent.agentId}/sessions`);
  await desk.getByRole("heading", { name: "You are not signed in" }).waitFor();
  expect(await desk.getByRole("button").allTextContents()).toEqual(["Try again"]);
  await desk.getByRole("button", { name: "Try again" }).click();
  await desk.getByRole("heading", { name: "You are not signed in" }).waitFor();
});

test("quick replies are asked for until they come", async () => {
  let asked = 0;
  await page.route("**/v1/settings", (route) => {
    asked += 1;
    return asked > 2 ? route.continue() : route.abort();
  });
  await inTalk();
  await expect.poll(() => asked).toBe(3);
  const box = desk.getByLabel("Reply", { exact: true });
  await box.pressSequentially("/");
  await desk.getByRole("option", { name: "/link" }).waitFor();
  expect(asked).toBe(3);
});

test("what an agent left unsent is gone from the browser with their signing out", async () => {
  await inTalk();
  const left = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("rejoin:agent:")));
  await desk.getByLabel("Reply", { exact: true }).fill("Between you and me");
  await expect.poll(left).toHaveLength(1);
  await desk.locator("summary", { hasText: "You and this browser" }).click();
  await desk.getByRole("button", { name: "Sign out" }).click();
  await desk.getByRole("heading", { name: "You are not signed in" }).waitFor();
  expect(await left()).toEqual([]);
});
