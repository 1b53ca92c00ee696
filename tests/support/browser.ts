import { existsSync } from "node:fs";
import packaged from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** What a browser of its own accord asks of the network, it shall not; and the back/forward cache works as it does for people. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  "--no-default-browser-check",
];

/** A real Chromium: the system's, or else the one that comes from npm. Headless; the caller closes it. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const system = [process.env["CHROMIUM_PATH"] ?? "", ...installed].find((path) => path !== "" && existsSync(path));
  // Its own sandbox does not work for root, which tests in a container usually are.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  // The npm package's own arguments are left out: they switch off web security and put all pages into one process.
  return chromium.launch({
    executablePath: system ?? (await packaged.executablePath()),
    headless: true,
    args: [...quiet, ...sandbox, ...args],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
}
