import type { FaultProxy } from "../../../worker/local/faults/fault-proxy.ts";
import { createChat } from "../../../widget/client/customer.ts";
import type { Chat, ChatView } from "../../../widget/client/customer.ts";
import type { Clock } from "../../../widget/client/io/ports.ts";
import { SHOP_ORIGIN } from "../../support/shop.ts";
import type { Shop } from "../../support/shop.ts";
import { createSharedStore } from "../../support/shared-store.ts";
import type { History } from "../history.ts";
import { tokensIn } from "../history.ts";
import type { Kept } from "../judge.ts";
import type { Watch } from "../watch.ts";
import { openNetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { openPage } from "./page.ts";
import type { Page } from "./page.ts";

/** A page with the chat. `place` outlives it: what is loaded again, or opened anew after a crash, is in the same place. */
export interface Tab {
  readonly place: string;
  /** Which of the browser's pages it is, in the order in which they were loaded. */
  readonly load: number;
  readonly chat: Chat;
  readonly page: Page;
  readonly cable: FaultProxy;
}

/** A customer's browser: tabs with one storage, behind one network. */
export interface Browser {
  readonly name: string;
  readonly network: Network;
  readonly tabs: readonly Tab[];
  /** Who is signed in on the shop's site. */
  who: string | null;
  /** Opens the shop's page; in the place of this tab, if one is given. */
  open(options?: { link?: string; place?: string }): Promise<Tab>;
  /** The page goes away as pages do, and is not kept. */
  leave(tab: Tab): Promise<void>;
  /** The page is gone in an instant. */
  crash(tab: Tab): Promise<void>;
  say(tab: Tab): void;
  kept(): Kept;
  close(): Promise<void>;
}

export interface Surroundings {
  history: History;
  watch: Watch;
  clock: Clock;
  random: () => number;
}

export function openBrowser(name: string, port: number, shop: Shop, around: Surroundings): Browser {
  const { history, watch, clock, random } = around;
  const network = openNetwork(port);
  // A tab hears of what another one stored a little later.
  const storage = createSharedStore((work) => void setTimeout(work, random() * 20));
  const tabs: Tab[] = [];
  let places = 0;
  let loads = 0;
  let said = 0;
  /** Whether another tab may have said what was left in storage: then order is promised to each page as long as it lives. */
  let isShared = false;

  const remove = async (tab: Tab) => {
    tabs.splice(tabs.indexOf(tab), 1);
    tab.page.die();
    await network.unlay(tab.cable);
  };
  const browser: Browser = {
    name,
    network,
    tabs,
    who: null,
    open: async ({ link, place = `${name}.${(places += 1)}` } = {}) => {
      const cable = await network.lay();
      const page = openPage({
        origin: SHOP_ORIGIN,
        clock,
        store: storage.tab(),
        watchSocket: (url) => watch.socket(url, place),
      });
      const chat = createChat({
        baseUrl: cable.url,
        widgetId: shop.widgetId,
        ports: page.ports,
        identity: async () => (browser.who === null ? null : shop.identity(browser.who)),
        link: link ?? null,
      });
      chat.subscribe(() => watchView(history, chat.snapshot(), place));
      loads += 1;
      const tab = { place, load: loads, chat, page, cable };
      tabs.push(tab);
      isShared ||= tabs.length > 1;
      void chat.lookUp();
      return tab;
    },
    leave: async (tab) => {
      tab.page.tell({ type: "suspend", held: false });
      tab.chat.dispose();
      await remove(tab);
    },
    crash: remove,
    say: ({ place, load, chat, page }) => {
      if (page.frozen) return;
      const token = `«${place}#${(said += 1)}»`;
      const { conversationId } = chat.snapshot();
      if ("refused" in chat.send(`Hello ${token}`)) return;
      history.compose({
        token,
        side: "customer",
        author: name,
        page: isShared ? `${place}/${load}` : place,
        conversationId: conversationId ?? "",
      });
    },
    kept: () =>
      keptIn(
        storage.values,
        tabs.map(({ chat }) => chat.snapshot()),
      ),
    close: async () => {
      for (const { chat, page } of tabs) {
        page.die();
        chat.dispose();
      }
      await network.close();
    },
  };
  return browser;
}

type View = Pick<ChatView, "lines" | "draft">;

/** What storage and screens hold of texts that stand in no transcript as far as they know. */
export function keptIn(stored: ReadonlyMap<string, string>, screens: readonly View[]): Kept {
  const unsaid = screens.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.kind === "message" && line.seq === null ? [{ text: line.text, is: line.delivery.is }] : [],
    ),
  );
  const drafts = [...stored].flatMap(([key, value]) => (key.includes(":draft:") ? [value] : []));
  const boxes = [...drafts, ...screens.map(({ draft }) => draft)].join("\n");
  return {
    all: [...stored.values(), ...unsaid.map(({ text }) => text), boxes].join("\n"),
    boxes,
    failed: unsaid.flatMap(({ text, is }) => (is === "failed" ? [text] : [])).join("\n"),
  };
}

/** How many lines are looked at with each change: more come at once only when a page comes back, and at rest all are compared. */
const LOOKED_AT = 80;

/** What a screen shows: every line in its place, and what it says of one's own words. */
export function watchView(history: History, { lines: all }: View, by: string, lookedAt = LOOKED_AT): void {
  const lines = all.slice(-lookedAt);
  let before = 0;
  for (const line of lines) {
    if (line.kind === "message" && line.mine && (line.delivery.is === "delivered" || line.delivery.is === "seen"))
      for (const token of tokensIn(line.text)) history.tell(token);
    if (line.seq === null) continue;
    if (before !== 0 && line.seq !== before + 1 && line.kind === "message")
      history.complain(`${by} shows ${line.seq} after ${before}`);
    before = line.seq;
  }
  const keys = lines.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) history.complain(`${by} shows a message twice: ${keys.join(" ")}`);
}
