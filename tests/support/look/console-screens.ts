import type { Browser, Page } from "playwright-core";
import type { Caller, Counter, CounterOptions } from "../counter.ts";
import { openCounter } from "../counter.ts";
import type { TestServer } from "../server.ts";
import type { Device } from "./variants.ts";

/** A screen of the console, and how to get there by real means. */
export interface ConsoleScreen {
  name: string;
  options?: CounterOptions;
  /** Ends with the screen in sight. */
  reach(counter: Counter): Promise<void>;
}

const REPLIES = [
  { shortcut: "hello", text: "Hello {CustomerName}, I'm {AgentName}. How can I help?" },
  { shortcut: "link", text: "If we get cut off, this brings you straight back to me: {ReconnectUrl}" },
  { shortcut: "delivery", text: "Orders placed before noon leave on the same day." },
  { shortcut: "return-label", text: "I have sent the return label to your address." },
];

/** An agent's usual morning: one customer writes, one is in talk, a guest asks, and two wait. */
async function morning(counter: Counter): Promise<{ sam: Caller; lena: Caller }> {
  const { desk, box } = counter;
  await counter.shop.owner.call("PUT", "/v1/quick-replies", { quickReplies: REPLIES });
  await counter.page.reload();
  await counter.presence("Available");
  const sam = await counter.call({
    name: "Sam Oliveira",
    sub: "sam-8812",
    page: "/orders/8812",
    facts: { Plan: "Premium", Orders: "14" },
  });
  await sam.says("Hi, I ordered on Tuesday");
  const lena = await counter.call({ name: "Lena Koch", page: "/" });
  await lena.says("The bowl arrived", "Perfect, thank you so much");
  const guest = await counter.call({ page: "/help/warranty" });
  await guest.says("Does the warranty cover water?");
  await counter.row("/help/warranty").waitFor();
  await counter.presence("Busy");
  for (const [page, words] of [
    ["/checkout", "Card declined twice"],
    ["/sizes", "Is the linen shirt true to size?"],
  ] as const)
    await (await counter.call({ page })).says(words);
  await counter.row("true to size").waitFor();
  await counter.open("Sam Oliveira");
  for (const text of ["Hi, I'm Ana. I've found your order, the blue one?", "It left the warehouse this morning."]) {
    await box.fill(text);
    await box.press("Enter");
  }
  await desk.getByRole("log").getByText("It left the warehouse").waitFor();
  await sam.says("Yes! Can I still change the address?", "It should go to Rua das Flores 12");
  await desk.getByRole("log").getByText("Rua das Flores").waitFor();
  return { sam, lena };
}

/** The same, with Sam gone in the middle of it. */
async function held(counter: Counter): Promise<{ sam: Caller; lena: Caller }> {
  const both = await morning(counter);
  await both.sam.drops();
  await counter.desk.getByText("Sam is away.").waitFor();
  await counter.box.fill("Done, it now goes to Rua das Flores 12.");
  await counter.box.press("Enter");
  await counter.desk.getByText("Sent, not yet seen").waitFor();
  return both;
}

/** Conversations that are over, and one that goes on. */
async function past(counter: Counter): Promise<void> {
  await counter.presence("Available");
  for (const [name, sub, words] of [
    ["Lena Koch", "lena", ["The bowl arrived", "Perfect, thank you so much"]],
    ["Tomás Melo", "tomas", ["Where is my parcel?", "The bowl is for Friday"]],
  ] as const) {
    const caller = await counter.call({ name, sub, page: "/orders" });
    await caller.says(words[0]);
    await counter.open(name);
    await counter.box.fill("Let me look at it for you.");
    await counter.box.press("Enter");
    await counter.desk.getByText("Sent, not yet seen").waitFor();
    await caller.says(words[1]);
    await caller.ends();
    await counter.desk.getByRole("button", { name: "Close", exact: true }).click();
    await counter.desk.locator(".past", { hasText: name }).waitFor();
  }
}

const ROOM = { capacity: 5 } as const;

export const CONSOLE_SCREENS: readonly ConsoleScreen[] = [
  { name: "console-empty", reach: (counter) => counter.presence("Available") },
  { name: "console-talk", options: ROOM, reach: async (counter) => void (await morning(counter)) },
  { name: "console-held", options: ROOM, reach: async (counter) => void (await held(counter)) },
  {
    name: "console-waiting",
    options: { capacity: 5, rules: { holdSeconds: 2, limitSeconds: 900 } },
    reach: async (counter) => {
      const { sam } = await morning(counter);
      await sam.drops();
      await counter.desk.getByText("The hold ended; your slot is free.").waitFor();
    },
  },
  {
    name: "console-offered",
    options: { capacity: 5, rules: { offer: { mode: "by-hand", seconds: 60 } } },
    reach: async (counter) => {
      await counter.presence("Available");
      const caller = await counter.call({ name: "Jo Reyes", page: "/returns" });
      await caller.says("The handle came off");
      await counter.desk.getByRole("button", { name: "Accept Jo Reyes" }).waitFor();
    },
  },
  {
    name: "console-quick-replies",
    options: ROOM,
    reach: async (counter) => {
      await morning(counter);
      await counter.box.pressSequentially("/");
      await counter.desk.getByRole("option").first().waitFor();
    },
  },
  {
    name: "console-link",
    options: ROOM,
    reach: async (counter) => {
      await held(counter);
      await counter.desk.locator("summary", { hasText: "Reconnect link" }).click();
      await counter.desk.getByRole("button", { name: "Copy a link" }).click();
      await counter.desk.getByText("not opened yet").waitFor();
    },
  },
  {
    name: "console-note",
    options: ROOM,
    reach: async (counter) => {
      await morning(counter);
      await counter.desk.getByRole("button", { name: "Note", exact: true }).click();
      const note = counter.desk.getByLabel("Note", { exact: true });
      await note.fill("Wants the parcel before Friday. Carrier confirmed by phone.");
      await note.press("Enter");
      await counter.desk.getByText("Saved").waitFor();
      await counter.desk.getByRole("button", { name: "Note", exact: true }).click();
      await note.fill("Call again on Thursday");
    },
  },
  {
    name: "console-transfer",
    options: ROOM,
    reach: async (counter) => {
      await counter.shop.agent("Ben Okafor", 4);
      await counter.shop.agent("Chiara Conti", 2);
      await morning(counter);
      await more(counter, "Transfer");
      await counter.desk.getByRole("dialog").waitFor();
    },
  },
  {
    name: "console-end",
    options: ROOM,
    reach: async (counter) => {
      await morning(counter);
      await more(counter, "End conversation");
      await counter.desk.getByRole("dialog").waitFor();
    },
  },
  {
    name: "console-wrap-up",
    options: { capacity: 5, rules: { blocks: "always" } },
    reach: async (counter) => {
      const { sam } = await morning(counter);
      await sam.ends();
      await counter.desk.getByRole("button", { name: "Close", exact: true }).waitFor();
    },
  },
  {
    name: "console-keys",
    options: ROOM,
    reach: async (counter) => {
      await morning(counter);
      await counter.desk.getByRole("heading", { name: "Sam Oliveira" }).last().focus();
      await counter.page.keyboard.press("?");
      await counter.desk.getByRole("dialog").waitFor();
    },
  },
  {
    name: "console-you",
    options: ROOM,
    reach: async (counter) => {
      await morning(counter);
      await counter.desk.locator("summary", { hasText: "You and this browser" }).click();
    },
  },
  {
    name: "console-offline",
    options: ROOM,
    reach: async (counter) => {
      await morning(counter);
      counter.cable.set("refuse");
      counter.cable.cut("rst");
      await counter.desk.getByText(/stay yours until/).waitFor();
    },
  },
  {
    name: "console-search",
    options: ROOM,
    reach: async (counter) => {
      await past(counter);
      await counter.desk.getByRole("button", { name: "Search conversations" }).click();
      await counter.desk.getByLabel("Search conversations").fill("bowl");
      await counter.row("Perfect, thank").first().click();
      await counter.desk.getByText("Past conversations can be read").waitFor();
    },
  },
  {
    name: "console-details",
    options: ROOM,
    reach: async (counter) => {
      await past(counter);
      const again = await counter.call({ name: "Lena Koch", sub: "lena", page: "/orders/9001" });
      await again.says("It is me again, about the other bowl");
      await counter.open("Lena Koch");
      await counter.desk.locator(".earlier button").first().waitFor({ state: "attached" });
      const details = counter.desk.getByRole("button", { name: "Details", exact: true });
      if (await details.isVisible()) await details.click();
    },
  },
];

/** Presses what stands in the header, or in its menu where there is no room. */
async function more({ desk }: Counter, name: string): Promise<void> {
  const button = desk.locator("header").getByRole("button", { name });
  if ((await button.count()) === 0) await desk.locator("summary", { hasText: "More" }).click();
  await button.first().click();
}

export async function reachConsole(
  server: TestServer,
  browser: Browser,
  { options, reach }: ConsoleScreen,
  device: Device,
): Promise<{ page: Page; leave(): Promise<void> }> {
  const counter = await openCounter(server, browser, { ...options, browsers: device.browser });
  await reach(counter);
  return counter;
}
