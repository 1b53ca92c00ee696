import { inspect } from "node:util";
import fc from "fast-check";
import type { AgentPeer } from "../support/peers.ts";
import { signInOwner } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { Verdict } from "./judge.ts";
import { isClean } from "./judge.ts";
import type { Plan } from "./steps.ts";
import { plans } from "./steps.ts";
import { live } from "./world.ts";

export interface CampaignOptions {
  builtDir: string;
  seed: number;
  sequences: number;
  /** Servers that are tried side by side; each lives its sequences one after the other. */
  lanes: number;
  /** Most steps of one sequence. */
  longest: number;
  /** No new sequence begins after this instant. */
  until?: number;
  /** Repeats the one that failed: its lane's seed, and its path as it was printed. */
  path?: string | undefined;
  /** Whether what fails is made smaller before it is told; takes its time. */
  shrink?: boolean;
  onProgress?: (figures: Figures) => void;
}

/** What a campaign came to. */
export interface Figures {
  sequences: number;
  steps: number;
  kills: number;
  composed: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  inBox: number;
  misordered: number;
  wrong: number;
  /** How often each thing was drawn. */
  happened: { [what: string]: number };
}

export interface Failure {
  seed: number;
  path: string;
  plan: Plan;
  error: string;
  /** As it failed at first, before it was shrunk: it may have been another fault. What its server left on disk is kept. */
  first: { plan: Plan; error: string; dataDir: string } | null;
}

export interface Outcome {
  figures: Figures;
  failures: Failure[];
}

/** A server is given up after so many sequences: nobody's shop grows for ever. */
const SEQUENCES_EACH = 25;

/** Lives random plans on real servers and judges each. What fails is shrunk, and told with what repeats it. */
export async function campaign(options: CampaignOptions): Promise<Outcome> {
  const figures: Figures = {
    sequences: 0,
    steps: 0,
    kills: 0,
    composed: 0,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    inBox: 0,
    misordered: 0,
    wrong: 0,
    happened: {},
  };
  const each = Math.ceil(options.sequences / options.lanes);
  const failures = await Promise.all(
    Array.from({ length: options.lanes }, (_, lane) => runLane(options, options.seed + lane, each, figures)),
  );
  return { figures, failures: failures.flat() };
}

async function runLane(
  options: CampaignOptions,
  seed: number,
  sequences: number,
  figures: Figures,
): Promise<Failure[]> {
  const house = createHouse(options.builtDir);
  let first: Failure["first"] = null;
  const property = fc.asyncProperty(plans(options.longest), async (plan) => {
    const { server, overseer } = await house.enter();
    try {
      const verdict = await inTime((tell) => live(plan, server, overseer, seed, tell));
      // Shrinking repeats what is known to fail: it is counted once.
      if (first === null) count(figures, plan, verdict);
      options.onProgress?.(figures);
      if (!isClean(verdict)) throw new Error(JSON.stringify(verdict, null, 2));
    } catch (error) {
      // Whatever it was: the next life begins on a server of its own.
      if (first === null) first = { plan, error: inspect(error), dataDir: await house.abandon() };
      else await house.leave();
      throw error;
    }
  });
  const timeLeft =
    options.until === undefined ? {} : { interruptAfterTimeLimit: Math.max(1, options.until - Date.now()) };
  const path = options.path === undefined ? {} : { path: options.path };
  const details = await fc.check(property, {
    seed,
    numRuns: sequences,
    endOnFailure: options.shrink === false,
    ...timeLeft,
    ...path,
  });
  await house.leave();
  if (!details.failed || details.counterexample === null) return [];
  const error = inspect(details.errorInstance);
  return [{ seed, path: details.counterexamplePath ?? "", plan: details.counterexample[0], error, first }];
}

/** A life takes seconds, and half a minute to come to rest at most; one that stands still would silence its lane for good. */
const LONGEST_LIFE_MS = 300_000;

async function inTime<T>(live: (tell: (doing: string) => void) => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  let doing = "";
  const giveUp = () => late.reject(new Error(`this life did not come to its end; it stood still at "${doing}"`));
  const timer = setTimeout(giveUp, LONGEST_LIFE_MS);
  try {
    const life = live((next) => {
      doing = next;
    });
    return await Promise.race([life, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function count(figures: Figures, { steps }: Plan, verdict: Verdict): void {
  figures.sequences += 1;
  figures.steps += steps.length;
  figures.kills += steps.filter((step) => step.do === "kill").length;
  for (const step of steps) {
    const what = "is" in step ? `${step.do}: ${step.is}` : "does" in step ? `agent: ${step.does}` : step.do;
    figures.happened[what] = (figures.happened[what] ?? 0) + 1;
  }
  figures.composed += verdict.composed;
  figures.acknowledged += verdict.acknowledged;
  figures.lost += verdict.lost.length;
  figures.doubled += verdict.doubled.length;
  figures.inBox += verdict.inBox.length;
  figures.misordered += verdict.misordered.length;
  figures.wrong += verdict.wrong.length;
}

/** One server at a time, a fresh one every so often. */
function createHouse(builtDir: string) {
  let now: { server: TestServer; overseer: AgentPeer } | null = null;
  let entered = 0;
  const leave = async () => {
    await now?.server.stop();
    now = null;
  };
  return {
    leave,
    /** Kills it, and leaves what it has written where it is. */
    abandon: async () => {
      const dataDir = now?.server.dataDir ?? "";
      await now?.server.kill();
      now = null;
      return dataDir;
    },
    enter: async () => {
      entered += 1;
      if (entered % SEQUENCES_EACH === 0) await leave();
      if (now === null) {
        const server = await startServer({ builtDir });
        now = { server, overseer: await signInOwner(server.url, server.setupSecret) };
      }
      return now;
    },
  };
}

/** A failure as a person reads it, with the command that repeats it. */
export function describeFailure({ seed, path, plan, error, first }: Failure): string {
  const shown = ({ rules, steps }: Plan) =>
    `rules ${JSON.stringify(rules)}, steps:\n${steps.map((step) => `    ${JSON.stringify(step)},`).join("\n")}`;
  return [
    ...(first === null
      ? []
      : [`At first, with ${shown(first.plan)}\n${first.error}\nWhat it left on disk: ${first.dataDir}`]),
    `Shrunk to ${shown(plan)}\n${error}`,
    `Again: npm run faults -- --only campaign --seed ${seed} --path ${path}`,
  ].join("\n");
}
