import { readFileSync } from "node:fs";
import { type Bench, type Ground, sized } from "../kit/bench.ts";
import { compared, type Figure, ratioAtMost } from "../kit/figure.ts";
import { barePair, ourPair, staff } from "../kit/pairs.ts";
import { inTurn, sleep } from "../kit/rounds.ts";
import { collectGarbage, startBoth } from "../kit/server.ts";
import type { TestServer } from "../../support/server.ts";

/** Objects leave memory after ten idle seconds, sockets stay; before the next alarm looks after them. */
const ASLEEP_MS = 14_000;

/** What an idle conversation weighs in the runtime, both sides connected, all asleep. */
export const memory: Bench = {
  name: "memory",
  measure: async (ground): Promise<Figure[]> => {
    const count = sized(ground, 500, 3);
    ground.say(`${count} idle pairs`);
    const weigh = (pair: (server: TestServer) => Promise<(n: number) => Promise<{ close(): void }>>) => () =>
      weighed(ground, count, pair);
    const { ours, base } = await inTurn(
      sized(ground, 3, 1),
      weigh(async (server) => {
        const staffed = await staff(server, count + 2);
        return () => ourPair(server, staffed);
      }),
      weigh(async (server) => (n) => barePair(server, `memory-${n}`)),
    );
    const note =
      "a bare Durable Object with two hibernating sockets; resident memory of the runtime once garbage was collected, per pair";
    return [
      compared(
        { name: "memory of an idle conversation, both sides connected", unit: "KB", note, aim: ratioAtMost(1.3) },
        ours,
        base,
      ),
    ];
  },
};

/** Kilobytes of resident memory for each pair, in a runtime of its own. */
async function weighed(
  ground: Ground,
  count: number,
  prepare: (server: TestServer) => Promise<(n: number) => Promise<{ close(): void }>>,
): Promise<number> {
  const server = await startBoth(ground);
  try {
    const open = await prepare(server);
    // What the first ones bring along (code, caches) is nobody's share.
    const first = [await open(count), await open(count + 1)];
    const before = await residentKb(ground, server);
    const pairs = [];
    for (let n = 0; n < count; n += 1) pairs.push(await open(n));
    const after = await residentKb(ground, server);
    for (const pair of [...first, ...pairs]) pair.close();
    return (after - before) / count;
  } finally {
    await server.stop();
  }
}

/** Without what V8 would free if it had to: that is the price of how they came, and not of what they are. */
async function residentKb(ground: Ground, server: TestServer): Promise<number> {
  await sleep(sized(ground, ASLEEP_MS, 50));
  await collectGarbage(server);
  const { pid } = server;
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kb);
}
