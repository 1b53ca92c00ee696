import { afterEach, expect, test } from "vitest";
import { axeFinds } from "../support/axe.ts";
import type { Counter, CounterOptions } from "../support/counter.ts";
import { openCounter } from "../support/counter.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let counter: Counter;

afterEach(() => counter.leave());

const MEDIA = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
} as const;

/** What axe finds on what is in sight, by how it is looked at. */
async function findings(screen: string): Promise<string[]> {
  const { page } = counter;
  const found: string[] = [];
  for (const [name, media] of Object.entries(MEDIA)) {
    await page.emulateMedia(media);
    const lines = await axeFinds(page, { forcedColors: name === "forced", within: "rejoin-console" });
    found.push(...lines.map((line) => `${screen}, ${name}: ${line}`));
  }
  await page.emulateMedia(MEDIA.light);
  return found;
}

/** A console in which nothing is judged in the middle of fading in. */
async function open(options: CounterOptions): Promise<Counter> {
  const browsers = { reducedMotion: "reduce", ...options.browsers } as const;
  counter = await openCounter(house.server, house.browser, { ...options, browsers });
  return counter;
}

test("axe finds nothing on what an agent sees in a morning, in light, in dark and in forced colours", async () => {
  const { desk, page, box, ...at } = await open({ capacity: 4, rules: { offer: { mode: "by-hand", seconds: 60 } } });
  const found: string[] = await findings("empty");
  await at.presence("Available");
  const sam = await at.call({ name: "Sam Oliveira", sub: "sam", page: "/orders/1", facts: { Plan: "Premium" } });
  await sam.says("Hello");
  const accept = desk.getByRole("button", { name: "Accept Sam Oliveira" });
  await accept.waitFor();
  found.push(...(await findings("offered")));
  await accept.click();
  await at.open("Sam Oliveira");
  await box.fill("Good morning");
  await box.press("Enter");
  await at.presence("Busy");
  await (await at.call({ page: "/checkout" })).says("Card declined");
  await at.row("Card declined").waitFor();
  found.push(...(await findings("in talk, with a queue")));
  await box.pressSequentially("/");
  await desk.getByRole("option").first().waitFor();
  found.push(...(await findings("quick replies")));
  await box.fill("");
  await sam.drops();
  await desk.getByText("Sam is away.").waitFor();
  await desk.locator("summary", { hasText: "Reconnect link" }).click();
  await desk.getByRole("button", { name: "Copy a link" }).click();
  await desk.getByText("not opened yet").waitFor();
  found.push(...(await findings("held, with its links")));
  await page.keyboard.press("Escape");
  await desk.getByRole("button", { name: "Transfer" }).click();
  found.push(...(await findings("transfer")));
  await page.keyboard.press("Escape");
  await desk.getByRole("button", { name: "End conversation" }).click();
  found.push(...(await findings("end")));
  await desk.getByRole("button", { name: "End it" }).click();
  await desk.getByRole("button", { name: "Close", exact: true }).waitFor();
  found.push(...(await findings("wrap-up")));
  await desk.locator("summary", { hasText: "You and this browser" }).click();
  found.push(...(await findings("what concerns oneself")));
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await desk.getByRole("dialog").waitFor();
  found.push(...(await findings("keys")));
  expect(found).toEqual([]);
});

test("axe finds nothing on 375 px: the list, the conversation, its details, the search", async () => {
  const { desk, ...at } = await open({ browsers: { viewport: { width: 375, height: 700 }, hasTouch: true } });
  await at.presence("Available");
  const sam = await at.call({ name: "Sam Oliveira", page: "/orders/1" });
  await sam.says("Hello");
  const found = await findings("list");
  await at.open("Sam Oliveira");
  found.push(...(await findings("conversation")));
  await desk.getByRole("button", { name: "Details", exact: true }).click();
  found.push(...(await findings("details")));
  await desk.getByRole("button", { name: "Details: Close" }).click();
  await desk.getByRole("button", { name: "List" }).click();
  await desk.getByRole("button", { name: "Search conversations" }).click();
  found.push(...(await findings("search")));
  expect(found).toEqual([]);
  // Nothing is wider than the screen.
  expect(await desk.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
