import { readdir, readFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOver } from "../support/ana.ts";
import { launchMortal } from "../support/browser.ts";
import type { Hands } from "../support/hands.ts";
import { handsOn } from "../support/hands.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";
import { openStorefront } from "../support/storefront.ts";

const house = useHouse();
let stage: Stage;

async function talk(rules = {}) {
  stage = await house.stage({ rules });
  const ana = await stage.ana("Ana");
  const hands = await stage.visit();
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.hears("Hello");
  const unplug = async () => {
    stage.cable.set("refuse");
    stage.cable.cut("rst");
    await ana.sees("away");
    await notice(hands).waitFor();
  };
  const plug = async () => {
    stage.cable.set({ mode: "pass" });
    await hands.tryNow();
  };
  return { stage, ana, hands, unplug, plug };
}

const notice = ({ chat }: Hands) => chat.locator("[part~=notice]");
const said = ({ bubbles }: Hands) => bubbles.allInnerTexts();

test("N01 N06 cable out and in, as it is seen: said to be lost, what is written waits and says so, and once back each message is there once", async () => {
  const { ana, hands, unplug, plug } = await talk();
  await unplug();
  await hands.say("Written offline");
  await hands.log.getByText(hands.words.chat.waitingForNetwork).waitFor();
  await ana.says("Said meanwhile");
  await plug();
  await ana.hears("Written offline");
  await hands.log.getByText("Said meanwhile").waitFor();
  await hands.chat.getByText("You're back. Ana kept your place.").first().waitFor();
  await hands.log.getByText(hands.words.chat.waitingForNetwork).waitFor({ state: "detached" });
  expect((await said(hands)).toSorted()).toEqual(["Hello", "Said meanwhile", "Written offline"]);
});

test("N02 the browser says online and the service cannot be reached: nobody is told to be back", async () => {
  const { hands, unplug } = await talk();
  await hands.chat.evaluate((element, back) => {
    const seen: string[] = [];
    Object.assign(element, { seenByTest: seen });
    const look = () => element.shadowRoot?.textContent.includes(back) && seen.push(back);
    if (element.shadowRoot !== null)
      new MutationObserver(look).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
  }, hands.words.more.youAreBack);
  await unplug();
  const attempt = stage.cable.nextConnection();
  await hands.page.evaluate(() => window.dispatchEvent(new Event("online")));
  await attempt;
  await hands.chat.getByText(hands.words.more.unreachable).first().waitFor();
  expect(
    await hands.chat.evaluate((element) => (element as HTMLElement & { seenByTest: string[] }).seenByTest),
  ).toEqual([]);
});

test("N03 the limit passes offline, as it is seen: the dead chat has no box, says why, and what was waiting stands in the box of the next one", async () => {
  const { ana, hands, unplug, plug } = await talk({ limitSeconds: 2, holdSeconds: 1 });
  const seat = await ana.seat();
  await unplug();
  await hands.say("Said too late");
  await seat.take(isOver);
  await plug();
  await hands.chat
    .getByText(/This chat ended at/)
    .first()
    .waitFor();
  expect(await hands.box.count()).toBe(0);
  const starts: string[] = [];
  hands.page.on("request", (request) => request.url().endsWith("/conversations") && starts.push(request.url()));
  await hands.button(hands.words.more.startNew).first().click();
  await expect.poll(() => hands.box.inputValue()).toBe("Said too late");
  expect(JSON.stringify(seat.frames)).not.toContain("Said too late");
  // Nobody is taken up before there is something to say to them.
  expect(starts).toEqual([]);
  await hands.box.press("Enter");
  await hands.log.getByText("Ana joined").waitFor();
  expect(await hands.bubbles.allInnerTexts()).toEqual(["Said too late"]);
});

test("T04 a page loaded again before anything was said: the launcher is there, and nothing unseen lies over the page", async () => {
  stage = await house.stage();
  const hands = await stage.visit();
  await hands.open();
  await hands.box.fill("Half a tho");
  await hands.page.reload();
  await hands.launcher.waitFor();
  const covered = await hands.page.evaluate(() => {
    const found: string[] = [];
    for (let x = 10; x < innerWidth; x += 40) {
      for (let y = 10; y < innerHeight; y += 40)
        if (document.elementFromPoint(x, y)?.localName === "rejoin-chat") found.push(`${x},${y}`);
    }
    return found.length;
  });
  const launcher = await hands.launcher.boundingBox();
  if (await hands.panel.isHidden()) expect(covered).toBeLessThan(((launcher?.width ?? 0) / 40 + 1) ** 2 + 1);
  if (await hands.panel.isHidden()) await hands.open();
  await expect.poll(() => hands.box.inputValue()).toBe("Half a tho");
});

test("T06 two tabs, ended in one: the other shows it and ends nothing a second time", async () => {
  const { ana, hands } = await talk();
  const other = handsOn(await hands.page.context().newPage());
  await other.page.goto(stage.front.url ?? "");
  if (await other.panel.isHidden()) await other.open();
  await other.log.getByText("Ana joined").waitFor();
  await hands.choose("end");
  await hands.confirmEnd();
  await other.button(other.words.more.startNew).waitFor();
  const ends = (await ana.seat()).frames.flatMap((frame) => (frame["entries"] ?? []) as { what?: { type: string } }[]);
  expect(ends.filter(({ what }) => what?.type === "ended")).toHaveLength(1);
});

test("T07 two widgets on one page have a chat each", async () => {
  stage = await house.stage();
  const { front, cable } = stage;
  const other = await openStorefront(house.server, { through: cable.url });
  await other.save({ origins: [front.url, other.url] });
  const tags = [front, other].map(
    ({ shop }) => `<rejoin-chat widget="${shop.widgetId}" server="${cable.url}" inline></rejoin-chat>`,
  );
  const script = `<script async src="${cable.url}/rejoin.js"></script>`;
  front.put("/two", { body: `<!doctype html><html lang="en"><title>Two</title>${tags.join("")}${script}</html>` });
  const { page } = await stage.browser();
  await page.goto(`${front.url}/two`);
  for (const [n, text] of ["To the first", "To the second"].entries()) {
    const chat = page.locator("rejoin-chat").nth(n);
    await chat.locator("[part~=input]").fill(text);
    await chat.locator("[part~=input]").press("Enter");
    await chat.getByRole("log").getByText(text).waitFor();
  }
  await page.reload();
  for (const [n, text] of ["To the first", "To the second"].entries()) {
    const bubbles = page.locator("rejoin-chat").nth(n).locator("[part~=bubble]");
    await bubbles.first().waitFor();
    expect(await bubbles.allInnerTexts()).toEqual([text]);
  }
  await other.close();
});

/** Whether the browser has put this into what outlives it; it does so within seconds of being told. */
async function isOnDisk(profileDir: string, text: string): Promise<boolean> {
  const folder = join(profileDir, "Default/Local Storage/leveldb");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".log") || name.endsWith(".ldb"));
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name), "latin1")));
  return contents.some((content) => content.includes(text));
}

test("L01 T07 a link on a page with two widgets opens the panel whose it is, and leaves the other one closed", async () => {
  stage = await house.stage();
  const { front, cable } = stage;
  const other = await openStorefront(house.server, { through: cable.url });
  await other.save({ origins: [front.url, other.url] });
  const tags = [front, other].map(
    ({ shop }) => `<rejoin-chat widget="${shop.widgetId}" server="${cable.url}"></rejoin-chat>`,
  );
  const script = `<script async src="${cable.url}/rejoin.js"></script>`;
  front.put("/pair", { body: `<!doctype html><html lang="en"><title>Two</title>${tags.join("")}${script}</html>` });
  const hands = await stage.visit();
  await hands.open();
  await hands.say("On the laptop");
  await hands.choose("takeAlong");
  const link = await hands.chat.getByLabel(hands.words.more.link, { exact: true }).inputValue();
  const { page } = await stage.browser();
  const panels = page.locator("rejoin-chat").locator("[part~=panel]");
  await page.goto(`${front.url}/pair${new URL(link).hash}`);
  await panels.nth(0).getByRole("log").getByText("On the laptop").waitFor();
  expect(await panels.nth(1).isVisible()).toBe(false);
  // The same on a page that is there already.
  await page
    .locator("rejoin-chat")
    .nth(0)
    .evaluate((chat) => chat.removeAttribute("open"));
  await panels.nth(0).waitFor({ state: "hidden" });
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await panels.nth(0).waitFor();
  expect(await panels.nth(1).isVisible()).toBe(false);
  await other.close();
});

test("T08 the browser is killed: after its restart what was sent offline is sent once, and half a thought is in the box", async () => {
  stage = await house.stage();
  const { cable, front } = stage;
  const ana = await stage.ana("Ana");
  const profileDir = mkdtempSync(join(tmpdir(), "rejoin-profile-"));
  const before = await launchMortal(profileDir);
  const hands = handsOn(before.page);
  await hands.page.goto(front.url);
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.hears("Hello");
  cable.set("refuse");
  cable.cut("rst");
  await hands.say("Sent by a browser that died");
  await hands.box.fill("Half a tho");
  for (const text of ["Sent by a browser that died", "Half a tho"])
    await expect.poll(() => isOnDisk(profileDir, text), { timeout: 20_000 }).toBe(true);
  await before.kill();

  cable.set({ mode: "pass" });
  const after = await launchMortal(profileDir);
  const again = handsOn(after.page);
  await again.page.goto(front.url);
  await ana.hears("Sent by a browser that died");
  if (await again.panel.isHidden()) await again.open();
  await again.log.getByText("Sent by a browser that died").waitFor();
  expect(await said(again)).toEqual(["Hello", "Sent by a browser that died"]);
  expect(await again.box.inputValue()).toBe("Half a tho");
  await after.kill();
  rmSync(profileDir, { recursive: true, force: true });
});
