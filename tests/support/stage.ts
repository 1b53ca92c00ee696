import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import type { Ana } from "./ana.ts";
import { callAna } from "./ana.ts";
import type { FaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import { startFaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import type { Hands } from "./hands.ts";
import { handsOn } from "./hands.ts";
import type { TestServer } from "./server.ts";
import type { Storefront, StorefrontOptions } from "./storefront.ts";
import { openStorefront } from "./storefront.ts";
import type { Wording } from "./wording.ts";
import { ENGLISH, wordsOf } from "./wording.ts";

/** A shop with its page behind a cable of its own, and browsers to look at it with. */
export interface Stage {
  readonly front: Storefront;
  readonly cable: FaultProxy;
  readonly words: Wording;
  /** Another browser with nothing stored, and a page in it that is on no site yet. */
  browser(options?: BrowserContextOptions): Promise<Hands>;
  /** The same, at the shop. */
  visit(options?: BrowserContextOptions): Promise<Hands>;
  /** An agent comes on duty. */
  ana(name?: string, capacity?: number): Promise<Ana>;
  leave(): Promise<void>;
}

export interface StageOptions extends StorefrontOptions {
  /** How the stage's browsers are unless a visit says otherwise. */
  browsers?: BrowserContextOptions;
}

/** How long a page is waited for: what does not come in this time does not come. */
const PATIENCE_MS = 10_000;

/** Sets a stage; `lang` is the page's language, and the one in which its words are looked for. */
export async function setStage(
  server: TestServer,
  browser: Browser,
  { browsers = {}, ...options }: StageOptions = {},
): Promise<Stage> {
  const cable = await startFaultProxy(server.port);
  const front = await openStorefront(server, { through: cable.url, ...options });
  const words = options.lang === undefined ? ENGLISH : await wordsOf(options.lang);
  const contexts: BrowserContext[] = [];
  const agents: Ana[] = [];
  const open = async (more: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ ...browsers, ...more });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    return handsOn(await context.newPage(), words);
  };
  return {
    front,
    cable,
    words,
    browser: open,
    visit: async (more) => {
      const hands = await open(more);
      await hands.page.goto(front.url);
      await hands.launcher.waitFor();
      return hands;
    },
    ana: async (name, capacity) => {
      const ana = await callAna(front.shop, name, capacity);
      agents.push(ana);
      return ana;
    },
    leave: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      for (const ana of agents) ana.desk.close();
      await front.close();
      await cable.close();
    },
  };
}
