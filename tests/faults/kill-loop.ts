import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../support/people.ts";
import type { AgentPeer } from "../support/peers.ts";
import { signInOwner } from "../support/peers.ts";
import { seeded } from "../support/seeded.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { killAndLook } from "./disk.ts";
import { createHistory } from "./history.ts";
import { judge } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import { openBrowser } from "./people/browser.ts";
import { openConsole } from "./people/console.ts";
import { hastyClock } from "./people/page.ts";
import { comeToRest } from "./rest.ts";
import { watchWires } from "./watch.ts";
import type { World } from "./world.ts";

export interface KillOptions {
  builtDir: string;
  seed: number;
  kills: number;
  conversations: number;
  /** No kill after this instant. */
  until?: number;
  onProgress?: (kills: number) => void;
}

export interface KillOutcome {
  kills: number;
  verdict: Verdict;
}

/** The server lives at most so long between its start and its death. */
const LONGEST_LIFE_MS = 400;
/** Each person says something about this often. */
const SAY_EVERY_MS = 80;

/** Kills the server at random instants, in the middle of the traffic of many conversations, and starts it again on the same disk; then judges. */
export async function killLoop(options: KillOptions): Promise<KillOutcome> {
  const server = await startServer({ builtDir: options.builtDir });
  try {
    const overseer = await signInOwner(server.url, server.setupSecret);
    return await killDuringTalk(options, server, overseer);
  } finally {
    await server.stop();
  }
}

async function killDuringTalk(options: KillOptions, server: TestServer, overseer: AgentPeer): Promise<KillOutcome> {
  const history = createHistory();
  const watch = watchWires(history);
  const random = seeded(options.seed);
  const around = { history, watch, clock: hastyClock(), random };
  const shop = await openShop(server, {}, overseer);
  const half = Math.ceil(options.conversations / 2);
  const consoles = await Promise.all(["Ana", "Ben"].map((name) => openConsole(name, half, server.port, shop, around)));
  await Promise.all(consoles.map(({ workplace }) => workplace.desk.setPresence("available")));
  const browsers = Array.from({ length: options.conversations }, (_, n) =>
    openBrowser(`customer${n}`, server.port, shop, around),
  );
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
  let isOver = false;
  const talk = async (say: () => void) => {
    while (!isOver) {
      say();
      await sleep(random() * 2 * SAY_EVERY_MS);
    }
  };
  try {
    for (const browser of browsers) {
      const { chat } = await browser.open();
      await chat.lookUp();
      await chat.start();
      await until(chat, ({ view }) => view?.phase.state === "active");
    }
    const talks = [
      ...browsers.map((browser) => talk(() => browser.tabs[0] && browser.say(browser.tabs[0]))),
      ...consoles.map((console) =>
        talk(() => console.hands().forEach(({ conversationId }) => console.say(conversationId))),
      ),
    ];
    let kills = 0;
    while (kills < options.kills && Date.now() < (options.until ?? Infinity)) {
      await sleep(random() * LONGEST_LIFE_MS);
      await killAndLook(world);
      kills += 1;
      options.onProgress?.(kills);
    }
    isOver = true;
    await Promise.all(talks);
    const records = await comeToRest(world);
    const everyone = [...browsers, ...consoles];
    const verdict = judge(history, records, (author) => everyone.find(({ name }) => name === author)!.kept());
    return { kills, verdict };
  } finally {
    isOver = true;
    watch.close();
    await Promise.all([...browsers, ...consoles].map((one) => one.close()));
  }
}
