import { afterEach, expect, test } from "vitest";
import type { Counter, CounterOptions } from "../support/counter.ts";
import { openCounter } from "../support/counter.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let counter: Counter;

afterEach(() => counter.leave());

async function open(options: CounterOptions = {}): Promise<Counter> {
  counter = await openCounter(house.server, house.browser, options);
  return counter;
}

/** What has the focus, in words. */
const focused = (): Promise<string> =>
  counter.page.evaluate(() => {
    let on = document.activeElement;
    while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
    return (on?.getAttribute("aria-label") ?? on?.querySelector(".name")?.textContent ?? on?.textContent ?? "").trim();
  });

test("by keys alone: through the list, open, reply, hold, end, queue, search; and ? shows them all", async () => {
  const { desk, page, call, ...at } = await open({ capacity: 2 });
  await at.presence("Available");
  const sam = await call({ name: "Sam Oliveira" });
  await sam.says("Hello");
  await (await call({ name: "Lena Koch" })).says("Good morning");
  await at.row("Good morning").waitFor();
  await (await call({ name: "Tom Ray" })).says("I wait");
  await at.row("I wait").waitFor();
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  await keys("j", "j");
  await expect.poll(focused).toBe("Lena Koch");
  await keys("k", "Enter");
  await desk.getByRole("heading", { name: "Sam Oliveira" }).last().waitFor();
  await keys("r");
  await expect.poll(focused).toBe("Reply");
  await page.keyboard.type("jk e f g q ? h");
  expect(await counter.box.inputValue()).toBe("jk e f g q ? h");
  expect(await desk.getByRole("dialog").count()).toBe(0);
  await keys("Enter", "Escape");
  await sam.drops();
  await desk.getByText("Sam is away.").waitFor();
  await keys("h");
  await desk
    .getByRole("log")
    .getByText(/^Held until/)
    .waitFor();
  await keys("g", "q");
  // Nobody waits where the agent is: there is no room for the third, but they can be taken.
  await expect.poll(focused).toBe("Take Tom Ray");
  await keys("?");
  await desk.getByRole("dialog", { name: "Keys" }).waitFor();
  for (const does of ["Next in the list", "Extend the hold", "Go to the queue"]) await desk.getByText(does).waitFor();
  await keys("Escape");
  await desk.locator("dialog").waitFor({ state: "detached" });
  await keys("f");
  await expect.poll(focused).toBe("Search conversations");
  await page.keyboard.type("ee");
  expect(await desk.getByRole("dialog").count()).toBe(0);
  await keys("Escape");
  await keys("e");
  await desk.getByRole("dialog", { name: "End this conversation?" }).waitFor();
  await expect.poll(focused).toBe("End it");
  await keys("Enter");
  await at
    .row("Sam Oliveira")
    .and(desk.locator("button", { hasText: "closes" }))
    .waitFor();
});

test("keys with Ctrl or ⌘ are the browser's", async () => {
  const { page, desk } = await open();
  await page.keyboard.press("Control+f");
  await page.keyboard.press("Control+?");
  expect(await desk.locator("#search").count()).toBe(0);
  expect(await desk.getByRole("dialog").count()).toBe(0);
});

test("with the keyboard alone an offer is accepted, answered and ended, and the focus is never lost", async () => {
  const { page, desk, call } = await open({ rules: { offer: { mode: "by-hand", seconds: 60 } } });
  const tabTo = async (name: string | RegExp) => {
    for (let n = 0; n < 40; n += 1) {
      if (new RegExp(name).test(await focused())) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way to ${String(name)} by Tab; at ${await focused()}`);
  };
  await tabTo("Presence");
  await page.keyboard.press("Enter");
  await tabTo("^Available$");
  await page.keyboard.press("Enter");
  await desk.locator("summary", { hasText: "Available" }).waitFor();
  await expect.poll(focused).toMatch(/Presence/);
  await call({ name: "Sam Oliveira" });
  await desk.getByRole("button", { name: "Accept Sam Oliveira" }).waitFor();
  await tabTo("Accept");
  await page.keyboard.press("Enter");
  await desk.locator("button.row", { hasText: "Sam Oliveira" }).waitFor();
  // What had the focus is gone with the offer.
  await expect.poll(focused).not.toBe("");
  await tabTo("^Sam Oliveira");
  await page.keyboard.press("Enter");
  await counter.box.waitFor();
  await tabTo("^Reply$");
  await page.keyboard.type("Good morning");
  await page.keyboard.press("Enter");
  await desk.getByRole("log").getByText("Good morning").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await desk.getByRole("dialog").waitFor();
  await tabTo("^End it$");
  await page.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Close", exact: true }).waitFor();
  await expect.poll(focused).not.toBe("");
});

test("on 375 px one goes from the list to the conversation, to its details and back; nothing is wider than the screen", async () => {
  const { page, desk, call, row, box, ...at } = await open({ browsers: { viewport: { width: 375, height: 700 } } });
  await at.presence("Available");
  const sam = await call({ name: "Sam Oliveira", page: "/a/very/long/path/that/does/not/fit/anywhere/on/a/phone" });
  await sam.says(`Look at ${"x".repeat(200)}`);
  const narrow = async () => {
    expect(await desk.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  };
  await row("Sam Oliveira").waitFor();
  await narrow();
  await row("Sam Oliveira").click();
  await box.waitFor();
  expect(await row("Sam Oliveira").isVisible()).toBe(false);
  await sam.drops();
  await desk.getByText("Sam is away.").waitFor();
  await narrow();
  await desk.getByRole("button", { name: "Details", exact: true }).click();
  await desk.getByText("Held for Sam").waitFor();
  await narrow();
  await desk.getByRole("button", { name: "Details: Close" }).click();
  await desk.getByText("Held for Sam").waitFor({ state: "hidden" });
  await desk.locator("summary", { hasText: "More" }).click();
  await desk.getByRole("button", { name: "End conversation" }).click();
  await desk.getByRole("button", { name: "Cancel" }).click();
  await desk.getByRole("button", { name: "List" }).click();
  await row("Sam Oliveira").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});

test("on a phone Back goes from the details to the conversation to the list, and then where one came from", async () => {
  const { page, desk, call, row, box, ...at } = await open({ browsers: { viewport: { width: 375, height: 700 } } });
  await at.presence("Available");
  await call({ name: "Sam Oliveira" });
  const [address, length] = [page.url(), await page.evaluate(() => history.length)];
  const depth = () => page.evaluate(() => (history.state as { rejoinDepth?: number } | null)?.rejoinDepth ?? 0);
  const list = () => row("Sam Oliveira").waitFor();
  const details = desk.getByRole("complementary", { name: "Details" });
  await row("Sam Oliveira").click();
  await desk.getByRole("button", { name: "Details", exact: true }).click();
  await details.waitFor();
  await page.goBack();
  await details.waitFor({ state: "hidden" });
  await box.waitFor();
  await page.goBack();
  await list();
  expect([page.url(), await depth()]).toEqual([address, 0]);
  // What is closed by a button is gone from the history, too; and forward opens nothing.
  await row("Sam Oliveira").click();
  await desk.getByRole("button", { name: "List" }).click();
  await list();
  await expect.poll(depth).toBe(0);
  await page.goForward();
  await expect.poll(depth).toBe(0);
  await list();
  await row("Sam Oliveira").click();
  await page.reload();
  await list();
  await expect.poll(depth).toBe(0);
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
  await page.setViewportSize({ width: 1280, height: 800 });
  await row("Sam Oliveira").click();
  await box.waitFor();
  expect(await depth()).toBe(0);
});
