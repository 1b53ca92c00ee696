import type { DeskFeed } from "#protocol/desk-frames.ts";
import type { Consoles } from "./consoles.ts";

/** Sends the feed: at once to agents whose own things changed, to all others at most once in this time. */
const FEED_EVERY_MS = 1_000;

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

export function createFeeder(consoles: Consoles, feedFor: (agentId: string, now: number) => DeskFeed): Feeder {
  let sentToAllAt = 0;
  let at: number | null = null;

  function send(agentIds: readonly string[], now: number): void {
    for (const agentId of agentIds) consoles.send(agentId, feedFor(agentId, now));
  }

  function sendToAll(now: number): void {
    sentToAllAt = now;
    at = null;
    send(consoles.agentIds(), now);
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
      send(own, now);
      if (own.length < open.length) at ??= sentToAllAt + FEED_EVERY_MS;
    },
    tick: (now) => {
      if (at !== null && at <= now) sendToAll(now);
    },
  };
}
