import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../../worker/local/root.ts";
import type { Bench } from "../kit/bench.ts";
import { atMost, counted, type Figure } from "../kit/figure.ts";

/** Dollars for a million, beyond what the paid plan includes; Cloudflare's documentation of Durable Objects and Workers, as of 2026-11. */
const PRICES = { rows: 1, objectRequests: 0.15, workerRequests: 0.3, gigabyteSeconds: 12.5 };
/** Of the script: the page's start, its five sockets and two look-ups, the agent's ticket and socket. */
const WORKER_REQUESTS = 10;
/** Of an object that handles something, until what it wrote is durable: at most this long, for 128 MB. Assumed, since nothing here has the disk of production. */
const SECONDS_AN_EVENT = 0.02;

interface Spending {
  rows: Record<string, number>;
  requests: Record<string, number>;
  messages: number;
}

/** What one conversation costs, counted by instruments in the runtime (`tests/worker/price.test.ts`) and multiplied by the published prices. */
export const cost: Bench = {
  name: "cost",
  measure: async (ground): Promise<Figure[]> => {
    const { rows, requests, messages } = await counts();
    const sum = (counted: Record<string, number>) => Object.values(counted).reduce((all, each) => all + each, 0);
    const billed = sum(requests) + messages / 20;
    const events = sum(requests) + messages;
    const dollars =
      (sum(rows) * PRICES.rows +
        billed * PRICES.objectRequests +
        WORKER_REQUESTS * PRICES.workerRequests +
        events * SECONDS_AN_EVENT * 0.128 * PRICES.gigabyteSeconds) /
      1_000;
    const list = (counted: Record<string, number>) =>
      Object.entries(counted)
        .toSorted(([, a], [, b]) => b - a)
        .map(([what, amount]) => `${amount} ${what}`)
        .join(", ");
    ground.say(`rows: ${list(rows)}`);
    ground.say(`requests: ${list(requests)}; ${messages} socket messages`);
    const script = "18 messages, 4 reconnects, one hold, 12 minutes with liveness";
    return [
      counted(
        {
          name: "rows written for a message",
          unit: "rows",
          note: "what storing it takes at least; that nothing stands twice is seen to in memory",
          aim: atMost(2, "rows"),
        },
        (rows["Conversation: messages"] ?? 0) / 18,
        1,
      ),
      counted(
        {
          name: "rows written for a conversation",
          unit: "rows",
          note: `${script}; its messages alone`,
          aim: atMost(80, "rows"),
        },
        sum(rows),
        rows["Conversation: messages"] ?? 0,
      ),
      counted(
        { name: "object requests for a conversation", unit: "requests", note: script, aim: atMost(40, "requests") },
        billed,
      ),
      counted(
        { name: "1,000 conversations, at the published prices", unit: "dollars", note: `${script}; rows alone` },
        dollars,
        (sum(rows) * PRICES.rows) / 1_000,
      ),
    ];
  },
};

/** Runs the test that counts, and takes its counts from the report. */
async function counts(): Promise<Spending> {
  const dir = mkdtempSync(join(tmpdir(), "rejoin-cost-"));
  try {
    const file = join(dir, "report.json");
    const run = ["run", "--project", "worker", "tests/worker/price.test.ts", "--reporter=json", `--outputFile=${file}`];
    await promisify(execFile)(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...run], { cwd: root });
    const report = JSON.parse(readFileSync(file, "utf8")) as {
      testResults: { assertionResults: { meta: { spending?: Spending } }[] }[];
    };
    const spending = report.testResults[0]?.assertionResults[0]?.meta.spending;
    if (spending === undefined) throw new Error("the test has counted nothing");
    return spending;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
