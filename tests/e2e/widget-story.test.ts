import { expect, test } from "vitest";
import { signIn } from "../support/screens.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";
import { isOver } from "../support/ana.ts";

const house = useHouse();
let stage: Stage;

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test("the story: hello on the laptop, the link on the phone, the laptop's lid closed, and nothing asked or lost", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const laptop = await stage.visit();
  await laptop.open();
  await laptop.say("Hello, where is my order?");
  await laptop.log.getByText("Ana joined").waitFor();
  await ana.says("It left the warehouse this morning.");
  await laptop.log.getByText("It left the warehouse").waitFor();
  await laptop.choose("takeAlong");
  const url = await laptop.chat.getByLabel(laptop.words.more.link, { exact: true }).inputValue();
  expect(url.startsWith(`${stage.front.url}/help#rejoin=`)).toBe(true);

  const phone = await stage.browser(PHONE);
  await phone.page.goto(url);
  await phone.log.getByText("It left the warehouse").waitFor();
  expect(phone.page.url()).toBe(`${stage.front.url}/help`);
  // A sheet over the whole phone.
  await expect.poll(() => phone.panel.boundingBox()).toMatchObject({ x: 0, width: 390 });
  await laptop.page.context().close();
  await phone.box.tap();
  await phone.say("I am on the train now");
  await ana.hears("I am on the train now");
  await ana.sees("present");
  await ana.says("Safe travels.");
  await phone.log.getByText("Safe travels.").waitFor();
  expect(await phone.bubbles.allInnerTexts()).toEqual([
    "Hello, where is my order?",
    "It left the warehouse this morning.",
    "I am on the train now",
    "Safe travels.",
  ]);
});

test("P02 P03 the story of a signed-in customer: the prompt on the phone names Ana, and leads back to her", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const token = await stage.front.shop.identity("sam");
  const laptop = await stage.visit();
  await signIn(laptop, token);
  await laptop.open();
  await laptop.say("It is about my order");
  await laptop.log.getByText("Ana joined").waitFor();
  await laptop.page.context().close();
  await ana.sees("away");

  const phone = await stage.visit(PHONE);
  await signIn(phone, token);
  await phone.open();
  await phone.button("Continue with Ana").waitFor();
  expect(await phone.panel.getByText("You were talking with Ana").first().isVisible()).toBe(true);
  // The question is no presence.
  expect((await ana.seat()).frames.at(-1)?.["view"]?.phase.customer?.at ?? "away").toBe("away");
  await phone.button("Continue with Ana").tap();
  await phone.log.getByText("It is about my order").waitFor();
  await ana.sees("present");
  await phone.say("Here I am");
  await ana.hears("Here I am");
});

test("P04 the story of who starts anew: the old chat ends for Ana, and the new one is empty", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const token = await stage.front.shop.identity("sam");
  const laptop = await stage.visit();
  await signIn(laptop, token);
  await laptop.open();
  await laptop.say("It is about my order");
  await laptop.log.getByText("Ana joined").waitFor();
  const seat = await ana.seat();
  await laptop.page.context().close();
  await ana.sees("away");
  const phone = await stage.visit(PHONE);
  await signIn(phone, token);
  await phone.open();
  await phone.button(phone.words.more.startNew).tap();
  await seat.take(isOver);
  await phone.log.getByText("Ana joined").waitFor();
  await phone.say("Something else");
  await ana.hears("Something else");
  expect(await phone.bubbles.allInnerTexts()).toEqual(["Something else"]);
});

test("L04 L05 the story of who comes too late, by link: to the redirect URL where there is one, else a word and a new chat", async () => {
  for (const redirectUrl of ["/late", null]) {
    stage = await house.stage({ rules: { limitSeconds: 1, holdSeconds: 1, redirectUrl } });
    const ana = await stage.ana("Ana");
    const laptop = await stage.visit();
    await laptop.open();
    await laptop.say("Hello");
    await laptop.log.getByText("Ana joined").waitFor();
    await laptop.choose("takeAlong");
    const url = await laptop.chat.getByLabel(laptop.words.more.link, { exact: true }).inputValue();
    const seat = await ana.seat();
    await laptop.page.context().close();
    await seat.take(isOver);

    const phone = await stage.browser(PHONE);
    const started: string[] = [];
    phone.page.on("request", (request) => request.url().endsWith("/conversations") && started.push(request.url()));
    await phone.page.goto(url);
    if (redirectUrl === null) {
      await phone.button(phone.words.more.startNew).waitFor();
      expect(phone.page.url()).toBe(`${stage.front.url}/help`);
    } else {
      await phone.page.waitForURL(`${stage.front.url}/late`);
    }
    expect(started).toEqual([]);
    expect(await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(":access")))).toEqual(
      [],
    );
  }
});
