import { afterEach, expect, test } from "vitest";
import type { Counter } from "../support/counter.ts";
import { openCounter } from "../support/counter.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let counter: Counter;

afterEach(() => counter.leave());

test("an agent's morning: one customer returns inside the hold, one after it, one never; slots are what they should be at each step", async () => {
  counter = await openCounter(house.server, house.browser, { rules: { holdSeconds: 4, limitSeconds: 9 } });
  const { desk, row } = counter;
  const section = (title: string) =>
    desk.locator("section", { has: counter.page.getByRole("heading", { name: title }) });
  const inUse = (text: string) => desk.locator(".capacity > summary", { hasText: text }).waitFor();
  const slot = (reason: string) => desk.locator(`.capacity .squares .${reason}`);
  await inUse("Slots in use: 0/3");
  await counter.presence("Available");
  const sam = await counter.call({ name: "Sam Oliveira", page: "/orders" });
  const lena = await counter.call({ name: "Lena Koch", page: "/" });
  const tom = await counter.call({ name: "Tom Ray", page: "/returns" });
  for (const caller of [sam, lena, tom]) await caller.says("Hello");
  await inUse("Slots in use: 3/3");
  expect(await slot("active").count()).toBe(3);

  // Sam is gone for a moment: the slot stays theirs, and so does the conversation.
  await counter.open("Sam Oliveira");
  await sam.drops();
  await desk.getByText("Sam is away.").waitFor();
  await slot("held").waitFor();
  await inUse("Slots in use: 3/3");
  await desk.getByRole("button", { name: /^Sam Oliveira, held until/ }).waitFor();
  await sam.returns();
  await slot("held").waitFor({ state: "detached" });
  await desk.getByText("Sam is away.").waitFor({ state: "detached" });
  await inUse("Slots in use: 3/3");

  // Lena and Tom go and stay away: at the end of the hold their slots are free, and they can still return.
  await lena.drops();
  await tom.drops();
  await section("Can still return").locator(".row").nth(1).waitFor();
  await inUse("Slots in use: 1/3");
  expect(await slot("free").count()).toBe(2);

  // Lena is back before the limit: with the same agent, in the same conversation.
  const again = await lena.returns();
  await inUse("Slots in use: 2/3");
  await section("Mine").locator(".row", { hasText: "Lena Koch" }).waitFor();
  await counter.open("Lena Koch");
  await desk.getByRole("log").getByText("The hold ended").waitFor();
  await again.says("Here again");
  await desk.getByRole("log").getByText("Here again").waitFor();

  // Tom never is.
  await row("Tom Ray").and(desk.locator(":not(.past)")).waitFor({ state: "detached" });
  await inUse("Slots in use: 2/3");
  await section("Recently closed").locator(".row", { hasText: "Tom Ray" }).click();
  await desk.getByText("since the customer stayed away").waitFor();
  await desk.getByRole("log").getByText("Ended: the customer stayed away").waitFor();
});

test("a drop, a return and an offer are each said aloud once, and the title counts who waits", async () => {
  counter = await openCounter(house.server, house.browser, { rules: { offer: { mode: "by-hand", seconds: 60 } } });
  const { desk, page } = counter;
  const heard = await page.evaluateHandle(() => {
    const said: string[] = [];
    const root = document.querySelector("rejoin-console")?.shadowRoot;
    const note = (records: readonly MutationRecord[]) => {
      for (const { target } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[aria-live].unseen");
        const text = region?.textContent?.trim() ?? "";
        if (text !== "" && said.at(-1) !== text) said.push(text);
      }
    };
    if (root) new MutationObserver(note).observe(root, { childList: true, characterData: true, subtree: true });
    return said;
  });
  await counter.presence("Available");
  expect(await page.title()).toBe("Rejoin console");
  const sam = await counter.call({ name: "Sam Oliveira" });
  await desk.getByRole("button", { name: "Accept Sam Oliveira" }).waitFor();
  await expect.poll(() => page.title()).toBe("(1) Rejoin console");
  await desk.getByRole("button", { name: "Accept Sam Oliveira" }).click();
  await counter.open("Sam Oliveira");
  await expect.poll(() => page.title()).toBe("Rejoin console");
  await sam.drops();
  await desk.getByText("Sam is away.").waitFor();
  const back = await sam.returns();
  await desk.getByText("Sam is away.").waitFor({ state: "detached" });
  await desk.getByRole("heading", { name: "Choose a conversation" }).waitFor({ state: "detached" });
  await back.says("Hello again");
  await desk.getByRole("log").getByText("Hello again").waitFor();
  const said = await heard.jsonValue();
  expect(said).toEqual([
    "Sam Oliveira is offered to you.",
    expect.stringMatching(/^Sam Oliveira disconnected\. Your slot is kept until .+\.$/),
    "Sam Oliveira is back.",
  ]);
});

test("notifications are asked for by a button and never by themselves; the sound that is turned off stays off", async () => {
  counter = await openCounter(house.server, house.browser, {
    // A headless browser has decided already.
    init: () => {
      const asked = { count: 0 };
      Object.assign(globalThis, { asked });
      const Silent = class extends EventTarget {
        static permission: NotificationPermission = "default";
        static requestPermission(): Promise<NotificationPermission> {
          asked.count += 1;
          Silent.permission = "granted";
          return Promise.resolve("granted");
        }
      };
      Object.defineProperty(globalThis, "Notification", { value: Silent });
    },
  });
  const { desk, page } = counter;
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: { count: number } }).asked.count);
  const you = desk.locator("summary", { hasText: "You and this browser" });
  await counter.presence("Available");
  await (await counter.call({ name: "Sam Oliveira" })).says("Hello");
  await counter.open("Sam Oliveira");
  expect(await asked()).toBe(0);
  await you.click();
  await desk.getByRole("button", { name: "Ask the browser" }).click();
  expect(await asked()).toBe(1);
  await desk.getByRole("switch", { name: /Desktop notifications/ }).waitFor();
  await desk.getByRole("switch", { name: "Sound for what is new" }).click();
  await desk.getByRole("radio", { name: "Dark" }).check();
  await page.reload();
  await you.click();
  expect(await desk.getByRole("switch", { name: "Sound for what is new" }).isChecked()).toBe(false);
  expect(await desk.evaluate((element) => getComputedStyle(element).colorScheme)).toBe("dark");
});
