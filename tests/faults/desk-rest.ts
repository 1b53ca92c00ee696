import type { DeskFeed, DeskItem } from "#protocol/desk-frames.ts";
import type { Truth } from "./oracle.ts";
import type { World } from "./world.ts";

/** Invariants 7 and 9: at rest the desk has of each conversation what the conversation says of itself, and no room stands empty before a queue. */
export function deskProblems({ consoles, declined }: World, truths: ReadonlyMap<string, Truth>): string[] {
  const feeds = consoles.flatMap(({ workplace }) => workplace.desk.snapshot().feed ?? []);
  return [
    ...feeds.flatMap((feed) => slotProblems(feed, truths)),
    ...[...truths].flatMap(([id, truth]) => listProblems(id, truth, feeds, declined.has(id))),
  ];
}

/** Every unit that is taken is taken for what the conversation says, and for nothing else. */
function slotProblems({ me }: DeskFeed, truths: ReadonlyMap<string, Truth>): string[] {
  const owed = [...truths].flatMap(([id, { view, blocks }]) => {
    const { phase } = view;
    const takes = phase.state === "active" || (phase.state === "wrap-up" && isBlocking(blocks));
    return takes && phase.agent.id === me.id ? [id] : [];
  });
  const taken = me.slots.flatMap(({ reason, conversationId }) => (reason === "offered" ? [] : [conversationId]));
  return owed.toSorted().join() === taken.toSorted().join()
    ? []
    : [`${me.name} has units taken for ${taken.join()}, and owes ${owed.join()}`];
}

const isBlocking = (blocks: Truth["blocks"]) => blocks === "close" || (blocks !== null && blocks > Date.now());

function listProblems(id: string, { view, lines }: Truth, feeds: readonly DeskFeed[], isDeclined: boolean): string[] {
  const { phase } = view;
  const on = feeds.filter(({ mine }) => mine.some((item) => item.conversationId === id)).map(({ me }) => me.id);
  const rows = feeds.flatMap((feed) => rowsIn(feed).filter(({ conversationId }) => conversationId === id));
  const [row] = rows;
  const owner =
    phase.state === "active" || phase.state === "wrap-up"
      ? phase.agent.id
      : phase.state === "waiting"
        ? phase.previousAgent.id
        : null;
  if (on.join() !== (owner ?? "")) return [`${id} is ${phase.state} with ${owner}, and on the list of ${on.join()}`];
  if (phase.state === "closed") return row === undefined ? [] : [`${id} is closed, and on a list`];
  if (row === undefined && neverCame(view)) return [];
  if (row === undefined) return [`${id} is ${phase.state}, and on no list`];
  if (row.state !== phase.state) return [`${id} is ${phase.state}, and ${row.state} at the desk`];
  if (phase.state === "wrap-up") return [];
  const present = phase.customer.at === "present";
  if (row.present !== present)
    return [`${id}'s customer is ${phase.customer.at}, and otherwise at the desk: ${whoWasTold(feeds, id)}`];
  if (phase.state !== "open" || !present || isDeclined || isWished(lines)) return [];
  const isOffered = feeds.some(({ offers }) => offers.some(({ item }) => item.conversationId === id));
  const idle = feeds.find(({ me }) => me.presence === "available" && me.used < me.capacity);
  return isOffered || idle === undefined ? [] : [`${id} waits while ${idle.me.name} has room`];
}

/** Nobody has opened a socket since the start: the desk is told with the first one. */
function neverCame({ startedAt, phase }: Truth["view"]): boolean {
  return phase.state === "open" && phase.customer.at === "away" && phase.customer.since === startedAt;
}

function rowsIn({ mine, queue, offers }: DeskFeed): DeskItem[] {
  return [...mine, ...queue.first, ...offers.map(({ item }) => item)];
}

/** Of each console what it was told, and when: one of them may be behind. */
function whoWasTold(feeds: readonly DeskFeed[], id: string): string {
  return feeds
    .flatMap((feed) => {
      const row = rowsIn(feed).find(({ conversationId }) => conversationId === id);
      const told = row === undefined ? "nothing" : row.present ? "present" : "away";
      return `${feed.me.name} was told ${told} at ${new Date(feed.serverTime).toISOString()}`;
    })
    .join(", ");
}

/** Whoever had it last gave it to somebody else: then not everybody with room will do. */
function isWished(lines: Truth["lines"]): boolean {
  const left = lines.findLast(({ what }) => what?.type === "left")?.what;
  return left?.type === "left" && (left.reason === "gave-back" || left.reason === "transferred");
}
