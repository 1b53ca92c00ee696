import type { Summary } from "../../../worker/core/summary.ts";
import { openShop, type Shop } from "../../support/shop.ts";
import { untilState } from "../../support/talk.ts";
import { randomId } from "../../support/peers.ts";
import type { TestServer } from "../../support/server.ts";
import { type Bench, type Ground, sized } from "../kit/bench.ts";
import { compared, type Figure, ratioAtMost } from "../kit/figure.ts";
import { inTurn, sleep } from "../kit/rounds.ts";
import { startBoth } from "../kit/server.ts";
import { median, quantile } from "../kit/statistics.ts";
import { openBareWire } from "../kit/wire.ts";

/** How long a customer waits for an agent who has room, at a full desk and at an empty one. */
export const desk: Bench = {
  name: "desk",
  measure: async (ground) => {
    const [full, small] = [
      await deskOf(ground, sized(ground, 1_000, 4), sized(ground, 10_000, 40)),
      await deskOf(ground, 2, 10),
    ];
    try {
      ground.say("assignments");
      for (const each of [full, small]) await each.assignments(sized(ground, 10, 1));
      const count = sized(ground, 20, 1);
      const { ours, base } = await inTurn(
        sized(ground, 10, 1),
        () => full.assignments(count),
        () => small.assignments(count),
      );
      const note = "the same with 10 and 2; every agent has a console open";
      const line = (at: string, of: (waits: number[]) => number, aim: object): Figure =>
        compared(
          { name: `assigned to an agent, ${full.says}, ${at}`, unit: "ms", note, ...aim },
          ours.map(of),
          base.map(of),
        );
      return [line("p50", median, { aim: ratioAtMost(2) }), line("p95", (waits) => quantile(waits, 0.95), {})];
    } finally {
      await full.close();
      await small.close();
    }
  },
};

async function deskOf(ground: Ground, agents: number, conversations: number) {
  const server = await startBoth(ground);
  const shop = await openShop(server);
  const says = `${conversations.toLocaleString("en")} conversations and ${agents.toLocaleString("en")} agents`;
  ground.say(`a desk of ${says}`);
  await fill(server, shop, agents, conversations);
  return {
    says,
    /** Milliseconds from opening the chat until somebody has it, one after the other. */
    assignments: async (count: number): Promise<number[]> => {
      const waits: number[] = [];
      for (let n = 0; n < count; n += 1) {
        const access = await shop.browser().begin();
        const start = performance.now();
        const customer = shop.browser().connect(access);
        await untilState(customer, "active");
        waits.push(performance.now() - start);
        await customer.ask({ type: "end", id: randomId() });
        customer.close();
        // As they come, not as fast as they can.
        await sleep(50);
      }
      return waits;
    },
    close: () => server.stop(),
  };
}

async function fill(
  server: TestServer,
  { workstreamId, widgetId }: Shop,
  agents: number,
  conversations: number,
): Promise<void> {
  const post = async (body: object) => {
    const answer = await fetch(`${server.url}/bench/desk`, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const capacity = Math.ceil(conversations / agents) + 2;
  const people = Array.from({ length: agents }, (_, n) => ({
    id: `agent-${n}`,
    name: `Agent ${n}`,
    role: "agent",
    capacity,
    workstreamIds: [workstreamId],
  }));
  const offer = { mode: "automatic", seconds: 60 };
  // A later word than the organisation's own will ever be here.
  await post({
    roster: { rev: 1_000_000, agents: people, workstreams: [{ id: workstreamId, name: "Shop", offer }] },
    summaries: [],
  });
  const arrive = async ({ id }: { id: string }) => {
    const console_ = openBareWire(`${server.url}/bench/console?agent=${id}&tab=${randomId()}`, ["rejoin.v1", "bench"]);
    await console_.first;
    console_.send(JSON.stringify({ type: "presence", id: randomId(), presence: "available" }));
  };
  for (let n = 0; n < people.length; n += 50) await Promise.all(people.slice(n, n + 50).map(arrive));
  const all = Array.from({ length: conversations }, (_, n): Summary => {
    const agentId = `agent-${n % agents}`;
    return {
      conversationId: `filling-${n}`,
      rev: 1,
      workstreamId,
      widgetId,
      units: 1,
      customer: { name: null, verified: false },
      startedAt: Date.now(),
      phase: {
        state: "active",
        agent: { id: agentId, name: agentId },
        offerId: `offer-${n}`,
        since: Date.now(),
        away: null,
      },
    };
  });
  for (let n = 0; n < all.length; n += 500) await post({ summaries: all.slice(n, n + 500) });
}
