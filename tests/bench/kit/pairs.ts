import type { TestServer } from "../../support/server.ts";
import type { Frame, RawSocket } from "../../support/frames.ts";
import type { AgentPeer } from "../../support/peers.ts";
import { openShop, type Shop } from "../../support/shop.ts";
import { onDuty } from "../../support/talk.ts";
import type { Passage } from "./load.ts";
import { bareSocket } from "./server.ts";
import { type BareWire, openBareWire, tabQuery } from "./wire.ts";

/** A shop whose one agent has room for so many, and is on duty. */
export interface Staffed {
  shop: Shop;
  agent: AgentPeer;
  desk: RawSocket;
}

export async function staff(server: TestServer, capacity: number): Promise<Staffed> {
  const shop = await openShop(server);
  const agent = await shop.agent("Ana", capacity);
  const desk = await onDuty(agent);
  const heart = setInterval(() => desk.send("ping"), 10_000);
  heart.unref();
  return { shop, agent, desk };
}

/** Both sides of one conversation. */
export interface Pair extends Passage {
  customer: BareWire;
  agent: BareWire;
  close(): void;
}

/** A conversation of ours whose agent has taken it, both sides connected. */
export async function ourPair(
  server: TestServer,
  { shop, agent }: Staffed,
): Promise<Pair & { conversationId: string; credential: string }> {
  const access = await shop.browser().begin();
  const { conversationId, credential } = access;
  const customer = openBareWire(`${server.url}/v1/conversation/socket?${tabQuery()}`, ["rejoin.v1", credential]);
  await new Promise<void>((resolve) => {
    customer.hear((text) => {
      if (text.includes('"state":"active"')) resolve();
    });
  });
  const seat = openBareWire(`${server.url}/v1/agent/conversations/${conversationId}/socket?${tabQuery()}`, [
    "rejoin.v1",
    await agent.ticket(),
  ]);
  await seat.first;
  return {
    customer,
    agent: seat,
    conversationId,
    credential,
    send: (id, text) => customer.send(JSON.stringify({ type: "message", id, text })),
    arrivals: (listener) => {
      seat.hear((text) => {
        for (const { kind, id } of (JSON.parse(text) as { entries?: Frame[] }).entries ?? [])
          if (kind === "message") listener(id as string);
      });
    },
    close: () => {
      customer.close();
      seat.close();
    },
  };
}

/** The same with nothing but a bare object between them. */
export async function barePair(server: TestServer, name: string): Promise<Pair> {
  const [customer, agent] = [openBareWire(bareSocket(server, name)), openBareWire(bareSocket(server, name))];
  await Promise.all([customer.first, agent.first]);
  return {
    customer,
    agent,
    send: (id, text) => customer.send(JSON.stringify({ id, text })),
    arrivals: (listener) => agent.hear((text) => listener((JSON.parse(text) as { id: string }).id)),
    close: () => {
      customer.close();
      agent.close();
    },
  };
}
