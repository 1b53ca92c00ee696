import { startFaultProxy } from "../../../worker/local/faults/fault-proxy.ts";
import { sleep } from "../kit/rounds.ts";
import { nextArrivalMs } from "../kit/statistics.ts";

/** Two people who talk by some system, the customer through a cable that can be cut. */
export interface Troupe {
  /** By which way the customer reaches the server is the cable's; the agent's way is whole. */
  begin(cable: string): Promise<{ customer: Voice; agent: Voice; leave(): void }>;
  port: number;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/** One side: what it says, and all that it was shown, in order. */
export interface Voice {
  say(text: string): void;
  heard(): readonly string[];
  /** Resolves when nothing is on its way any more, as far as this side can know; or after a while. */
  settled(): Promise<void>;
}

export interface Script {
  cuts: number;
  cutSeconds: number;
  perSecond: number;
  random: () => number;
}

/** What became of the messages, of both directions together. */
export interface Outcome {
  sent: number;
  lost: number;
  doubled: number;
  misplaced: number;
}

/**
 * The same for everybody: both talk all the time; the customer's cable is cut for some seconds, again and again; at last the server is
 * killed in the middle of it and started again. Then it is counted what each has heard of the other.
 */
export async function play(troupe: Troupe, { cuts, cutSeconds, perSecond, random }: Script): Promise<Outcome> {
  const proxy = await startFaultProxy(troupe.port);
  const { customer, agent, leave } = await troupe.begin(proxy.url);
  const said = { customer: [] as string[], agent: [] as string[] };
  let talking = true;
  const talk = async (voice: Voice, list: string[], name: string) => {
    while (talking) {
      await sleep(nextArrivalMs(perSecond, random()));
      const text = `${name} ${list.length}`;
      list.push(text);
      voice.say(text);
    }
  };
  const talks = [talk(customer, said.customer, "customer"), talk(agent, said.agent, "agent")];
  for (let n = 0; n < cuts; n += 1) {
    await sleep(1_000);
    proxy.set("refuse");
    proxy.cut("rst");
    await sleep(cutSeconds * 1_000);
    proxy.set({ mode: "pass" });
  }
  await sleep(1_500);
  await troupe.kill();
  await sleep(cutSeconds * 500);
  await troupe.restart();
  await sleep(1_500);
  talking = false;
  await Promise.all(talks);
  await Promise.all([customer.settled(), agent.settled()]);
  const outcomes = [outcomeOf(said.customer, agent.heard()), outcomeOf(said.agent, customer.heard())];
  leave();
  await proxy.close();
  return outcomes.reduce((a, b) => ({
    sent: a.sent + b.sent,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    misplaced: a.misplaced + b.misplaced,
  }));
}

function outcomeOf(said: readonly string[], heard: readonly string[]): Outcome {
  const once = new Set(heard);
  const known = heard.filter((text) => said.includes(text));
  const order = known.map((text) => said.indexOf(text));
  return {
    sent: said.length,
    lost: said.filter((text) => !once.has(text)).length,
    doubled: known.length - new Set(known).size,
    misplaced: order.filter((place, n) => n > 0 && place < (order[n - 1] ?? 0)).length,
  };
}
