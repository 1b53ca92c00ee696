import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { ConversationView } from "../../widget/client/agent.ts";
import type { Line } from "../../widget/client/customer.ts";
import type { Truth } from "./oracle.ts";
import { readTruth } from "./oracle.ts";
import type { Tab } from "./people/browser.ts";
import { watchView } from "./people/browser.ts";
import type { Console } from "./people/console.ts";
import { deskProblems } from "./desk-rest.ts";
import type { World } from "./world.ts";

/** What has not come to rest by then never will, or is a fault that nobody should have to wait for. */
const PATIENCE_MS = 30_000;

/** Everything works again; resolves to how all conversations stand once nothing moves any more and all agree. */
export async function comeToRest(world: World): Promise<Map<string, Truth>> {
  await heal(world);
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const busy = [
      ...world.browsers.flatMap(({ tabs }) => tabs.flatMap(tabProblems)),
      ...world.consoles.flatMap(paneProblems),
    ];
    if (busy.length === 0 || Date.now() > giveUpAt) {
      const truths = await readAll(world);
      const problems = [
        ...busy,
        ...world.browsers.flatMap((browser) => viewProblems(browser, truths)),
        ...paneViews(world, truths),
        ...deskProblems(world, truths),
      ];
      if (problems.length === 0) {
        lookAtAll(world);
        return truths;
      }
      if (Date.now() > giveUpAt) {
        for (const problem of problems) world.history.complain(`at rest: ${problem}`);
        return truths;
      }
    }
    await sleep(40);
  }
}

/** Cables in, pages awake, and somebody at each device that was used: they do what a person would. */
async function heal({ browsers, consoles }: World): Promise<void> {
  for (const { network, page } of consoles) {
    network.set("good");
    page.thaw();
    page.tell({ type: "hint" });
  }
  for (const browser of browsers) {
    browser.network.set("good");
    if (browser.tabs.length === 0) await browser.open();
    for (const { page } of browser.tabs) {
      page.thaw();
      page.tell({ type: "hint" });
    }
  }
}

/** Every line of every screen, from the first one on. */
function lookAtAll({ history, browsers, consoles }: World): void {
  for (const { chat, place } of browsers.flatMap(({ tabs }) => tabs))
    watchView(history, chat.snapshot(), place, Infinity);
  for (const console of consoles)
    for (const { seat } of console.hands()) watchView(history, seat.snapshot(), console.name, Infinity);
}

async function readAll({ history, overseer }: World): Promise<Map<string, Truth>> {
  const ids = [...history.conversations];
  const truths = await Promise.all(ids.map((id) => readTruth(overseer, id)));
  return new Map(ids.map((id, n) => [id, truths[n]!]));
}

const waits = (lines: readonly Line[]) =>
  lines.some((line) => line.kind === "message" && (line.delivery.is === "waiting" || line.delivery.is === "sending"));

/** Why a page is not at rest. A question to its person is answered. */
function tabProblems({ chat, place }: Tab): string[] {
  const { entrance, status, lines } = chat.snapshot();
  switch (entrance.at) {
    case "unreachable":
      void chat.retry();
      return [`${place} is told ${entrance.code}`];
    case "offer":
      void chat.continue();
      return [`${place} is asked`];
    case "refused":
    case "looking-up":
    case "starting":
      return [`${place} is ${entrance.at}`];
    case "idle":
      void chat.lookUp();
      return [`${place} is idle`];
    case "none":
      return [];
    case "chatting":
    case "ended":
      if (entrance.access === null) return [];
      if (status.is !== "connected") return [`${place} is ${JSON.stringify(status)}`];
      return waits(lines) ? [`${place} has words that wait`] : [];
  }
}

function paneProblems(console: Console): string[] {
  const { status } = console.workplace.desk.snapshot();
  if (status.is !== "connected") return [`${console.name}'s desk is ${status.is}`];
  return console.hands().flatMap(({ conversationId, seat }) => {
    const shown = seat.snapshot();
    if (shown.status.is !== "connected") return [`${console.name} is ${shown.status.is} in ${conversationId}`];
    return waits(shown.lines) ? [`${console.name} has words that wait`] : [];
  });
}

/** As it goes over a wire: what is undefined is not there. */
const isSame = (one: unknown, other: unknown) =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one ?? null)), JSON.parse(JSON.stringify(other ?? null)));

/** Invariants 1, 2 and 6: what a screen shows is what stands written, to its end. */
function differs({ lines, hasBefore, view, seen }: ConversationView, truth: Truth): string[] {
  const standing = lines.filter(({ seq }) => seq !== null);
  const face = (line: { seq: number | null; at: number }) => `${line.seq} ${line.at}`;
  const tail = truth.lines.slice(truth.lines.length - standing.length);
  if (standing.map(face).join() !== tail.map(face).join()) return ["shows other lines than stand written"];
  if (!hasBefore && standing.length < truth.lines.length) return ["does not know that there is more before"];
  if (!isSame(view?.phase, truth.view.phase))
    return [`shows ${JSON.stringify(view?.phase)} for ${JSON.stringify(truth.view.phase)}`];
  return isSame(seen, truth.seen) ? [] : [`shows ${JSON.stringify(seen)} as read, for ${JSON.stringify(truth.seen)}`];
}

/** One browser shows one conversation, as it is, and nobody else's. */
function viewProblems({ name, tabs, who }: World["browsers"][number], truths: ReadonlyMap<string, Truth>): string[] {
  const inside = tabs.flatMap(({ chat, place }) => {
    const shown = chat.snapshot();
    return "access" in shown.entrance && shown.entrance.access !== null
      ? [{ place, shown, id: shown.entrance.access.conversationId }]
      : [];
  });
  const ids = new Set(inside.map(({ id }) => id));
  const problems = inside.flatMap(({ place, shown, id }) => {
    const truth = truths.get(id);
    if (truth === undefined) return [`${place} is in ${id}, of which nobody was told`];
    if (truth.subject !== null && truth.subject !== who) return [`${place} shows what is ${truth.subject}'s to ${who}`];
    return differs(shown, truth).map((problem) => `${place} ${problem}`);
  });
  if (ids.size > 1 || (ids.size === 1 && inside.length < tabs.length))
    problems.push(`${name}'s tabs show ${inside.length} of ${tabs.length} chats, in ${ids.size} conversations`);
  return problems;
}

function paneViews({ consoles }: World, truths: ReadonlyMap<string, Truth>): string[] {
  return consoles.flatMap((console) =>
    console.hands().flatMap(({ conversationId, seat }) => {
      const truth = truths.get(conversationId);
      return truth === undefined ? [] : differs(seat.snapshot(), truth).map((problem) => `${console.name} ${problem}`);
    }),
  );
}
