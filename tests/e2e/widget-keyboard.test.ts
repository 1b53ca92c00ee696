import { expect, test } from "vitest";
import type { Hands } from "../support/hands.ts";
import { SCREENS } from "../support/screens.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let stage: Stage;

/** What has the keyboard: the name that is heard, else the element's. */
const focused = ({ page }: Hands) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active === null) return "nothing";
    return active.getAttribute("aria-label") ?? (active.textContent.trim() || active.localName);
  });

/** Whether what has the keyboard is seen to have it. */
const ringed = ({ chat }: Hands) =>
  chat.evaluate((element) => {
    const active = element.shadowRoot?.activeElement;
    if (!active?.matches(":focus-visible")) return false;
    const shown = [active, ...(active.parentElement === null ? [] : [active.parentElement])];
    return shown.some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    });
  });

/** Presses Tab, or Shift+Tab, until this has the keyboard, and expects to see where the keyboard is on the way. */
async function tabTo(hands: Hands, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 15; presses += 1) {
    await hands.page.keyboard.press(key);
    const now = await focused(hands);
    if (now === name) {
      expect(await ringed(hands), `${name} shows that it has the keyboard`).toBe(true);
      return;
    }
    passed.push(now);
  }
  throw new Error(`${name} was not reached; on the way: ${passed.join(", ")}`);
}

test("by keyboard alone: open, write, send, the link, keep on chatting, Escape, open again, end", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const hands = await stage.visit();
  const { page, words } = hands;
  const press = (key: string) => page.keyboard.press(key);
  const isBox = async () => {
    await expect.poll(() => focused(hands)).toBe(words.chat.write);
  };

  const isInside = async () => {
    await expect.poll(() => hands.chat.evaluate((element) => element.shadowRoot?.activeElement !== null)).toBe(true);
  };

  await page.getByRole("link", { name: "Another page" }).focus();
  await press("Tab");
  expect(await hands.launcher.evaluate((button) => button.matches(":focus-visible"))).toBe(true);
  await press("Enter");
  await isBox();
  await page.keyboard.type("Hello");
  await press("Shift+Enter");
  await page.keyboard.type("on two lines");
  await press("Enter");
  await hands.log.getByText("Ana joined").waitFor();
  expect(await hands.bubbles.allInnerTexts()).toEqual(["Hello\non two lines"]);
  const seat = await ana.seat();
  await isBox();

  await tabTo(hands, words.more.takeAlong, "Shift+Tab");
  await press("Enter");
  await hands.chat.getByRole("img", { name: words.more.code }).waitFor();
  await tabTo(hands, words.more.copy);
  await press("Escape");
  await hands.chat.getByRole("img", { name: words.more.code }).waitFor({ state: "detached" });
  expect(await hands.panel.isVisible()).toBe(true);
  await isInside();

  await hands.box.focus();
  await press("Escape");
  await hands.panel.waitFor({ state: "hidden" });
  expect(await hands.launcher.evaluate((button) => button.matches(":focus"))).toBe(true);
  await press("Space");
  await isBox();

  await tabTo(hands, words.more.end, "Shift+Tab");
  await press("Enter");
  await hands.chat.getByText(words.more.reallyEnd).waitFor();
  await tabTo(hands, words.more.noEnd);
  await press("Enter");
  await hands.chat.getByText(words.more.reallyEnd).waitFor({ state: "detached" });
  await isInside();
  await tabTo(hands, words.more.end, "Shift+Tab");
  await press("Enter");
  await tabTo(hands, words.more.yesEnd);
  await press("Enter");
  await hands.button(words.more.startNew).waitFor();
  await seat.take((frame) => frame["view"]?.phase.ended?.by === "customer");
  await tabTo(hands, words.more.startNew);
  await press("Enter");
  await isBox();
});

test("an opened chat takes the keyboard, but not from a page that has put it somewhere else at that moment", async () => {
  stage = await house.stage();
  const hands = await stage.visit();
  const { page, box } = hands;
  await hands.open();
  await expect.poll(() => focused(hands)).toBe(await box.getAttribute("aria-label"));
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    const own = Object.assign(document.createElement("button"), { textContent: "Of the page" });
    document.body.append(own);
    addEventListener("rejoin-open", () => own.focus());
  });
  await hands.open();
  await box.waitFor();
  // Whatever wanted the keyboard has had its turn.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  expect(await focused(hands)).toBe("Of the page");
});

test("P05 P06 the prompt by keyboard: both choices seen, no way to end what it asks about, and there again after Escape", async () => {
  stage = await house.stage();
  const hands = await SCREENS.find(({ name }) => name === "prompt")?.reach(stage);
  if (hands === undefined) throw new Error("no such screen");
  const { page, words } = hands;
  const proceed = "Continue with Ana Martins";
  await tabTo(hands, proceed);
  await tabTo(hands, words.more.startNew);
  expect(await hands.button(words.more.takeAlong).count()).toBe(0);
  expect(await hands.button(words.more.end).count()).toBe(0);
  const started: string[] = [];
  page.on("request", (request) => request.url().endsWith("/conversations") && started.push(request.url()));
  await page.keyboard.press("Escape");
  await hands.panel.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await hands.button(proceed).waitFor();
  expect(started).toEqual([]);
  await tabTo(hands, proceed);
  await page.keyboard.press("Enter");
  await hands.log.getByText("Yes! Can I still change the address?").waitFor();
  expect(started).toEqual([]);
});

/** One of each kind of screen. */
const SHAPES = [
  "launcher-waiting",
  "welcome",
  "active",
  "connection-lost",
  "prompt",
  "ended",
  "too-late",
  "unreachable",
  "link-sheet",
  "end-question",
];

test.for(SHAPES)(
  "what can be pressed is at least 24 by 24 pixels, and nothing is cut off at 200 % of zoom, on the screen %s",
  async (wanted) => {
    const screen = SCREENS.find(({ name }) => name === wanted);
    stage = await house.stage({
      rules: screen?.rules ?? {},
      // A window of 1280 by 800 pixels at 200 %.
      browsers: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, reducedMotion: "reduce" },
    });
    const hands = await screen?.reach(stage);
    const faults = await hands?.chat.evaluate((element) => {
      const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>("*") ?? [])];
      const found: string[] = [];
      for (const part of all) {
        if (!part.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const named = `${part.localName} ${part.getAttribute("aria-label") ?? part.textContent.trim().slice(0, 40)}`;
        const { width, height, left, right } = part.getBoundingClientRect();
        if (part.matches("button, input, textarea, [role=menuitem], summary") && (width < 24 || height < 24))
          found.push(`small: ${named} ${width}x${height}`);
        if (width > 1 && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${named} ${left}..${right}`);
        if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX === "hidden" && width > 1)
          if (getComputedStyle(part).textOverflow !== "ellipsis") found.push(`cut: ${named}`);
      }
      const stacked = [...(element.shadowRoot?.querySelectorAll(".screen > *") ?? [])];
      for (const [n, part] of stacked.entries()) {
        const below = stacked[n + 1]?.getBoundingClientRect();
        if (below !== undefined && below.height > 0 && part.getBoundingClientRect().bottom > below.top + 1)
          found.push(`over what is below it: ${part.localName} ${part.className}`);
      }
      if (all.some((part) => part.getAnimations().some(({ playState }) => playState === "running")))
        found.push("something moves although less motion was asked for");
      return found;
    });
    expect(faults).toEqual([]);
    // All that can be pressed can be brought into sight.
    for (const button of (await hands?.chat.getByRole("button").all()) ?? [])
      if (await button.isVisible()) await button.scrollIntoViewIfNeeded({ timeout: 2_000 });
  },
);
