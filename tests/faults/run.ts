import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "../../worker/local/build.ts";
import { campaign, describeFailure } from "./campaign.ts";
import { isClean } from "./judge.ts";
import { killLoop } from "./kill-loop.ts";
import { liveNaively } from "./naive.ts";

const USAGE = `npm run faults -- [--minutes M] [--seed N] [--sequences S] [--kills K] [--lanes L]
               [--only controls|kills|campaign] [--path P]
The long run: the controls that must fail, the kill loop, and the campaign. It ends when all is done, or the minutes are over.
Exit 0 only if nothing was lost, doubled, out of order or otherwise wrong. --path repeats what failed.`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "480" },
    seed: { type: "string" },
    sequences: { type: "string", default: "10000" },
    kills: { type: "string", default: "500" },
    lanes: { type: "string", default: "4" },
    only: { type: "string" },
    path: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const until = Date.now() + Number(values.minutes) * 60_000;
const wants = (part: string) => values.only === undefined || values.only === part;
const builtDir = mkdtempSync(join(tmpdir(), "rejoin-faults-"));
await build(builtDir);

let failed = false;
const say = (words: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
const report = (what: string, isGood: boolean) => {
  failed ||= !isGood;
  say(`${isGood ? "ok  " : "FAIL"} ${what}`);
};
/** Says how far it is, at most every ten seconds. */
let toldAt = Date.now();
const progress = (words: () => string) => {
  if (Date.now() - toldAt < 10_000) return;
  toldAt = Date.now();
  say(`     ${words()}`);
};

try {
  say(`seed ${seed}`);
  if (wants("controls")) {
    const [careless, nameless] = await Promise.all([
      liveNaively("no-outbox", builtDir),
      liveNaively("no-ids", builtDir),
    ]);
    report(`control without outbox: ${careless.lost.length} of ${careless.composed} lost`, careless.lost.length > 0);
    report(
      `control without ids: ${nameless.doubled.length} of ${nameless.composed} doubled`,
      nameless.doubled.length > 0,
    );
  }
  if (wants("kills")) {
    // Where all is wanted, the campaign has most of the time.
    const share = values.only === undefined ? Date.now() + (until - Date.now()) / 3 : until;
    const { kills, verdict } = await killLoop({
      builtDir,
      seed,
      kills: Number(values.kills),
      conversations: 12,
      until: share,
      onProgress: (done) => progress(() => `${done} kills`),
    });
    const { composed, acknowledged, lost, doubled, misordered, wrong } = verdict;
    report(
      `${kills} kills: ${composed} composed, ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled, ${misordered.length} misordered, ${wrong.length} otherwise wrong`,
      isClean(verdict),
    );
    if (!isClean(verdict)) console.log(JSON.stringify({ lost, doubled, misordered, wrong }, null, 2));
  }
  if (wants("campaign")) {
    const { figures, failures } = await campaign({
      builtDir,
      seed,
      sequences: Number(values.sequences),
      lanes: values.path === undefined ? Number(values.lanes) : 1,
      longest: 25,
      until,
      path: values.path,
      onProgress: ({ sequences, acknowledged }) => progress(() => `${sequences} lives, ${acknowledged} messages`),
    });
    const { happened, ...counts } = figures;
    report(`campaign: ${JSON.stringify(counts)}`, failures.length === 0);
    say(`     drawn: ${JSON.stringify(happened)}`);
    for (const failure of failures) console.log(`\n${describeFailure(failure)}`);
  }
} finally {
  rmSync(builtDir, { recursive: true, force: true });
}
// Pages that crashed on purpose leave timers behind.
process.exit(failed ? 1 : 0);
