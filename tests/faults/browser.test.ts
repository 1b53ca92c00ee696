import { expect, test } from "vitest";
import type { Ana } from "../support/ana.ts";
import type { Hands } from "../support/hands.ts";
import { handsOn } from "../support/hands.ts";
import { randomId } from "../support/peers.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";

// What a real browser does to a page, with the widget as customers have it. Reload, the back/forward cache and a browser that is
// killed are in tests/e2e: panel, widget-back-forward and widget-trouble.

const house = useHouse();

async function talk(): Promise<{ stage: Stage; ana: Ana; hands: Hands }> {
  const stage = await house.stage();
  const ana = await stage.ana("Ana");
  const hands = await stage.visit();
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.hears("Hello");
  return { stage, ana, hands };
}

/** What both sides have of the talk, each message as often as it is there. */
async function expectTalk(ana: Ana, hands: Hands, said: readonly string[]): Promise<void> {
  for (const text of said) await hands.log.getByText(text, { exact: true }).waitFor();
  expect(await hands.bubbles.allInnerTexts()).toEqual(said);
  const heard = (await ana.seat()).frames.flatMap((frame) =>
    ((frame["entries"] ?? []) as { text?: string }[]).flatMap(({ text }) => text ?? []),
  );
  expect(heard).toEqual(said);
}

test("T08 the tab crashes with a message that could not be sent: the next tab sends it, once", async () => {
  const { stage, ana, hands } = await talk();
  stage.cable.set("refuse");
  stage.cable.cut("rst");
  await ana.sees("away");
  await hands.say("Said by a tab that crashed");
  const crashed = hands.page.waitForEvent("crash");
  void hands.page.goto("chrome://crash").catch(() => undefined);
  await crashed;
  stage.cable.set({ mode: "pass" });
  const again = handsOn(await hands.page.context().newPage());
  await again.page.goto(stage.front.url);
  await ana.hears("Said by a tab that crashed");
  if (await again.panel.isHidden()) await again.open();
  await expectTalk(ana, again, ["Hello", "Said by a tab that crashed"]);
});

test("N04 a page that is frozen while its line is cut and its agent speaks: awake again, it has all of it once, and loses nothing that is said", async () => {
  const { stage, ana, hands } = await talk();
  const devtools = await hands.page.context().newCDPSession(hands.page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  stage.cable.cut("rst");
  await ana.sees("away");
  await ana.says("Are you there?");
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await hands.say("I was asleep");
  await ana.hears("I was asleep");
  await expectTalk(ana, hands, ["Hello", "Are you there?", "I was asleep"]);
});

test("N04 a page whose main thread hangs while its line is cut and its agent speaks: all is there once when it moves again", async () => {
  const { stage, ana, hands } = await talk();
  const over = hands.page.evaluate(() => {
    const until = performance.now() + 3_000;
    while (performance.now() < until);
  });
  await ana.says("First");
  stage.cable.cut("rst");
  await ana.sees("away");
  await ana.says("Second");
  await over;
  await hands.say("That took a while");
  await ana.hears("That took a while");
  await expectTalk(ana, hands, ["Hello", "First", "Second", "That took a while"]);
});

test("L01 a browser that has lost all its storage comes back by the link, to the same talk and the same agent", async () => {
  const { stage, ana, hands } = await talk();
  const { url } = await (await ana.seat()).ask({ type: "make-link", id: randomId() });
  await hands.page.evaluate(() => localStorage.clear());
  // Another document, as for somebody who follows the link from elsewhere.
  await hands.page.goto("about:blank");
  await hands.page.goto(`${stage.front.url}#${String(url).split("#")[1]}`);
  await hands.say("Here I am again");
  await ana.hears("Here I am again");
  await expectTalk(ana, hands, ["Hello", "Here I am again"]);
});
