import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { signInOwner } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;
let page: Page;
let chat: Locator;
let desk: Locator;
/** What the page complained about: its own errors, and what its content policy refused. */
let complaints: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  await page.goto(server.url);
  chat = page.locator("rejoin-chat");
  desk = page.locator("rejoin-console");
  // Somebody is at the desk.
  await desk.getByText("0/3").waitFor();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

async function start(text: string): Promise<void> {
  await write(chat, text);
  await desk.getByRole("log").getByText(text).waitFor();
}

async function write(side: Locator, text: string): Promise<void> {
  const box = side.getByLabel(/^(Write a message|Reply)$/);
  await box.fill(text);
  await box.press("Enter");
}

/** The messages on one side, in order. */
function messagesOf(side: Locator): Promise<string[]> {
  return side.locator(".bubble").allTextContents();
}

/** The customer ends it, and says so twice. */
async function end(side: Locator): Promise<void> {
  await side.getByRole("button", { name: "End chat" }).click();
  await side.getByRole("alertdialog").getByRole("button", { name: "End chat" }).click();
}

/** Ends the conversation on both sides, so that the next story begins with an empty desk. */
async function finish(): Promise<void> {
  await end(chat);
  await desk.getByRole("button", { name: "Close", exact: true }).click();
  await desk.getByText("0/3").waitFor();
}

describe("the demo, in a real browser", () => {
  test("a customer starts, the agent gets it, both write, drop and return: nothing is lost, doubled or out of order", async () => {
    await start("Can I still change the address?");
    await write(desk, "Yes. Where to?");
    await chat.getByRole("log").getByText("Yes. Where to?").waitFor();

    await page.getByRole("button", { name: "Drop the customer's connection" }).click();
    await desk.getByText("The customer is away.").waitFor();
    await write(desk, "Are you still there?");
    await desk.getByText("Sent, not yet seen").waitFor();
    await write(chat, "Rua das Flores 12");
    await write(chat, "third floor");
    await chat.getByText("Waiting for the network").waitFor();
    await page.getByRole("button", { name: "Return" }).click();
    await desk.getByRole("log").getByText("third floor").waitFor();
    await chat.getByRole("log").getByText("Are you still there?").waitFor();

    await page.getByRole("button", { name: "Drop the agent's connection" }).click();
    await chat.locator(".notice").getByText("Ana lost their connection").waitFor();
    await write(desk, "Done.");
    await write(chat, "Thank you");
    await page.getByRole("button", { name: "Return" }).click();
    await desk.getByRole("log").getByText("Thank you").waitFor();
    await chat.getByRole("log").getByText("Done.").waitFor();
    await chat.locator(".notice").getByText("Ana lost their connection").waitFor({ state: "hidden" });

    const said = await messagesOf(chat);
    expect(said).toEqual(await messagesOf(desk));
    expect(said.toSorted()).toEqual(
      [
        "Are you still there?",
        "Can I still change the address?",
        "Done.",
        "Rua das Flores 12",
        "Thank you",
        "Yes. Where to?",
        "third floor",
      ].toSorted(),
    );
    expect(said.indexOf("Rua das Flores 12")).toBeLessThan(said.indexOf("third floor"));
    await finish();
  });

  test("T01 a reload comes back to the same conversation, with the half-typed draft in the box", async () => {
    await start("Hello");
    await write(desk, "Good morning");
    await chat.getByRole("log").getByText("Good morning").waitFor();
    await chat.getByLabel("Write a message").fill("half a th");
    await page.reload();
    await chat.getByRole("log").getByText("Good morning").waitFor();
    expect(await messagesOf(chat)).toEqual(["Hello", "Good morning"]);
    expect(await chat.getByLabel("Write a message").inputValue()).toBe("half a th");
    await desk.getByText("1/3").waitFor();
    await finish();
  });

  test("a second customer does not take the agent away from what they are typing", async () => {
    await start("The first");
    const box = desk.getByLabel("Reply", { exact: true });
    await box.fill("I am just ty");
    const other = await (await browser.newContext()).newPage();
    await other.goto(server.url);
    const second = other.locator("rejoin-chat");
    await write(second, "The second");
    await second.getByRole("log").getByText("Ana joined").waitFor();
    await desk.locator(".count", { hasText: "1 unread" }).waitFor();
    expect(await box.inputValue()).toBe("I am just ty");
    expect(await messagesOf(desk)).toEqual(["The first"]);
    await end(second);
    await finish();
    await other.context().close();
  });

  test("what people write is text, never markup", async () => {
    const text = '<img src=x onerror="document.title=1"><b>bold</b>';
    await start(text);
    expect(await messagesOf(desk)).toEqual([text]);
    expect(await page.title()).toBe("Rejoin: try it");
    await finish();
  });

  test("the demo says whose console one sees: its own agent's, or that of whoever is signed in already", async () => {
    await page.getByText("The agent is Ana").waitFor();
    const { cookie } = await signInOwner(server.url, server.setupSecret);
    const [name = "", value = ""] = cookie.split("=");
    await page.context().addCookies([{ name, value, url: server.url }]);
    await page.reload();
    await page.getByText("The agent is Olga").waitFor();
    expect(await desk.getByRole("heading", { name: "Olga" }).count()).toBe(1);
  });
});
