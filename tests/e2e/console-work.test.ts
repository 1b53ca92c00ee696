import { afterEach, describe, expect, test } from "vitest";
import type { Caller, Counter, CounterOptions } from "../support/counter.ts";
import { openCounter } from "../support/counter.ts";
import type { Frame } from "../support/frames.ts";
import { useHouse } from "../support/stages.ts";
import { onDuty, untilDesk } from "../support/talk.ts";

const house = useHouse();
let counter: Counter;

afterEach(() => counter.leave());

const REPLIES = [
  { shortcut: "hello", text: "Hello {CustomerName}, I'm {AgentName}." },
  { shortcut: "help", text: "How can I help?" },
  { shortcut: "link", text: "Your way back: {ReconnectUrl}" },
];

/** Sam in talk with Ana, whose console shows it. */
async function inTalk(options: CounterOptions = {}): Promise<Caller> {
  counter = await openCounter(house.server, house.browser, options);
  await counter.shop.owner.call("PUT", "/v1/quick-replies", { quickReplies: REPLIES });
  await counter.page.reload();
  await counter.presence("Available");
  const sam = await counter.call({ name: "Sam Oliveira", page: "/orders" });
  await sam.says("The handle came off");
  await counter.open("Sam Oliveira");
  await counter.desk.getByRole("log").getByText("The handle came off").waitFor();
  return sam;
}

/** The message with this in it, once it has reached the customer. */
async function heard({ socket }: Caller, part: string): Promise<string> {
  const found = () =>
    socket.frames
      .flatMap((frame) => (frame["entries"] ?? []) as { text?: string }[])
      .find(({ text }) => text?.includes(part) === true)?.text;
  await expect.poll(found, { timeout: 10_000 }).toBeDefined();
  return found() ?? "";
}

const lastLink = (text: string) => /https:\S+/.exec(text)?.[0] ?? "";
const tokenIn = (url: string) => new URL(url).hash.replace("#rejoin=", "");

describe("quick replies", () => {
  test("are found, chosen and sent by keyboard alone, with both names filled in", async () => {
    const sam = await inTalk();
    const { desk, page, box } = counter;
    await page.keyboard.press("/");
    await desk.getByRole("option").nth(2).waitFor();
    await page.keyboard.type("he");
    await expect.poll(() => desk.getByRole("option").count()).toBe(2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await box.getAttribute("aria-activedescendant")).toBe("reply-0");
    await page.keyboard.press("Enter");
    expect(await box.inputValue()).toBe("Hello Sam Oliveira, I'm Ana Martins.");
    await page.keyboard.type(" /hel");
    await desk.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await desk.getByRole("option").first().waitFor({ state: "detached" });
    for (let n = 0; n < 5; n += 1) await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    expect(await heard(sam, "Hello Sam")).toBe("Hello Sam Oliveira, I'm Ana Martins.");
    expect(await box.inputValue()).toBe("");
  });

  test("L04 that promise a link say what is missing where there is no portal URL, and send nothing broken", async () => {
    await inTalk({ rules: { portalUrl: null } });
    const { desk, page, box } = counter;
    await box.pressSequentially("/link");
    await page.keyboard.press("Tab");
    await desk.locator("footer > p").getByText("This widget has no portal URL").waitFor();
    await page.keyboard.press("Enter");
    await desk.getByRole("log").getByText("Not sent. This widget has no portal URL").waitFor();
    expect(await desk.locator("summary", { hasText: "Reconnect link" }).count()).toBe(1);
  });
});

test("a reconnect link is sent, opened, copied, listed and revoked", async () => {
  const sam = await inTalk();
  const { desk, page, shop } = counter;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const links = desk.locator("summary", { hasText: "Reconnect link" });
  await links.click();
  await desk.getByRole("button", { name: "Insert into the reply" }).click();
  await page.keyboard.press("Enter");
  // Agents see the slug, the customer alone the address.
  await desk.getByRole("log").getByText("reconnect link", { exact: true }).waitFor();
  const sent = lastLink(await heard(sam, "https:"));
  const resume = async (url: string) => (await shop.browser().resume({ link: tokenIn(url) }))["answer"];
  expect(await resume(sent)).toBe("resume");
  await links.click();
  await desk.getByText(/^opened/).waitFor();
  await desk.getByRole("button", { name: "Copy a link" }).click();
  await desk.getByText("The link is copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).not.toBe(sent);
  expect(await resume(copied)).toBe("resume");
  expect(await desk.locator(".links li").count()).toBe(2);
  await desk
    .getByRole("button", { name: /^Revoke:/ })
    .first()
    .click();
  await expect.poll(() => desk.locator(".links li").count()).toBe(1);
  expect(await resume(sent)).toBe("none");
  expect(await resume(copied)).toBe("resume");
  await desk.getByRole("button", { name: /^Revoke:/ }).click();
  await desk.getByText("No links are live.").waitFor();
  expect(await resume(copied)).toBe("none");
});

test("a transfer goes to the agent that was chosen, with the note that was not added yet", async () => {
  await inTalk();
  const { desk, shop, page } = counter;
  const ben = await shop.agent("Ben Okafor");
  const bensDesk = await onDuty(ben);
  for (let n = 0; n < 8; n += 1) await shop.owner.call("POST", "/v1/workstreams", { name: `Team ${n}` });
  await page.reload();
  await counter.open("Sam Oliveira");
  await desk.getByRole("button", { name: "Note", exact: true }).click();
  await desk.getByLabel("Note", { exact: true }).fill("Wants a refund");
  await desk.getByRole("button", { name: "Transfer" }).click();
  // Who has room comes first.
  const first = desk.getByRole("dialog").getByRole("radio").first();
  await page.getByRole("radio", { name: /^Ben Okafor/ }).waitFor();
  await desk.getByRole("searchbox", { name: "Find a name" }).fill("team 3");
  expect(await desk.getByRole("dialog").getByRole("radio").count()).toBe(1);
  await desk.getByRole("searchbox", { name: "Find a name" }).fill("");
  await first.check();
  await page.keyboard.press("Enter");
  await desk.getByRole("heading", { name: "Choose a conversation" }).waitFor();
  const feed = await untilDesk(bensDesk, ({ mine }) => (mine as unknown[]).length === 1);
  const [{ conversationId } = { conversationId: "" }] = feed["mine"] as { conversationId: string }[];
  const socket = await ben.connect(conversationId);
  expect((await socket.take("welcome"))["backstage"]).toMatchObject({ notes: "Wants a refund" });
  bensDesk.close();
});

test("an end is asked about once; in wrap-up one writes notes alone; closed, it is found by words and by day", async () => {
  const sam = await inTalk({ rules: { blocks: "always" } });
  const { desk, page, row } = counter;
  await page.keyboard.press("e");
  await desk.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await desk.locator("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("e");
  await desk.getByRole("button", { name: "End it" }).press("Enter");
  await sam.socket.take((frame) => frame["view"]?.phase.state === "wrap-up");
  await desk.getByRole("button", { name: /^Sam Oliveira, wrap-up until/ }).waitFor();
  expect(await counter.box.count()).toBe(0);
  const note = desk.getByLabel("Note", { exact: true });
  await note.fill("Sent a new one");
  await note.press("Enter");
  await note.fill("Carrier told");
  await note.press("Enter");
  await expect.poll(() => desk.getByLabel("Notes").inputValue()).toBe("Sent a new one\nCarrier told");
  await desk.getByRole("button", { name: "Close", exact: true }).click();
  await row("Sam Oliveira").and(desk.locator(".past")).waitFor();
  await page.keyboard.press("f");
  const search = desk.getByLabel("Search conversations");
  await search.fill("hand");
  await row("Sam Oliveira").waitFor();
  await desk.getByLabel("Until").fill("2001-01-01");
  await desk.getByText("Nothing was found.").waitFor();
  await desk.getByLabel("Until").fill("");
  await row("Sam Oliveira").click();
  await desk.getByRole("log").getByText("The handle came off").waitFor();
  await desk.getByText("Past conversations can be read, not continued.").waitFor();
  expect(await desk.getByRole("textbox", { name: /Reply|Note/ }).count()).toBe(0);
  await search.press("Escape");
  await desk.getByRole("heading", { name: "Recently closed" }).waitFor();
});

test("the agent's own drop: what they have stays, the customer is told, the grace is shown, and what was written meanwhile arrives once", async () => {
  const sam = await inTalk();
  const { desk, cable, box, page } = counter;
  const connected = (is: boolean) => (frame: Frame) => frame["view"]?.phase.agentConnected === is;
  cable.set("refuse");
  cable.cut("rst");
  await sam.socket.take(connected(false));
  await desk
    .getByText(/^Your conversation stays yours until .+; customers are told that you are reconnecting\.$/)
    .waitFor();
  await box.fill("Still there");
  await box.press("Enter");
  await desk.getByText("Waiting for the network").waitFor();
  await sam.says("Hello?");
  cable.set({ mode: "pass" });
  const back = desk.getByRole("log").getByText("Hello?");
  // It may try by itself before anybody can press.
  await Promise.any([desk.getByRole("button", { name: "Try now" }).click(), back.waitFor()]);
  await back.waitFor();
  await sam.socket.take(connected(true));
  await heard(sam, "Still there");
  await desk.getByText(/stays yours until/).waitFor({ state: "detached" });
  await page.reload();
  await counter.open("Sam Oliveira");
  await desk.getByRole("log").getByText("Still there").waitFor();
  expect(await desk.locator(".bubble").allTextContents()).toEqual(["The handle came off", "Hello?", "Still there"]);
});

test("what the customer's site tells stands beside the conversation; the hold can be extended and given up there", async () => {
  counter = await openCounter(house.server, house.browser);
  const { desk, page } = counter;
  await counter.presence("Available");
  const sam = await counter.call({
    name: "Sam Oliveira",
    sub: "sam-1",
    page: "/orders/8812",
    facts: { Plan: "Premium" },
  });
  await counter.open("Sam Oliveira");
  const beside = desk.getByRole("complementary", { name: "Details" });
  for (const text of ["Verified · sam-1", "/orders/8812", "Premium"]) await beside.getByText(text).waitFor();
  await beside
    .getByText("Here now. After a drop your slot is kept for 5 minutes; they can return for 20 minutes.")
    .waitFor();
  await sam.drops();
  await beside.getByText("Held for Sam").waitFor();
  await page.keyboard.press("h");
  await beside.getByText("of 10 minutes").waitFor();
  await desk
    .getByRole("log")
    .getByText(/^Held until/)
    .waitFor();
  await desk.getByRole("button", { name: "Give up the slot" }).click();
  await desk.getByText("The hold ended; your slot is free.").waitFor();
  await beside.getByText("Nobody holds a slot").waitFor();
  expect(await counter.used()).toBe("Slots in use: 0/3");
});
