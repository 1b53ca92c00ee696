import { createWorkplace } from "../../../widget/agent/workplace.ts";
import type { Workplace } from "../../../widget/agent/workplace.ts";
import { createAgentApi } from "../../../widget/client/agent.ts";
import type { AgentConversation } from "../../../widget/client/agent.ts";
import { createSharedStore } from "../../support/shared-store.ts";
import type { Shop } from "../../support/shop.ts";
import type { History } from "../history.ts";
import type { Kept } from "../judge.ts";
import type { Surroundings } from "./browser.ts";
import { keptIn, watchView } from "./browser.ts";
import { openNetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { openPage } from "./page.ts";
import type { Page } from "./page.ts";

/** An agent at their console: our own, without its screen. */
export interface Console {
  readonly name: string;
  readonly agentId: string;
  readonly network: Network;
  readonly workplace: Workplace;
  readonly page: Page;
  /** The conversations that are in hand, oldest first. */
  hands(): { conversationId: string; seat: AgentConversation }[];
  say(conversationId: string): void;
  /** The page is loaded again; or it crashed, and was opened anew. */
  reload(how: "orderly" | "crash"): Promise<void>;
  kept(): Kept;
  close(): Promise<void>;
}

export async function openConsole(
  name: string,
  capacity: number,
  port: number,
  shop: Shop,
  around: Surroundings,
): Promise<Console> {
  const { history, watch, clock, random } = around;
  const { agentId, cookie } = await shop.agent(name, capacity);
  const network = openNetwork(port);
  const storage = createSharedStore((work) => void setTimeout(work, random() * 20));
  let said = 0;

  const sit = async () => {
    const cable = await network.lay();
    const page = openPage({
      origin: cable.url,
      clock,
      store: storage.tab(),
      cookie,
      watchSocket: (url) => watch.socket(url, name),
    });
    const api = createAgentApi(page.ports.fetch, cable.url);
    const workplace = createWorkplace(cable.url, page.ports, api, agentId);
    let inHand = new Set<string>();
    workplace.subscribe(() => {
      const { conversations } = workplace.snapshot();
      // What was left unsent in a conversation that is somebody else's now is forgotten with it.
      for (const id of inHand) if (!conversations.has(id)) history.throwAway(name, id);
      inHand = new Set(conversations.keys());
      watchWork(history, workplace, name);
    });
    return { cable, page, workplace };
  };
  let now = await sit();

  const hands = () =>
    (now.workplace.desk.snapshot().feed?.mine ?? []).flatMap(({ conversationId }) => {
      const seat = now.workplace.conversation(conversationId);
      return seat === null ? [] : [{ conversationId, seat }];
    });
  return {
    name,
    agentId,
    network,
    get workplace() {
      return now.workplace;
    },
    get page() {
      return now.page;
    },
    hands,
    say: (conversationId) => {
      const token = `«${name}#${(said += 1)}»`;
      const seat = now.workplace.conversation(conversationId);
      if (seat === null || "refused" in seat.send(`Yes ${token}`)) return;
      history.compose({ token, side: "agent", author: name, page: name, conversationId });
    },
    reload: async (how) => {
      const { page, workplace, cable } = now;
      if (how === "orderly") {
        page.tell({ type: "suspend", held: false });
        workplace.dispose();
      }
      page.die();
      await network.unlay(cable);
      now = await sit();
    },
    kept: () => keptIn(storage.values, [...now.workplace.snapshot().conversations.values()]),
    close: async () => {
      now.page.die();
      now.workplace.dispose();
      await network.close();
    },
  };
}

/** What a console shows: invariant 7 on every word of the desk, and each conversation as its customer sees it. */
function watchWork(history: History, workplace: Workplace, by: string): void {
  const { desk, conversations } = workplace.snapshot();
  for (const shown of conversations.values()) watchView(history, shown, by);
  const me = desk.feed?.me;
  if (me === undefined) return;
  const sum = me.slots.reduce((units, slot) => units + slot.units, 0);
  if (me.used > me.capacity) history.complain(`${by} has ${me.used} units of ${me.capacity}`);
  if (sum !== me.used) history.complain(`${by} has ${me.used} units, with reasons for ${sum}`);
  for (const { reason, until } of me.slots)
    if (until === null && reason === "held") history.complain(`${by} holds without an end`);
}
