import type { DeskFeed } from "#protocol/desk-frames.ts";
import type { Consoles } from "./consoles.ts";

/** Sends the feed: at once to agents whose own things changed, to all others at most once in this time. */
const FEED_EVERY_MS = 1_000;
/** Telling everybody of everybody grows with the square of them: so many rows a second, and no more, are spent on it. */
const COLLEAGUES_A_SECOND = 20_000;

/** How long nobody is told anew of their colleagues; no longer than a feed waits anyway while there are fewer than a hundred or so. */
export function colleaguesEveryMs(consoles: number, agents: number): number {
  return Math.max(FEED_EVERY_MS, Math.round((consoles * agents * 1_000) / COLLEAGUES_A_SECOND));
}

export interface Feeder {
  /** Something changed, for these agents something of their own. */
  changed(urgent: readonly string[], now: number): void;
  /** Sends what was put off, if its time has come. */
  tick(now: number): void;
  /**
   * When to tick; null if nobody waits for anything. Lives in memory alone: an object that is put to sleep has been
   * idle for longer than this, and consoles of one that was killed connect anew and get a snapshot.
   */
  readonly at: number | null;
}

/** What kind of feed is asked for: `few`: not for everybody at once. */
export interface FeedKind {
  withColleagues: boolean;
  few: boolean;
}

/** As many feeds are made one by one; beyond it is cheaper to sort the whole desk out first. */
const FEW = 3;

export function createFeeder(
  consoles: Consoles,
  feedFor: (agentId: string, now: number, kind: FeedKind) => DeskFeed,
  agents: () => number,
): Feeder {
  let sentToAllAt = 0;
  let toldOfColleaguesAt = 0;
  let at: number | null = null;

  function send(agentIds: readonly string[], now: number, withColleagues: boolean): void {
    const kind = { withColleagues, few: agentIds.length <= FEW };
    for (const agentId of agentIds) consoles.send(agentId, feedFor(agentId, now, kind));
  }

  function sendToAll(now: number): void {
    const open = consoles.agentIds();
    const dueAt = toldOfColleaguesAt + colleaguesEveryMs(open.length, agents());
    const withColleagues = dueAt <= now;
    sentToAllAt = now;
    if (withColleagues) toldOfColleaguesAt = now;
    // What was left out follows, even if nothing else happens until then.
    at = withColleagues ? null : dueAt;
    send(open, now, withColleagues);
  }

  return {
    get at() {
      return at;
    },
    changed: (urgent, now) => {
      const open = consoles.agentIds();
      if (open.length === 0) return;
      if (sentToAllAt + FEED_EVERY_MS <= now) return sendToAll(now);
      const own = open.filter((agentId) => urgent.includes(agentId));
      send(own, now, colleaguesEveryMs(open.length, agents()) === FEED_EVERY_MS);
      if (own.length < open.length) at = Math.min(at ?? Infinity, sentToAllAt + FEED_EVERY_MS);
    },
    tick: (now) => {
      if (at !== null && at <= now) sendToAll(now);
    },
  };
}
