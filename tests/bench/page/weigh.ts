import { brotliCompressSync, constants } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import type { Candidate } from "./candidates.ts";

/** What a page costs whoever visits it. */
export interface Weight {
  /** Milliseconds of script, at a quarter of this machine's speed. */
  script: number;
  /** What it loads besides the page itself, each squeezed as well as can be (brotli 11). */
  bytes: number;
  /** Those of them that it can be used without: told by their names, as they are asked for before the box is drawn. */
  lateBytes: number;
  /** The longest task, in milliseconds; 0 if none was over 50. */
  longest: number;
  /** How far what stood still was moved (cumulative layout shift). */
  shift: number;
}

export interface Weights {
  closed: Weight;
  /** Everything together once the chat is open; as closed where nothing opens. */
  opened: Weight;
}

const THROTTLE = 4;
/** Loads a page in a browser that knows nothing yet, looks, opens its chat and looks again. `settleMs`: what it does after it has loaded, it does in this time. */
export async function weigh(
  browser: Browser,
  origin: string,
  { path, open, late }: Candidate,
  settleMs: number,
): Promise<Weights> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const loaded: Promise<number>[] = [];
    const afterwards: Promise<number>[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname === path || response.url().startsWith("data:")) return;
      const bytes = response.body().then(squeezed, () => 0);
      loaded.push(bytes);
      if (late?.test(response.url()) === true) afterwards.push(bytes);
    });
    await page.addInitScript(watch);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    await page.goto(origin + path, { waitUntil: "load" });
    await page.waitForTimeout(settleMs);
    const look = async (): Promise<Weight> => ({
      script: await scriptMs(devtools),
      bytes: await sum(loaded),
      lateBytes: await sum(afterwards),
      ...(await seen(page)),
    });
    const closed = await look();
    if (open === undefined) return { closed, opened: closed };
    // What looks for things in the page on our behalf is a script of some size itself: it is there before anything is opened.
    await page.locator("body").waitFor();
    await page.evaluate(forgetLongest);
    const ours = await scriptMs(devtools);
    await open(page);
    await page.waitForTimeout(settleMs);
    const opened = await look();
    return { closed, opened: { ...opened, script: closed.script + opened.script - ours } };
  } finally {
    await context.close();
  }
}

const sum = async (counts: readonly Promise<number>[]): Promise<number> =>
  (await Promise.all(counts)).reduce((all, count) => all + count, 0);

function squeezed(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

async function scriptMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1_000;
}

/** Runs in the page: notes tasks over 50 ms and what was moved. */
function watch(): void {
  const noted = { longest: 0, shift: 0 };
  Object.assign(window, { notedByBench: noted });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longest = Math.max(noted.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) noted.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Runs in the page. */
function forgetLongest(): void {
  (window as unknown as { notedByBench: { longest: number } }).notedByBench.longest = 0;
}

const seen = (page: Page): Promise<Pick<Weight, "longest" | "shift">> =>
  page.evaluate(() => (window as unknown as { notedByBench: { longest: number; shift: number } }).notedByBench);
