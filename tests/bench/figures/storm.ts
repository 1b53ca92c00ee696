import { createChat } from "../../../widget/client/customer.ts";
import { backoffMs } from "../../../widget/client/core/backoff.ts";
import { nodePorts } from "../../../widget/client/node.ts";
import { until } from "../../support/people.ts";
import { SHOP_ORIGIN } from "../../support/shop.ts";
import type { TestServer } from "../../support/server.ts";
import { type Bench, type Ground, sized } from "../kit/bench.ts";
import { compared, type Figure, ratioAtMost } from "../kit/figure.ts";
import { staff } from "../kit/pairs.ts";
import { inTurn, sleep } from "../kit/rounds.ts";
import { bareSocket, startBoth } from "../kit/server.ts";
import { quantile } from "../kit/statistics.ts";
import { type BareWire, openBareWire } from "../kit/wire.ts";

/** All customers come back at once after the server was killed, each by its own client. */
export const storm: Bench = {
  name: "storm",
  measure: async (ground): Promise<Figure[]> => {
    const count = sized(ground, 500, 5);
    const server = await startBoth(ground);
    try {
      ground.say(`${count} clients`);
      const crowd = await ourCrowd(server, count);
      const bare = bareCrowd(server, count);
      const { ours, base } = await inTurn(
        sized(ground, 5, 1),
        () => outage(ground, server, crowd),
        () => outage(ground, server, bare),
      );
      crowd.leave();
      const note = "as many bare sockets, retried with the same jitter: open, and the first frame";
      const name = `${count} clients after a restart: until 99 % are caught up`;
      return [compared({ name, unit: "s", note, aim: ratioAtMost(1.5) }, ours, base)];
    } finally {
      await server.stop();
    }
  },
};

interface Crowd {
  /** Everybody is connected. */
  ready(): Promise<void>;
  /** The instants at which each is back, from the next loss on. */
  back(): Promise<number[]>;
  /** Nobody wants to be connected, until `ready`. */
  rest(): void;
}

/** Seconds from when the server takes connections again until 99 of 100 are back. */
async function outage(ground: Ground, server: TestServer, crowd: Crowd): Promise<number> {
  await crowd.ready();
  await sleep(sized(ground, 1_000, 50));
  const back = crowd.back();
  await server.kill();
  await sleep(sized(ground, 2_000, 100));
  await server.restart();
  const start = performance.now();
  const took = (quantile(await back, 0.99) - start) / 1_000;
  crowd.rest();
  await sleep(sized(ground, 1_000, 50));
  return took;
}

async function ourCrowd(server: TestServer, count: number): Promise<Crowd & { leave(): void }> {
  const { shop } = await staff(server, count);
  const chats = await Promise.all(
    Array.from({ length: count }, async () => {
      const chat = createChat({ baseUrl: server.url, widgetId: shop.widgetId, ports: nodePorts(SHOP_ORIGIN) });
      await chat.lookUp();
      await chat.start();
      await until(chat, ({ view }) => view?.phase.state === "active");
      return chat;
    }),
  );
  const all = (is: "connected" | "lost") =>
    Promise.all(
      chats.map(async (chat) => {
        await until(chat, ({ status }) => (status.is === "connected") === (is === "connected"));
        return performance.now();
      }),
    );
  return {
    ready: async () => {
      for (const chat of chats) chat.return();
      await all("connected");
    },
    back: async () => {
      await all("lost");
      return all("connected");
    },
    rest: () => {
      for (const chat of chats) chat.drop();
    },
    leave: () => {
      for (const chat of chats) chat.dispose();
    },
  };
}

function bareCrowd(server: TestServer, count: number): Crowd {
  let wires: BareWire[] = [];
  const open = async (n: number): Promise<{ wire: BareWire; at: number }> => {
    for (let attempts = 0; ; attempts += 1) {
      const wire = openBareWire(bareSocket(server, `storm-${n}`));
      try {
        return { wire, at: await wire.first };
      } catch {
        await sleep(backoffMs(attempts, Math.random()));
      }
    }
  };
  return {
    ready: async () => {
      wires = (await Promise.all(Array.from({ length: count }, (_, n) => open(n)))).map(({ wire }) => wire);
    },
    back: async () => {
      const again = await Promise.all(wires.map((wire, n) => wire.closed.then(() => open(n))));
      wires = again.map(({ wire }) => wire);
      return again.map(({ at }) => at);
    },
    rest: () => {
      for (const wire of wires) wire.close();
    },
  };
}
