import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page as BrowserPage } from "playwright-core";
import type { FaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import { startFaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import type { AgentPeer } from "./peers.ts";
import { randomId } from "./peers.ts";
import type { TestServer } from "./server.ts";
import type { Rules, Shop } from "./shop.ts";
import { openShop, SHOP_ORIGIN } from "./shop.ts";
import type { Page } from "./talk.ts";
import { openChat, reconnect, say } from "./talk.ts";

/** A customer at the counter: with the shop's page open, or gone. */
export interface Caller extends Page {
  says(...texts: readonly string[]): Promise<void>;
  /** Their browser is gone. */
  drops(): Promise<void>;
  /** Comes back with what their browser kept, and hands over the new page. */
  returns(): Promise<Caller>;
  ends(): Promise<void>;
}

/** An agent's console in a real browser, and customers who come to it. */
export interface Counter {
  readonly shop: Shop;
  readonly agent: AgentPeer & { agentId: string };
  readonly page: BrowserPage;
  /** The console's way to the server. */
  readonly cable: FaultProxy;
  /** The console. */
  readonly desk: Locator;
  readonly box: Locator;
  /** Sets the agent's presence by the menu. */
  presence(name: "Available" | "Busy" | "Away" | "Offline"): Promise<void>;
  /** A customer starts a chat. */
  call(who?: { name?: string; page?: string; sub?: string; facts?: Record<string, string> }): Promise<Caller>;
  row(name: string | RegExp): Locator;
  /** Opens the conversation with somebody who has one with the agent. */
  open(name: string): Promise<void>;
  /** What stands for the agent's units, in words. */
  used(): Promise<string>;
  leave(): Promise<void>;
}

export interface CounterOptions {
  rules?: Rules;
  capacity?: number;
  agentName?: string;
  browsers?: BrowserContextOptions;
  /** Runs in the page before everything else. */
  init?: () => void;
  /** The shop where there is one already. */
  shop?: Shop;
}

function callerOf(shop: Shop, page: Page): Caller {
  const { socket } = page;
  return {
    ...page,
    says: async (...texts) => {
      for (const text of texts) await say(socket, text);
    },
    drops: async () => socket.close(4300),
    returns: async () => callerOf(shop, await reconnect(shop, page.access)),
    ends: async () => void (await socket.ask({ type: "end", id: randomId() })),
  };
}

const PATIENCE_MS = 10_000;

/** Signs an agent of a shop in, in a browser of their own, with the console open. */
export async function openCounter(
  server: TestServer,
  browser: Browser,
  { rules = {}, capacity = 3, agentName = "Ana Martins", browsers = {}, shop: given, init }: CounterOptions = {},
): Promise<Counter> {
  const shop = given ?? (await openShop(server, rules));
  const agent = await shop.agent(agentName, capacity);
  const cable = await startFaultProxy(server.port);
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...browsers });
  context.setDefaultTimeout(PATIENCE_MS);
  const [cookie = "", value = ""] = agent.cookie.split("=");
  await context.addCookies([{ name: cookie, value, url: cable.url }]);
  const page = await context.newPage();
  if (init !== undefined) await page.addInitScript(init);
  await page.goto(`${cable.url}/console`);
  const desk = page.locator("rejoin-console");
  const summary = desk.locator("summary", { hasText: "Presence:" });
  await summary.waitFor();
  const row = (name: string | RegExp) => desk.locator(".row", { hasText: name });
  return {
    shop,
    agent,
    page,
    cable,
    desk,
    box: desk.getByLabel("Reply", { exact: true }),
    presence: async (name) => {
      await summary.click();
      await desk.getByRole("button", { name, exact: true }).click();
      await summary.filter({ hasText: name }).waitFor();
    },
    call: async ({ name, page: at, sub, facts } = {}) => {
      const identity = sub === undefined ? {} : { identity: await shop.identity(sub) };
      const context_ = facts === undefined ? {} : { context: { facts } };
      const named = name === undefined ? {} : { name };
      const body = { ...identity, ...context_, ...named, page: `${SHOP_ORIGIN}${at ?? "/"}` };
      return callerOf(shop, await openChat(shop, body));
    },
    row,
    open: async (name) => {
      await row(name).first().click();
      await desk.getByRole("heading", { name, exact: true }).last().waitFor();
    },
    used: async () => (await desk.locator(".capacity > summary").textContent())?.replace(/\s+/g, " ").trim() ?? "",
    leave: async () => {
      await context.close();
      await cable.close();
    },
  };
}
