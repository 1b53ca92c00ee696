import { createAgentConversation } from "../../widget/client/agent.ts";
import type { AgentConversation, Desk } from "../../widget/client/agent.ts";
import { createDesk } from "../../widget/client/agent.ts";
import { createChat } from "../../widget/client/customer.ts";
import type { Chat, ChatOptions, Line, Ports } from "../../widget/client/customer.ts";
import { nodePorts } from "../../widget/client/node.ts";
import type { Shop } from "./shop.ts";
import { SHOP_ORIGIN } from "./shop.ts";

interface Watchable<S> {
  snapshot(): S;
  subscribe(listener: () => void): () => void;
}

/** Resolves with the first snapshot that fits. */
export function until<S>(watched: Watchable<S>, fits: (snapshot: S) => boolean): Promise<S> {
  return new Promise((resolve) => {
    let undo = () => {};
    const look = () => {
      const snapshot = watched.snapshot();
      if (!fits(snapshot)) return false;
      undo();
      resolve(snapshot);
      return true;
    };
    if (!look()) undo = watched.subscribe(look);
  });
}

/** A customer with our own client, reaching the server by this way. The store outlives the page: give its ports to the next one. */
export function customerBy(url: string, shop: Shop, more: Partial<ChatOptions> = {}): { chat: Chat; ports: Ports } {
  const ports = more.ports ?? nodePorts(SHOP_ORIGIN);
  return { chat: createChat({ baseUrl: url, widgetId: shop.widgetId, ...more, ports }), ports };
}

/** Says something and resolves when the server has it; rejects if it was refused. */
export async function sayAs(
  side: Pick<AgentConversation, "send" | "snapshot" | "subscribe">,
  text: string,
): Promise<void> {
  const sent = side.send(text);
  if ("refused" in sent) throw new Error(sent.refused);
  await until(side, ({ lines }) => lines.some((line) => line.key === sent.id && line.seq !== null));
}

type Agent = Awaited<ReturnType<Shop["agent"]>>;

/** The agent's part in a conversation, with our own client. */
export function agentIn(url: string, agent: Agent, conversationId: string): AgentConversation {
  return createAgentConversation({ baseUrl: url, conversationId, ports: nodePorts(url), ticket: ticketOf(agent) });
}

export function deskOf(url: string, agent: Agent): Desk {
  return createDesk({ baseUrl: url, ports: nodePorts(url), ticket: ticketOf(agent) });
}

const ticketOf = (agent: Agent) => async () => {
  try {
    return { ok: true, value: await agent.ticket() } as const;
  } catch {
    return { ok: false, code: "unavailable" } as const;
  }
};

/** What was said, as this side shows it, in order. */
export function words(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.kind === "message" ? [line.text] : []));
}

/** What happened, as this side shows it, in order. */
export function happenings(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.kind === "event" ? [line.what.type] : []));
}

/** The transcript's numbers have no gap and nothing twice. */
export function isGapless(lines: readonly Line[]): boolean {
  const seqs = lines.flatMap((line) => (line.seq === null ? [] : [line.seq]));
  return seqs.every((seq, n) => n === 0 || seq === (seqs[n - 1] ?? 0) + 1);
}
