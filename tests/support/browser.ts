import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import packaged from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

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

async function executable(): Promise<string> {
  const system = [process.env["CHROMIUM_PATH"] ?? "", ...installed].find((path) => path !== "" && existsSync(path));
  return system ?? packaged.executablePath();
}

// Its own sandbox does not work for root, which tests in a container usually are.
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** A real Chromium: the system's, or else the one that comes from npm. Headless; the caller closes it. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  // The npm package's own arguments are left out: they switch off web security and put all pages into one process.
  return chromium.launch({
    executablePath: await executable(),
    headless: true,
    args: [...quiet, ...sandbox, ...args],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
}

/** A browser as a process that can die. */
export interface Mortal {
  page: Page;
  /** SIGKILL, in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

/** The same with a profile on disk, which outlives it. */
export async function launchMortal(profileDir: string): Promise<Mortal> {
  const profile = [`--user-data-dir=${profileDir}`, "--remote-debugging-port=0", "--headless"];
  const child = spawn(await executable(), [...quiet, ...sandbox, ...profile, "about:blank"], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const gone = once(child, "close");
  let said = "";
  let endpoint: string | undefined;
  for await (const piece of child.stderr) {
    said += String(piece);
    endpoint = /ws:\/\/\S+/.exec(said)?.[0];
    if (endpoint !== undefined) break;
  }
  if (endpoint === undefined) throw new Error(said);
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("a browser without its profile");
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    kill: async () => {
      // With all its processes, which are one group.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await gone;
    },
  };
}
