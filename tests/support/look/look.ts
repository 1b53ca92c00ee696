import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "../../../worker/local/build.ts";
import { launchBrowser } from "../browser.ts";
import type { ScreenCase } from "../screens.ts";
import { SCREENS } from "../screens.ts";
import type { TestServer } from "../server.ts";
import { startServer } from "../server.ts";
import { setStage } from "../stage.ts";
import { makeSheet, type Shot } from "./sheet.ts";
import { type Device, DEVICES } from "./variants.ts";

// Pictures of every screen of the widget, as people with different devices and preferences see it, into the folder look/:
//   npm run look                         everything
//   npm run look -- active prompt        these screens
//   npm run look -- active --on desktop  on this device alone

const folder = join(import.meta.dirname, "../../../look");

async function shoot(server: TestServer, browser: Browser, screen: ScreenCase, device: Device): Promise<Shot[]> {
  const stage = await setStage(server, browser, {
    rules: screen.rules ?? {},
    browsers: device.browser,
    ...(device.lang === undefined ? {} : { lang: device.lang }),
  });
  try {
    const { page } = await screen.reach(stage);
    const shots: Shot[] = [];
    for (const { name, media } of device.shots) {
      await page.emulateMedia(media);
      const variant = `${device.name}-${name}`;
      const file = `${screen.name}--${variant}.png`;
      await page.screenshot({ path: join(folder, file), animations: "disabled" });
      shots.push({ screen: screen.name, variant, file });
    }
    return shots;
  } finally {
    await stage.leave();
  }
}

const args = process.argv.slice(2);
const on = args.includes("--on") ? args.splice(args.indexOf("--on"), 2)[1] : undefined;
const screens = SCREENS.filter(({ name }) => args.length === 0 || args.includes(name));
const devices = DEVICES.filter(({ name }) => on === undefined || name === on);

await mkdir(folder, { recursive: true });
const builtDir = await mkdtemp(join(tmpdir(), "rejoin-look-"));
await build(builtDir);
const [server, browser] = await Promise.all([startServer({ builtDir }), launchBrowser()]);
const shots: Shot[] = [];
try {
  for (const device of devices) {
    for (const screen of screens) {
      if (device.screens !== undefined && !device.screens.includes(screen.name)) continue;
      try {
        shots.push(...(await shoot(server, browser, screen, device)));
      } catch (error) {
        process.exitCode = 1;
        console.error(`${screen.name} on ${device.name}: ${String(error)}`);
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
