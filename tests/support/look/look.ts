import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "../../../worker/local/build.ts";
import { launchBrowser } from "../browser.ts";
import type { ScreenCase } from "../screens.ts";
import { SCREENS } from "../screens.ts";
import { startServer } from "../server.ts";
import { setStage } from "../stage.ts";
import { makeSheet, type Shot } from "./sheet.ts";
import { CONSOLE_SCREENS, reachConsole } from "./console-screens.ts";
import { INSIGHTS_SCREENS } from "./insights-screens.ts";
import { reachSettings, SETTINGS_SCREENS } from "./settings-screens.ts";
import { CONSOLE_DEVICES, type Device, DEVICES } from "./variants.ts";

// Pictures of every screen of the widget and the console, as people with different devices and preferences see it, into the folder look/:
//   npm run look                         everything
//   npm run look -- console              the console alone; likewise: settings
//   npm run look -- active prompt        these screens
//   npm run look -- active --on desktop  on this device alone

const folder = join(import.meta.dirname, "../../../look");

/** A screen of the widget or of the console, to be reached on a device. */
interface Subject {
  name: string;
  reach(device: Device): Promise<{ page: Page; leave(): Promise<void> }>;
}

/** A screen of the widget, on a stage of its own. */
const onStage = (screen: ScreenCase): Subject => ({
  name: screen.name,
  reach: async (device) => {
    const stage = await setStage(server, browser, {
      rules: screen.rules ?? {},
      browsers: device.browser,
      ...(device.lang === undefined ? {} : { lang: device.lang }),
    });
    try {
      return { page: (await screen.reach(stage)).page, leave: stage.leave };
    } catch (error) {
      await stage.leave();
      throw error;
    }
  },
});

async function shoot({ name: screen, reach }: Subject, device: Device): Promise<Shot[]> {
  const { page, leave } = await reach(device);
  try {
    const shots: Shot[] = [];
    for (const { name, media } of device.shots) {
      await page.emulateMedia(media);
      const variant = `${device.name}-${name}`;
      const file = `${screen}--${variant}.png`;
      await page.screenshot({ path: join(folder, file), animations: "disabled" });
      shots.push({ screen, variant, file });
    }
    return shots;
  } finally {
    await leave();
  }
}

const args = process.argv.slice(2);
const on = args.includes("--on") ? args.splice(args.indexOf("--on"), 2)[1] : undefined;
const isWanted = ({ name }: { name: string }): boolean =>
  args.length === 0 || args.includes(name) || args.includes(name.replace(/-.*/, ""));

await mkdir(folder, { recursive: true });
const builtDir = await mkdtemp(join(tmpdir(), "rejoin-look-"));
await build(builtDir);
const [server, browser] = await Promise.all([startServer({ builtDir }), launchBrowser()]);
const shots: Shot[] = [];
try {
  const widget = { subjects: SCREENS.map(onStage), devices: DEVICES };
  const onConsole = (screen: (typeof CONSOLE_SCREENS)[number]): Subject => ({
    name: screen.name,
    reach: (device) => reachConsole(server, browser, screen, device),
  });
  const onSettings = (screen: (typeof SETTINGS_SCREENS)[number]): Subject => ({
    name: screen.name,
    reach: (device) => reachSettings(server, browser, screen, device),
  });
  const settings = { subjects: SETTINGS_SCREENS.map(onSettings), devices: CONSOLE_DEVICES };
  const agents = { subjects: [...CONSOLE_SCREENS, ...INSIGHTS_SCREENS].map(onConsole), devices: CONSOLE_DEVICES };
  for (const { subjects, devices } of [widget, agents, settings]) {
    for (const device of devices.filter(({ name }) => on === undefined || name === on)) {
      for (const subject of subjects.filter(isWanted)) {
        if (device.screens !== undefined && !device.screens.includes(subject.name)) continue;
        try {
          shots.push(...(await shoot(subject, device)));
        } catch (error) {
          process.exitCode = 1;
          console.error(`${subject.name} on ${device.name}: ${String(error)}`);
        }
      }
    }
  }
  for (const [variant, its] of Map.groupBy(shots, (shot) => shot.variant))
    console.log(join("look", await makeSheet(browser, folder, variant, its)));
} finally {
  await browser.close();
  await server.stop();
  await rm(builtDir, { recursive: true, force: true });
}
