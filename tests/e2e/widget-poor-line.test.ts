import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAna } from "../support/ana.ts";
import { launchBrowser } from "../support/browser.ts";
import { handsOn } from "../support/hands.ts";
import { openPoorLine } from "../support/poor-line.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openStorefront } from "../support/storefront.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("an old phone on a bad network, 400 ms for a round trip, 5 % of packets lost, a CPU four times slower: all is said, once and in order", async () => {
  const line = await openPoorLine(server.port, { oneWayMs: 200, loss: 0.05, stallMs: 600 });
  const front = await openStorefront(server, { through: line.url });
  const ana = await callAna(front.shop);
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const hands = handsOn(page);

  await page.goto(front.url);
  await hands.open();
  await hands.say("Hello, is my order lost?");
  await hands.log.getByText("Ana Martins joined").waitFor();
  const said = ["Hello, is my order lost?"];
  for (let turn = 1; turn <= 8; turn += 1) {
    const [answer, question] = [`Answer ${turn}`, `Question ${turn}`];
    // Both at once: each waits for the other's line no more than people do.
    await Promise.all([ana.says(answer), hands.say(question)]);
    await ana.hears(question);
    await hands.log.getByText(answer, { exact: true }).waitFor();
    said.push(answer, question);
  }
  await page.reload();
  if (!(await hands.panel.isVisible())) await hands.open();
  await hands.say("Thank you");
  await ana.hears("Thank you");
  const shown = await hands.bubbles.allInnerTexts();
  expect(shown.toSorted()).toEqual([...said, "Thank you"].toSorted());
  for (const words of ["Answer", "Question"]) {
    const its = shown.filter((text) => text.startsWith(words));
    expect(its).toEqual(Array.from({ length: 8 }, (_, turn) => `${words} ${turn + 1}`));
  }
  const heard = (await ana.seat()).frames.flatMap((frame) => (frame["entries"] ?? []) as { text?: string }[]);
  expect(heard.filter(({ text }) => text === "Question 3").length).toBe(1);
  expect(line.lost).toBeGreaterThan(0);
  await context.close();
  await front.close();
  await line.close();
});
