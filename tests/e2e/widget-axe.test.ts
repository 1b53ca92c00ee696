import { expect, test } from "vitest";
import { axeFinds } from "../support/axe.ts";
import { SCREENS } from "../support/screens.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let stage: Stage;

const MEDIA = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
} as const;

test.for(SCREENS)(
  "axe finds nothing on the screen $name, in light, in dark and in forced colours",
  async ({ rules = {}, reach }) => {
    // Nothing is judged in the middle of fading in.
    stage = await house.stage({ rules, browsers: { reducedMotion: "reduce" } });
    const { page } = await reach(stage);
    const found: Record<string, string[]> = {};
    for (const [name, media] of Object.entries(MEDIA)) {
      await page.emulateMedia(media);
      found[name] = await axeFinds(page, { forcedColors: media.forcedColors === "active" });
    }
    expect(found).toEqual({ light: [], dark: [], "forced colours": [] });
  },
);

/** Those that look like another one from right to left, too. */
const ALIKE = [
  "agent-reconnecting",
  "catching-up",
  "back",
  "too-late-elsewhere",
  "storage-blocked",
  "not-delivered",
  "start-failed",
  "message-refused",
  "elsewhere",
];
const MIRRORED = SCREENS.filter(({ name }) => !ALIKE.includes(name));

test.for(MIRRORED)("axe finds nothing on the screen $name, from right to left", async ({ rules = {}, reach }) => {
  const browsers = { reducedMotion: "reduce", viewport: { width: 390, height: 844 } } as const;
  stage = await house.stage({ rules, browsers, lang: "ar" });
  const { page, panel } = await reach(stage);
  if ((await panel.count()) > 0)
    expect(await panel.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await axeFinds(page)).toEqual([]);
});

test.for(["#ffff00", "#777777", "#ffffff", "#000000"])(
  "an owner's accent of %s is no reason for text that cannot be read",
  async (accent) => {
    stage = await house.stage({ looks: { accent }, browsers: { reducedMotion: "reduce" } });
    const screen = SCREENS.find(({ name }) => name === "active");
    const hands = await screen?.reach(stage);
    if (hands === undefined) throw new Error("no such screen");
    for (const colorScheme of ["light", "dark"] as const) {
      await hands.page.emulateMedia({ colorScheme });
      expect(await axeFinds(hands.page)).toEqual([]);
    }
    await hands.choose("end");
    await hands.chat.getByText(hands.words.more.reallyEnd).first().waitFor();
    expect(await axeFinds(hands.page)).toEqual([]);
  },
);
