import { beforeAll, expect, test } from "vitest";
import { isOver } from "../support/ana.ts";
import type { Hands } from "../support/hands.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";
import { shopPage } from "../support/storefront.ts";

const house = useHouse();
let stage: Stage;
/** Whether this browser keeps pages in its back/forward cache at all: some builds never do. */
let keeps = false;

async function launch(): Promise<boolean> {
  stage = await house.stage();
  stage.front.put("/plain", { body: shopPage("") });
  stage.front.put("/other", { body: shopPage("") });
  const { page } = await stage.browser();
  await noteShows({ page });
  await page.goto(`${stage.front.url}/plain`);
  return awayAndBack({ page });
}

async function noteShows({ page }: Pick<Hands, "page">): Promise<void> {
  await page.addInitScript(() => {
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persistedSeenByTest: persisted }));
  });
}

/** Follows a link and goes back; whether the very page that was left is there again. */
async function awayAndBack({ page }: Pick<Hands, "page">, meanwhile = async () => {}): Promise<boolean> {
  await page.getByRole("link", { name: "Another page" }).click();
  await page.waitForURL(/\/other$/);
  await meanwhile();
  // A page that comes out of the cache fires no load.
  await page.goBack({ waitUntil: "commit" });
  return page.evaluate(() => (window as unknown as { persistedSeenByTest?: boolean }).persistedSeenByTest === true);
}

beforeAll(async () => {
  keeps = await launch();
});

async function talk(rules = {}) {
  stage = await house.stage({ rules });
  stage.front.put("/other", { body: shopPage("") });
  const ana = await stage.ana("Ana");
  const hands = await stage.browser();
  await noteShows(hands);
  await hands.page.goto(stage.front.url);
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  return { ana, hands };
}

test("T09 a page with a chat is kept in the back/forward cache; back on it, what was missed is there and nothing is lost", async ({
  skip,
}) => {
  skip(!keeps, "this browser keeps no page in its back/forward cache");
  const { ana, hands } = await talk();
  const kept = await awayAndBack(hands, async () => {
    await ana.sees("away");
    await ana.says("Are you there?");
  });
  expect(kept).toBe(true);
  await hands.say("Yes");
  await ana.hears("Yes");
  await hands.log.getByText("Are you there?").waitFor();
  expect(await hands.bubbles.allInnerTexts()).toEqual(["Hello", "Are you there?", "Yes"]);
});

test("T09 back on a page whose chat has ended meanwhile: what is typed at once goes into no dead chat and stays", async ({
  skip,
}) => {
  skip(!keeps, "this browser keeps no page in its back/forward cache");
  const { ana, hands } = await talk({ limitSeconds: 1, holdSeconds: 1 });
  const seat = await ana.seat();
  // The first moment that a person has after the page is back.
  await hands.chat.evaluate((element) => {
    addEventListener("pageshow", ({ persisted }) => {
      const box = element.shadowRoot?.querySelector("textarea");
      if (!persisted || !box) return;
      box.value = "Too late";
      box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
    });
  });
  const kept = await awayAndBack(hands, async () => {
    await seat.take(isOver);
  });
  expect(kept).toBe(true);
  await hands.chat.getByText(hands.words.more.unsentKept).first().waitFor();
  expect(await hands.box.count()).toBe(0);
  await hands.button(hands.words.more.startNew).click();
  await expect.poll(() => hands.box.inputValue()).toBe("Too late");
  expect(JSON.stringify(seat.frames)).not.toContain("Too late");
});
