import { type Bench, sized } from "../kit/bench.ts";
import { atMost, compared, ratioAtLeast, ratioAtMost } from "../kit/figure.ts";
import { burst, poisson } from "../kit/load.ts";
import { barePair, ourPair, staff } from "../kit/pairs.ts";
import { inTurn } from "../kit/rounds.ts";
import { startBoth } from "../kit/server.ts";
import { seeded } from "../kit/statistics.ts";

const NOTE = "a bare Durable Object in the same runtime that inserts one row and sends it to both sockets";

/** One conversation: how long a message takes to the other side, and how many come through. */
export const messages: Bench = {
  name: "messages",
  measure: async (ground) => {
    const server = await startBoth(ground);
    try {
      const [ours, base] = [await ourPair(server, await staff(server, 1)), await barePair(server, "messages")];
      const random = seeded(1);
      const load = { perSecond: 100, seconds: sized(ground, 3, 0.2), random };
      const count = sized(ground, 2_000, 20);
      for (const pair of [ours, base]) await burst(pair, count);
      ground.say("messages, as they come");
      const rounds = sized(ground, 10, 1);
      const calm = await inTurn(
        rounds,
        () => poisson(ours, load),
        () => poisson(base, load),
      );
      ground.say("messages, as fast as they can");
      const rates = await inTurn(
        rounds,
        () => burst(ours, count),
        () => burst(base, count),
      );
      ours.close();
      base.close();
      const [p50s, p99s] = (["p50", "p99"] as const).map((at) => ({
        ours: calm.ours.map((latencies) => latencies[at]),
        base: calm.base.map((latencies) => latencies[at]),
      }));
      return [
        compared(
          { name: "message to the other side, p50", unit: "ms", note: NOTE, aim: ratioAtMost(1.3) },
          p50s!.ours,
          p50s!.base,
        ),
        compared(
          { name: "message to the other side, p99", unit: "ms", note: NOTE, aim: atMost(25, "ms") },
          p99s!.ours,
          p99s!.base,
        ),
        compared(
          { name: "messages of one conversation", unit: "per second", note: NOTE, aim: ratioAtLeast(0.8) },
          rates.ours,
          rates.base,
        ),
      ];
    } finally {
      await server.stop();
    }
  },
};
