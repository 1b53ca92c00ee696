import { readFileSync } from "node:fs";
import { agentIn, customerBy, until } from "../../support/people.ts";
import type { TestServer } from "../../support/server.ts";
import { openShop } from "../../support/shop.ts";
import { onDuty } from "../../support/talk.ts";
import { sleep } from "../kit/rounds.ts";
import { median, nextArrivalMs, seeded } from "../kit/statistics.ts";
import { talk, within } from "./talk.ts";
import { createTally, type Tally } from "./tally.ts";

export interface SoakOptions {
  server: TestServer;
  /** So many are live at any time. */
  conversations: number;
  seconds: number;
  seed: number;
  say(line: string): void;
}

export interface SoakResult {
  tally: Tally;
  /** Megabytes of resident memory of the runtime: once everybody was there, and at the end. */
  memory: { early: number; late: number };
  /** While everybody was there. */
  messagesPerSecond: number;
  /** Conversations that were live, both sides seated, at each second's end: the fewest, and as many as at half of them. */
  live: { fewest: number; median: number };
}

/** How many each agent has at a time. */
const CAPACITY = 50;
/** A conversation lasts about so long, then another customer comes. */
const LIFE_SECONDS = 120;
const ARRIVALS_A_SECOND = 40;
/** They come within a minute; whoever is not in after this is not waited for. */
const FIRSTS_MS = 300_000;
/** So many are on their way in at a time: a thousand who come within seconds are another test. */
const ARRIVING_AT_ONCE = 10;

/** Many conversations at once, both sides live, for as long as asked; whoever goes is followed by somebody new. */
export async function soak({ server, conversations, seconds, seed, say }: SoakOptions): Promise<SoakResult> {
  const random = seeded(seed);
  const tally = createTally();
  const shop = await openShop(server);
  const agents = await Promise.all(
    Array.from({ length: Math.ceil(conversations / CAPACITY) }, (_, n) => shop.agent(`Agent ${n}`, CAPACITY + 10)),
  );
  const desks = await Promise.all(agents.map((agent) => onDuty(agent)));
  const heart = setInterval(() => desks.forEach((desk) => desk.send("ping")), 10_000);

  let isOver = false;
  let arriving = 0;
  let live = 0;
  for (const desk of desks)
    void desk.closed.then((code) => {
      if (!isOver) tally.complain(`an agent's place at the desk was closed: ${code}`);
    });
  const place = async (taken: () => void) => {
    for (;;) {
      while (arriving >= ARRIVING_AT_ONCE && !isOver) await sleep(20);
      if (isOver) return taken();
      arriving += 1;
      const { chat } = customerBy(server.url, shop);
      await chat.lookUp();
      await chat.start();
      const active = until(chat, ({ view }) => view?.phase.state === "active");
      const given = await within(active, "nobody was given the conversation", tally);
      arriving -= 1;
      const phase = given?.view?.phase;
      const peer = agents.find(({ agentId }) => phase?.state === "active" && phase.agent.id === agentId);
      if (peer === undefined || !given?.conversationId) {
        const { entrance, status, view: seen } = chat.snapshot();
        tally.complain(
          `left waiting: ${entrance.at}${"code" in entrance ? ` (${entrance.code})` : ""}, ${status.is}, ${seen?.phase.state ?? "nothing heard"}`,
        );
        chat.dispose();
        continue;
      }
      const agent = agentIn(server.url, peer, given.conversationId);
      const seated = until(agent, ({ status }) => status.is === "connected");
      if ((await within(seated, "an agent did not get in", tally)) === null) continue;
      tally.conversations += 1;
      live += 1;
      taken();
      const life = sleep(nextArrivalMs(1 / LIFE_SECONDS, random()));
      await talk(chat, agent, Promise.race([life, over]), random, tally);
      live -= 1;
      chat.dispose();
      agent.dispose();
    }
  };
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve)).then(() => void (isOver = true));
  const places: Promise<void>[] = [];
  const firsts: Promise<void>[] = [];
  for (let n = 0; n < conversations; n += 1) {
    firsts.push(new Promise((taken) => places.push(place(taken))));
    await sleep(nextArrivalMs(ARRIVALS_A_SECOND, random()));
  }
  await within(Promise.all(firsts), "not everybody was ever let in", tally, FIRSTS_MS);
  say(`${conversations} have come, ${live} are live`);
  const residents: number[] = [];
  const lives: number[] = [];
  const before = tally.sent;
  const startedAt = performance.now();
  while (performance.now() < startedAt + seconds * 1_000) {
    await sleep(Math.min(1_000, seconds * 100));
    residents.push(residentMb(server));
    lives.push(live);
  }
  const took = (performance.now() - startedAt) / 1_000;
  end();
  await Promise.all(places);
  clearInterval(heart);
  for (const desk of desks) desk.close();
  const part = Math.max(1, Math.floor(residents.length / 4));
  return {
    tally,
    memory: { early: median(residents.slice(0, part)), late: median(residents.slice(-part)) },
    messagesPerSecond: (tally.sent - before) / took,
    live: { fewest: Math.min(...lives), median: median(lives) },
  };
}

function residentMb({ pid }: TestServer): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kb) / 1_024;
}
