import type { Entry } from "#protocol/entries.ts";
import { FIRST_ENTRIES, PONG } from "#protocol/limits.ts";
import type { Frame } from "../support/frames.ts";
import type { History, Line } from "./history.ts";
import { HASTE } from "./people/page.ts";

/** Looks at all that comes over one socket of a page. */
export interface SocketWatch {
  /** Something came; null: the socket has opened. */
  heard(text: string | null): void;
  /** The page does not run, so it can notice nothing. */
  pause(paused: boolean): void;
  /** The page has given it up, or it is closed. */
  over(): void;
}

export interface Watch {
  socket(url: string, by: string): SocketWatch;
  close(): void;
}

/** Invariant 5, by the page's own clock. */
const SILENT_MS = 20_000;
const LOOK_EVERY_MS = 50;

export const toLine = (entry: Entry): Line => {
  const { seq, at } = entry;
  return entry.kind === "message"
    ? { seq, at, id: entry.id, text: entry.text, what: null }
    : { seq, at, id: null, text: null, what: entry.what as Line["what"] };
};

/** Sees on the wire: that all are told the same, in order, no more than they missed (invariants 2 and 4), and that silence is noticed (5). */
export function watchWires(history: History): Watch {
  const listening = new Set<{ by: string; silentFor: number; paused: boolean }>();
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const since = performance.now() - lookedAt;
    lookedAt += since;
    // What this process slept through, its pages could not notice either.
    const passed = Math.min(since, LOOK_EVERY_MS) * HASTE;
    for (const ear of listening) {
      if (!ear.paused) ear.silentFor += passed;
      if (ear.silentFor > SILENT_MS) history.complain(`${ear.by} believes in a socket that is silent for too long`);
    }
  }, LOOK_EVERY_MS);

  return {
    close: () => clearInterval(timer),
    socket: (url, by) => {
      const replay = watchReplay(url, by, history);
      const ear = { by, silentFor: 0, paused: false };
      return {
        heard: (text) => {
          listening.add(ear);
          ear.silentFor = 0;
          if (text !== null && text !== PONG) replay(JSON.parse(text) as Frame);
        },
        pause: (paused) => {
          ear.paused = paused;
          ear.silentFor = 0;
        },
        over: () => listening.delete(ear),
      };
    },
  };
}

/** Follows one socket of a conversation from its welcome on. */
function watchReplay(url: string, by: string, history: History): (frame: Frame) => void {
  const asked = new URL(url).searchParams.get("after");
  let conversationId = "";
  let next = 0;
  let replayed = 0;
  let isLive = false;

  const take = (entries: readonly Entry[], what: string) => {
    for (const entry of entries) {
      if (entry.seq !== next) history.complain(`${by}: ${what} brings ${entry.seq} where ${next} was next`);
      next = entry.seq + 1;
      history.see(conversationId, toLine(entry), by);
    }
  };
  return (frame) => {
    const entries = (frame["entries"] ?? []) as Entry[];
    switch (frame.type) {
      case "welcome": {
        ({ conversationId } = frame["view"] as { conversationId: string });
        history.enter(conversationId);
        const resumed = frame["mode"] === "resumed";
        next = resumed ? Number(asked) + 1 : (entries[0]?.seq ?? 1);
        if (!resumed && entries.length > FIRST_ENTRIES) history.complain(`${by}: a snapshot of ${entries.length}`);
        take(entries, "welcome");
        replayed = entries.length;
        isLive = frame["more"] !== true;
        if (resumed && replayed > (frame["head"] as number) - Number(asked))
          history.complain(`${by}: was told ${replayed}, and had missed less`);
        return;
      }
      case "page":
        // A page that was asked for twice brings nothing new.
        if (!isLive) take(entries, "page");
        isLive ||= frame["more"] !== true;
        return;
      case "update":
        if (entries.length > 0 && !isLive) history.complain(`${by}: live entries came before the replay was through`);
        else take(entries, "update");
        return;
      case "history":
        for (const entry of entries) history.see(conversationId, toLine(entry), by);
        return;
      default:
    }
  };
}
