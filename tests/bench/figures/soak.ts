import { startServer } from "../../support/server.ts";
import { type Bench, sized } from "../kit/bench.ts";
import { atMost, counted, type Figure, ratioAtMost } from "../kit/figure.ts";
import { soak as run } from "../soak/run.ts";
import { faults } from "../soak/tally.ts";

/** A thousand conversations for a minute. `npm run soak` runs it alone, for as long as asked. */
export const soak: Bench = {
  name: "soak",
  measure: async (ground): Promise<Figure[]> => {
    const conversations = sized(ground, 1_000, 3);
    const server = await startServer({ builtDir: ground.builtDir });
    try {
      const seconds = sized(ground, 60, 2);
      const { tally, memory, messagesPerSecond, live } = await run({
        server,
        conversations,
        seconds,
        seed: 1,
        say: ground.say,
      });
      const note = `${live.median} live at a time (${live.fewest} at least), ${tally.conversations} in all, ${tally.drops} lost lines, ${tally.sent} messages`;
      for (const [what, times] of tally.complaints) ground.say(`${times} times: ${what}`);
      return [
        counted(
          {
            name: "soak: messages lost, doubled or out of order, and errors that a person would see",
            unit: "",
            note,
            aim: atMost(0),
          },
          faults(tally),
        ),
        counted({ name: "soak: messages", unit: "per second", note }, messagesPerSecond),
        counted(
          {
            name: "soak: memory of the runtime at the end",
            unit: "MB",
            note: `${note}; beside its beginning`,
            aim: ratioAtMost(1.2),
          },
          memory.late,
          memory.early,
        ),
      ];
    } finally {
      await server.stop();
    }
  },
};
