import { createChat } from "../../../widget/client/customer.ts";
import { nodePorts } from "../../../widget/client/node.ts";
import { until } from "../../support/people.ts";
import { SHOP_ORIGIN } from "../../support/shop.ts";
import type { TestServer } from "../../support/server.ts";
import { randomId } from "../../support/peers.ts";
import { type Bench, type Ground, sized } from "../kit/bench.ts";
import { compared, type Figure, ratioAtMost } from "../kit/figure.ts";
import { type Staffed, staff } from "../kit/pairs.ts";
import { inTurn, sleep } from "../kit/rounds.ts";
import { bareSocket, startBoth } from "../kit/server.ts";
import { type BareWire, openBareWire, tabQuery } from "../kit/wire.ts";

const BARE = "a bare WebSocket to the same server, after the same rest: opening it, and its first frame";

/** Who comes back was away for a while: what they left behind has been dealt with, and both processes are at rest. */
const AWAY_MS = 150;

/** From "the network is back" to "up to date", by the client that customers have. */
export const resume: Bench = {
  name: "resume",
  measure: async (ground) => {
    const server = await startBoth(ground);
    try {
      const staffed = await staff(server, 20);
      return [...(await byMissed(ground, server, staffed)), await byLength(ground, server, staffed)];
    } finally {
      await server.stop();
    }
  },
};

async function byMissed(ground: Ground, server: TestServer, staffed: Staffed): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const missed of sized(ground, [0, 50, 500], [0, 3])) {
    ground.say(`resume, ${missed} missed`);
    const customer = await returning(server, staffed);
    const rounds = sized(ground, missed > 50 ? 9 : 25, 1);
    const { ours, base } = await inTurn(
      rounds,
      () => customer.comesBack(missed),
      () => bareOpening(server),
    );
    customer.leave();
    const aim = missed > 50 ? {} : { aim: ratioAtMost(1.5) };
    figures.push(
      compared({ name: `back with ${missed} missed, up to date`, unit: "ms", note: BARE, ...aim }, ours, base),
    );
  }
  return figures;
}

async function byLength(ground: Ground, server: TestServer, staffed: Staffed): Promise<Figure> {
  const [many, few] = sized(ground, [10_000, 10], [30, 10]);
  ground.say(`resume, ${many} entries before the cursor`);
  const [long, short] = [await returning(server, staffed, many), await returning(server, staffed, few)];
  const { ours, base } = await inTurn(
    sized(ground, 25, 1),
    () => long.comesBack(50),
    () => short.comesBack(50),
  );
  for (const customer of [long, short]) customer.leave();
  const name = `the same with 50 missed and ${many.toLocaleString("en")} entries before the cursor`;
  return compared({ name, unit: "ms", note: `with ${few} entries before it`, aim: ratioAtMost(1.1) }, ours, base);
}

/** A customer of our own client in a conversation of so many messages, and an agent who goes on writing while they are away. */
async function returning(server: TestServer, { shop, agent }: Staffed, length = 0) {
  const ports = nodePorts(SHOP_ORIGIN);
  const page = () => createChat({ baseUrl: server.url, widgetId: shop.widgetId, ports });
  const first = page();
  await first.lookUp();
  await first.start();
  const { conversationId } = await until(first, ({ view }) => view?.phase.state === "active");
  const seat = openBareWire(`${server.url}/v1/agent/conversations/${conversationId}/socket?${tabQuery()}`, [
    "rejoin.v1",
    await agent.ticket(),
  ]);
  await seat.first;
  await say(seat, length, 0);
  let chat = first;
  const lastOf = () => chat.snapshot().lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
  return {
    /** Milliseconds from the return until the client has everything. */
    comesBack: async (missed: number): Promise<number> => {
      // As after a reload, so that the page holds what pages hold, and not all that was said in the rounds before.
      chat.dispose();
      chat = page();
      await chat.lookUp();
      await until(chat, ({ status }) => status.is === "connected");
      chat.drop();
      await until(chat, ({ status }) => status.is === "suspended");
      const head = await say(seat, missed, lastOf());
      await sleep(AWAY_MS);
      const start = performance.now();
      chat.return();
      await until(chat, ({ status }) => status.is === "connected" && lastOf() >= head);
      return performance.now() - start;
    },
    leave: () => {
      chat.dispose();
      seat.close();
    },
  };
}

/** The agent says so many things; resolves to the number of the last, or to what was last. */
function say(agent: BareWire, count: number, last: number): Promise<number> {
  if (count === 0) return Promise.resolve(last);
  return new Promise<number>((resolve) => {
    let written = 0;
    agent.hear((text) => {
      const { entries = [] } = JSON.parse(text) as { entries?: { kind: string; seq: number }[] };
      for (const { kind, seq } of entries) if (kind === "message" && (written += 1) === count) resolve(seq);
    });
    for (let n = 0; n < count; n += 1)
      agent.send(
        JSON.stringify({ type: "message", id: randomId(), text: `It is on its way; this is word ${n} on it.` }),
      );
  });
}

/** Milliseconds for opening a bare socket until its first frame; from rest, as ours, since what comes right after other work is faster. */
async function bareOpening(server: TestServer): Promise<number> {
  await sleep(AWAY_MS);
  const start = performance.now();
  const wire = openBareWire(bareSocket(server, "opened"));
  const end = await wire.first;
  wire.close();
  return end - start;
}
