import { expect, test } from "vitest";
import type { Ana } from "../support/ana.ts";
import { stillness } from "../support/hands.ts";
import type { Hands } from "../support/hands.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let stage: Stage;

async function talk(): Promise<{ hands: Hands; ana: Ana }> {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const hands = await stage.visit();
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  return { hands, ana };
}

const scroller = ({ chat }: Hands) => chat.locator("[part~=log]");
const scrollTo = (hands: Hands, top: number) =>
  scroller(hands).evaluate((element, to) => {
    element.scrollTop = to;
  }, top);
const fromEnd = (hands: Hands) =>
  scroller(hands).evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `No. ${from + n}`);

/** Collects what the element tells its page from here on, by name. */
async function listen({ chat }: Hands, ...names: string[]): Promise<() => Promise<[string, unknown][]>> {
  await chat.evaluate((element, all) => {
    const told: [string, unknown][] = [];
    Object.assign(window, { told });
    for (const name of all)
      element.addEventListener(`rejoin-${name}`, (event) => told.push([name, (event as CustomEvent).detail]));
  }, names);
  return () => chat.evaluate(() => (window as unknown as { told: [string, unknown][] }).told);
}

test("older history comes by itself near the top, and what is read stays where it stands", async () => {
  const { hands, ana } = await talk();
  await ana.says(...numbered(1, 120));
  await hands.log.getByText("No. 120", { exact: true }).waitFor();
  await hands.page.reload();
  await hands.log.getByText("No. 120", { exact: true }).waitFor();
  expect(await fromEnd(hands)).toBeLessThan(2);
  const before = await hands.bubbles.count();
  expect(before).toBeLessThan(60);

  const oldest = hands.bubbles.first();
  const text = (await oldest.textContent()) ?? "";
  const same = hands.log.getByText(text, { exact: true });
  // What is measured below stands still only once the panel has come up.
  await stillness(hands.chat);
  // In one go, before there is anything that could move it.
  const stood = await oldest.evaluate((bubble) => {
    const log = bubble.closest(".log");
    if (log !== null) log.scrollTop = 10;
    return bubble.getBoundingClientRect().y;
  });
  await hands.log.getByText("No. 30", { exact: true }).waitFor({ state: "attached" });
  expect(await hands.bubbles.count()).toBeGreaterThan(before);
  expect(Math.abs(((await same.boundingBox())?.y ?? 0) - stood)).toBeLessThan(2);
});

test("a message that comes while one reads above moves nothing; a button says so and leads there, and only then is it seen", async () => {
  const { hands, ana } = await talk();
  await ana.says(...numbered(1, 30));
  await hands.log.getByText("No. 30", { exact: true }).waitFor();
  const seat = await ana.seat();
  const seen = (seq: number) =>
    seat.take((frame) => (frame["seen"] as { customer: number } | undefined)?.customer === seq);
  const head = Math.max(
    ...seat.frames.flatMap((frame) => ((frame["entries"] ?? []) as { seq: number }[]).map(({ seq }) => seq)),
  );
  await scrollTo(hands, 100);
  await ana.says("Are you there?");
  const pill = hands.button(hands.words.chat.toNewest);
  await pill.waitFor();
  expect(await scroller(hands).evaluate((element) => element.scrollTop)).toBe(100);
  await pill.click();
  await seen(head + 1);
  await pill.waitFor({ state: "hidden" });
  expect(await fromEnd(hands)).toBeLessThan(2);
});

test("what one says oneself is looked at, wherever one was reading", async () => {
  const { hands, ana } = await talk();
  await ana.says(...numbered(1, 30));
  await hands.log.getByText("No. 30", { exact: true }).waitFor();
  await scrollTo(hands, 0);
  await hands.say("Here I am");
  await expect.poll(() => fromEnd(hands)).toBeLessThan(2);
});

test("messages for a closed panel are unread: counted on the launcher, told to the page, and seen once it is open again", async () => {
  const { hands, ana } = await talk();
  const told = await listen(hands, "unread", "message");
  await hands.minimise();
  await ana.says("One", "Two");
  await hands.chat.locator("[part~=badge]").filter({ hasText: "2" }).waitFor();
  await hands.chat
    .getByRole("button", { name: /2 new messages/ })
    .first()
    .waitFor();
  await hands.launcher.click();
  await hands.log.getByText("Two").waitFor();
  await expect.poll(async () => (await told()).at(-1)).toEqual(["unread", { count: 0 }]);
  expect(
    (await told()).filter(([name]) => name === "message").map(([, detail]) => (detail as { text: string }).text),
  ).toEqual(["One", "Two"]);
});

test("what comes while the panel fades away is unread: nobody reads it any more", async () => {
  const { hands, ana } = await talk();
  const devtools = await hands.page.context().newCDPSession(hands.page);
  // It fades for as long as the test needs.
  await devtools.send("Animation.enable");
  await devtools.send("Animation.setPlaybackRate", { playbackRate: 0.001 });
  // A click by its event alone: a pointer would wait until nothing moves.
  await hands.button(hands.words.chat.minimise).dispatchEvent("click");
  await ana.says("Too late for your eyes");
  await expect.poll(() => hands.chat.locator("[part~=badge]").textContent()).toBe("1");
});

test("T01 a reload tells its page that the chat is back, once, by its reason; nothing of its history is told as new", async () => {
  const { hands, ana } = await talk();
  await ana.says("Good morning");
  await hands.log.getByText("Good morning").waitFor();
  await hands.page.addInitScript(() => {
    const told: [string, unknown][] = [];
    Object.assign(window, { told });
    for (const name of ["started", "resumed", "message"])
      addEventListener(`rejoin-${name}`, (event) => told.push([name, (event as CustomEvent).detail]));
  });
  await hands.page.reload();
  await hands.log.getByText("Good morning").waitFor();
  await hands.say("Back again");
  await hands.chat.getByText(hands.words.chat.sent, { exact: true }).waitFor();
  const told = await hands.page.evaluate(() => (window as unknown as { told: [string, unknown][] }).told);
  expect(told.map(([name]) => name)).toEqual(["resumed", "message"]);
  expect(told[0]?.[1]).toMatchObject({ reason: "reload" });
  expect(told[1]?.[1]).toMatchObject({ text: "Back again", from: "customer" });
});

test("links in a message can be followed and are safe; everything else in it is text", async () => {
  const { hands, ana } = await talk();
  const text = "see https://shop.example/a?b=1#c <b>now</b> javascript:alert(1)";
  await ana.says(text);
  const link = hands.log.getByRole("link");
  await link.waitFor();
  expect(await link.evaluate((a: HTMLAnchorElement) => [a.textContent, a.href, a.target, a.rel])).toEqual([
    "https://shop.example/a?b=1#c",
    "https://shop.example/a?b=1#c",
    "_blank",
    "noopener noreferrer nofollow ugc",
  ]);
  expect(await hands.bubbles.last().textContent()).toBe(text);
});

test("the box grows with what is written, to five lines", async () => {
  const { hands } = await talk();
  const height = async () => (await hands.box.boundingBox())?.height ?? 0;
  const one = await height();
  await hands.box.fill("1\n2\n3");
  const three = await height();
  await hands.box.fill("1\n2\n3\n4\n5");
  const five = await height();
  await hands.box.fill("1\n2\n3\n4\n5\n6\n7\n8");
  expect(three - one).toBeGreaterThan(30);
  expect(five - three).toBeGreaterThan(30);
  expect(await height()).toBe(five);
});

test("on a phone the panel covers what the keyboard leaves, and nothing of the page beside it", async () => {
  stage = await house.stage();
  const hands = await stage.visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await hands.open();
  const box = async () => hands.panel.boundingBox();
  await expect.poll(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  // Where a keyboard would slide in, only a touch of the box calls it.
  expect(await hands.box.evaluate((element) => element.matches(":focus"))).toBe(false);
  await hands.panel.evaluate(() => {
    Object.defineProperties(visualViewport, { height: { value: 500 }, offsetTop: { value: 40 } });
    visualViewport?.dispatchEvent(new Event("resize"));
  });
  await expect.poll(box).toEqual({ x: 0, y: 40, width: 390, height: 500 });
  expect(await hands.box.evaluate((element) => getComputedStyle(element).fontSize)).toBe("16px");
});

test("on a phone the link is handed on, or copied: there is no other phone to scan it with", async () => {
  stage = await house.stage();
  const hands = await stage.visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await hands.page.evaluate(() => {
    const share = (data: ShareData) => Promise.resolve(void Object.assign(window, { shared: data.url }));
    Object.defineProperty(navigator, "share", { value: share });
  });
  await hands.open();
  await hands.say("Hello");
  await hands.choose("takeAlong");
  const link = await hands.chat.getByLabel(hands.words.more.link, { exact: true }).inputValue();
  await hands.button(hands.words.more.share).click();
  expect(await hands.page.evaluate(() => (window as unknown as { shared: string }).shared)).toBe(link);
  expect(await hands.chat.getByRole("img", { name: hands.words.more.code }).count()).toBe(0);
  expect(await hands.chat.getByText(hands.words.more.scan).count()).toBe(0);
});

test("T02 a chat that is over is closed with the panel, and forgotten; opened again it is as it was before the first message", async () => {
  const { hands } = await talk();
  await hands.choose("end");
  await hands.confirmEnd();
  await hands.button(hands.words.more.close).click();
  await hands.panel.waitFor({ state: "hidden" });
  expect(await hands.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await hands.open();
  await hands.chat.getByText("How can we help?").waitFor();
  expect(await hands.box.inputValue()).toBe("");
  expect(await hands.bubbles.getByText("Hello").isVisible()).toBe(false);
});

/** The contrast of two colours, as the browser resolves them. */
const contrasts = ({ chat }: Hands) =>
  chat.evaluate((element) => {
    const root = element.shadowRoot;
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colour: string): number => {
      if (canvas === null) throw new Error("no canvas");
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string): number => {
      const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((one, two) => one - two);
      return (high + 0.05) / (low + 0.05);
    };
    const probe = document.createElement("p");
    root?.querySelector(".panel")?.append(probe);
    const value = (token: string): string => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    const pairs = [
      ["--_on-fill", "--_fill"],
      ["--_accent-ink", "--_paper"],
      ["--_accent-ink", "--_surface"],
      ["--_accent-ink", "--_tint"],
      ["--_muted", "--_paper"],
      ["--_muted", "--_surface"],
      ["--_ink", "--_tint"],
    ] as const;
    const found = pairs.map(([a, b]) => [`${a} on ${b}`, contrast(value(a), value(b))] as const);
    probe.remove();
    return found;
  });

test.each(["light", "dark"] as const)("whatever accent an owner picks, %s text can be read", async (colorScheme) => {
  stage = await house.stage();
  const hands = await stage.visit({ colorScheme });
  await hands.open();
  const steps = [0, 60, 119, 128, 187, 255];
  const hex = (n: number) => n.toString(16).padStart(2, "0");
  const accents = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${hex(r)}${hex(g)}${hex(b)}`)));
  for (const accent of [...accents, "oklch(0.9 0.2 110)", "color(display-p3 1 0 0)", "rebeccapurple"]) {
    await hands.chat.evaluate((element: HTMLElement, to) => element.style.setProperty("--rejoin-accent", to), accent);
    for (const [pair, contrast] of await contrasts(hands))
      expect(contrast, `${pair} with ${accent}`).toBeGreaterThanOrEqual(4.5);
  }
});

/** A browser to which the rest of the panel does not come this many times. */
async function withoutRest(times: number): Promise<{ hands: Hands; asked: string[] }> {
  const hands = await stage.browser();
  const asked: string[] = [];
  await hands.page.route(/\/rest\.js/, (route) => {
    asked.push(new URL(route.request().url()).search);
    return asked.length <= times ? route.abort() : route.continue();
  });
  return { hands, asked };
}

test("what comes right after the panel does not come: one chats nevertheless, and it is asked for until it is there", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const { hands, asked } = await withoutRest(1);
  await hands.page.goto(stage.front.url);
  await hands.open();
  await hands.say("Hello");
  await ana.hears("Hello");
  await hands.chat.getByText(hands.words.chat.here).first().waitFor();
  await ana.says("Hi");
  await hands.log.getByText("Hi", { exact: true }).waitFor();
  await hands.button(hands.words.more.end).waitFor();
  // Each time under another address: of one that did not come, a browser remembers that.
  expect(new Set(asked).size).toBe(2);
});

test("L08 who comes by a link while what answers it does not come is told so, and answered once it is there", async () => {
  stage = await house.stage();
  // First it is asked for together with the panel, then by it.
  const { hands } = await withoutRest(2);
  await hands.page.goto(`${stage.front.url}/#rejoin=garbage`);
  await hands.chat.getByText(hands.words.chat.notConnected).first().waitFor();
  expect(await hands.box.count()).toBe(0);
  await hands.chat.getByText(hands.words.more.deadLink).first().waitFor();
  await hands.box.waitFor();
});

test("Enter while the chat starts: what stood in the box is said once it has started, once, and what came after stays", async () => {
  stage = await house.stage();
  const hands = await stage.visit();
  await hands.open();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await hands.page.route(/\/conversations$/, async (route) => {
    await held;
    return route.continue();
  });
  await hands.box.fill("Hello");
  await hands.box.press("Enter");
  await hands.chat.getByText(hands.words.chat.starting).waitFor();
  await hands.box.pressSequentially(", is anybody there?");
  await hands.box.press("Enter");
  await hands.box.press("Enter");
  await hands.box.pressSequentially(" And");
  release();
  await hands.log.getByText("Hello, is anybody there?", { exact: true }).waitFor();
  await hands.chat.getByText(hands.words.chat.sent).waitFor();
  expect(await hands.bubbles.allInnerTexts()).toEqual(["Hello, is anybody there?"]);
  expect(await hands.box.inputValue()).toBe(" And");
});
