import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../support/people.ts";
import type { AgentPeer } from "../support/peers.ts";
import { seeded } from "../support/seeded.ts";
import type { TestServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { actAsAgent, actOnPage } from "./acts.ts";
import { killAndLook } from "./disk.ts";
import { createHistory } from "./history.ts";
import type { History } from "./history.ts";
import { judge, NOTHING } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import type { Browser, Tab } from "./people/browser.ts";
import { openBrowser } from "./people/browser.ts";
import type { Console } from "./people/console.ts";
import { openConsole } from "./people/console.ts";
import type { DeviceClock } from "./people/page.ts";
import { hastyClock } from "./people/page.ts";
import { comeToRest } from "./rest.ts";
import type { Plan, Step } from "./steps.ts";
import { watchWires } from "./watch.ts";

/** A shop with two agents and a customer's two devices, on a server that may die. */
export interface World {
  readonly history: History;
  readonly server: TestServer;
  readonly overseer: AgentPeer;
  readonly browsers: readonly Browser[];
  readonly consoles: readonly Console[];
  /** Tokens of the reconnect links that were made. */
  readonly links: string[];
  /** Conversations that an agent has declined: who has room may be who said no. */
  readonly declined: Set<string>;
  readonly clock: DeviceClock;
}

/** The pause between two steps: frames are on their way when the next one strikes. */
const PAUSE_MS = 4;

/** Lives a plan through, lets everything come to rest, and judges. Tells what it is about to do, for whoever waits for it. */
export async function live(
  plan: Plan,
  server: TestServer,
  overseer: AgentPeer,
  seed: number,
  tell: (doing: string) => void,
): Promise<Verdict> {
  tell("opening the shop");
  const history = createHistory();
  const watch = watchWires(history);
  const shop = await openShop(server, plan.rules, overseer);
  const around = { history, watch, clock: hastyClock(), random: seeded(seed) };
  const consoles = await Promise.all([
    openConsole("Ana", 1, server.port, shop, around),
    openConsole("Ben", 2, server.port, shop, around),
  ]);
  const browsers = ["laptop", "phone"].map((name) => openBrowser(name, server.port, shop, around));
  const world: World = {
    history,
    server,
    overseer,
    browsers,
    consoles,
    links: [],
    declined: new Set(),
    clock: around.clock,
  };
  try {
    tell("beginning");
    await begin(world);
    for (const [n, step] of plan.steps.entries()) {
      tell(`step ${n}: ${JSON.stringify(step)}`);
      await take(world, step);
      await sleep(PAUSE_MS);
    }
    tell("coming to rest");
    const records = await comeToRest(world);
    // Whoever signed in while another's chat was still on the page wrote into what is not theirs: it is cleared with it.
    for (const [id, { subject }] of records)
      for (const { name, who } of browsers) if (subject !== null && subject !== who) history.throwAway(name, id);
    const kept = (author: string) => [...browsers, ...consoles].find(({ name }) => name === author)?.kept() ?? NOTHING;
    return judge(history, records, kept);
  } finally {
    watch.close();
    tell("closing");
    await Promise.all([...browsers, ...consoles].map((one) => one.close()));
  }
}

/** Both agents are there, and the laptop is in a chat. */
async function begin({ consoles, browsers: [laptop] }: World): Promise<void> {
  for (const { workplace } of consoles) void workplace.desk.setPresence("available");
  const tab = await laptop?.open();
  if (tab === undefined) return;
  await tab.chat.lookUp();
  await tab.chat.start({ name: "Sam" });
  // On a busy machine an answer can be later than a page's patience, which is short here: its person tries again.
  for (;;) {
    const { status } = await until(
      tab.chat,
      ({ status: { is }, entrance: { at } }) => is === "connected" || at === "unreachable",
    );
    if (status.is === "connected") return;
    await tab.chat.retry();
  }
}

async function take(world: World, step: Step): Promise<void> {
  const { browsers, consoles, history, links } = world;
  const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];
  switch (step.do) {
    case "kill":
      return killAndLook(world);
    case "clock":
      return world.clock.set(step.byMs);
    case "wait":
      return sleep(step.ms);
    case "weather":
      return pick(browsers, step.n)?.network.set(step.is);
    case "agent-weather":
      return pick(consoles, step.n)?.network.set(step.is);
    case "agent": {
      // Most of what agents do they do in a conversation that they have.
      const busy = consoles.filter((console) => console.hands().length > 0);
      const console = pick(busy.length > 0 && step.n % 4 > 0 ? busy : consoles, step.n);
      return console && actAsAgent(world, console, step.does, step.n);
    }
    case "open": {
      const browser = pick(browsers, step.n);
      if (browser !== undefined && browser.tabs.length < 3) await browser.open();
      return;
    }
    case "open-link": {
      const link = links.at(-1);
      const browser = pick(browsers, step.n);
      if (link === undefined || browser === undefined) return;
      const [tab] = browser.tabs;
      if (tab === undefined) await browser.open({ link });
      else if (!tab.page.frozen) void tab.chat.openLink(link);
      return;
    }
    case "sign-in": {
      const browser = pick(browsers, step.n);
      if (browser === undefined || browser.who === step.as) return;
      // Of whoever was signed in before, nothing is left on the device.
      if (browser.who !== null) history.throwAway(browser.name);
      browser.who = step.as;
      for (const { chat } of browser.tabs) void chat.signedIn();
      return;
    }
    case "sign-out": {
      const browser = pick(browsers, step.n);
      if (browser === undefined || browser.who === null) return;
      browser.who = null;
      history.throwAway(browser.name);
      for (const { chat } of browser.tabs) chat.signOut();
      return;
    }
    default: {
      const tabs = browsers.flatMap((browser) => browser.tabs.map((tab): [Browser, Tab] => [browser, tab]));
      const [browser, tab] = pick(tabs, step.n) ?? [];
      if (browser !== undefined && tab !== undefined) await actOnPage(world, browser, tab, step.do);
    }
  }
}
