import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "../../worker/local/build.ts";
import { startServer } from "../support/server.ts";
import { machineLine } from "./kit/machine.ts";
import { soak } from "./soak/run.ts";
import { faults } from "./soak/tally.ts";

// `npm run soak -- --seconds 60 --conversations 1000`: that many conversations at once, both sides live over real sockets, with arrivals and
// lost lines at random. Ends with 0 only if nothing was lost, doubled or out of order and nobody saw an error. --seed N plays the same chances again.

// Whoever is told to stop takes the runtime along.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const { values: options } = parseArgs({
  options: { seconds: { type: "string" }, conversations: { type: "string" }, seed: { type: "string" } },
});
const number = (text: string | undefined, otherwise: number): number => {
  const read = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(read) && read > 0) return read;
  console.error(`"${text}" is not a number to go by.`);
  process.exit(2);
};
const seconds = number(options.seconds, 60);
const conversations = number(options.conversations, 1_000);
const seed = number(options.seed, 1 + Math.floor(Math.random() * 1_000_000));
console.log(`${machineLine()}\nseed ${seed}`);
const builtDir = mkdtempSync(join(tmpdir(), "rejoin-soak-built-"));
await build(builtDir);
const server = await startServer({ builtDir });
try {
  const { tally, memory, messagesPerSecond, live } = await soak({
    server,
    conversations,
    seconds,
    seed,
    say: console.log,
  });
  console.log(
    `${live.median} live at a time (${live.fewest} at least), ${tally.conversations} conversations, ${tally.drops} lost lines, ${tally.sent} messages, ${messagesPerSecond.toFixed(0)} per second`,
  );
  console.log(`lost ${tally.lost}, doubled ${tally.doubled}, out of order ${tally.misplaced}`);
  console.log(`memory of the runtime: ${memory.early.toFixed(0)} MB early, ${memory.late.toFixed(0)} MB late`);
  for (const [what, times] of tally.complaints) console.log(`${times} times: ${what}`);
  process.exitCode = faults(tally) === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(builtDir, { recursive: true, force: true });
}
process.exit();
