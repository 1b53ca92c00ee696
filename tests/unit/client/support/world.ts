import type { OpenSocket, Page, PageEvent, Ports } from "../../../../widget/client/io/ports.ts";
import { createManualClock } from "./manual-clock.ts";
import type { ManualClock } from "./manual-clock.ts";
import { createModelServer } from "./model-server.ts";
import type { ModelServer } from "./model-server.ts";
import { createSharedStore } from "../../../support/shared-store.ts";

/** What the network does: carry, refuse new sockets at once, or swallow everything without a word. */
export type Network = "up" | "down" | "black-hole";

export interface World {
  clock: ManualClock;
  server: ModelServer;
  stored: ReadonlyMap<string, string>;
  network(mode: Network): void;
  /** Closes every socket that is open, with what is under way on it. */
  cut(code?: number): void;
  /** Sockets that are open or opening, as the network sees them. */
  open(): number;
  attempts(): number;
  /** A page of the one browser, with a way to tell it things. */
  tab(): { ports: Ports; tell(event: PageEvent): void };
  /** The code that new sockets are refused with; null for none. */
  refuse(code: number | null): void;
  redirects: string[];
  /** Tabs hear of each other's storage up to this late, in milliseconds. */
  lag(ms: number): void;
}

/** A little world to be offline in: `random` in [0, 1) decides latencies and jitter, so that a seed decides everything. */
export function createWorld(
  random: () => number,
  fetch: Ports["fetch"] = () => Promise.reject(new Error("no server")),
): World {
  const clock = createManualClock();
  const server = createModelServer(clock.now);
  let lagMs = 0;
  const store = createSharedStore((work) =>
    lagMs === 0 ? queueMicrotask(work) : void clock.after(Math.floor(random() * lagMs), work),
  );
  const redirects: string[] = [];
  let mode: Network = "up";
  let refusal: number | null = null;
  let attempts = 0;
  let ids = 0;
  const sockets = new Set<(code: number) => void>();

  const openSocket: OpenSocket = (url, protocols, listener) => {
    attempts += 1;
    if (protocols[0] !== "rejoin.v1") throw new Error("wrong subprotocol");
    let isOpen = true;
    // A stream with a hole in it does not go on: what swallowed once swallows for good.
    let isDead = false;
    let peer: ReturnType<ModelServer["connect"]> | null = null;
    // In each direction what is said arrives in order, some time later, or never.
    const lane = (): ((work: () => void) => void) => {
      let last = 0;
      return (work) => {
        last = Math.max(last, clock.now() + Math.floor(random() * 40));
        clock.after(last - clock.now(), () => {
          isDead ||= mode === "black-hole";
          if (isOpen && !isDead) work();
        });
      };
    };
    const up = lane();
    const down = lane();
    const shut = (code: number): void => {
      if (!isOpen) return;
      // The server's own closes are said in a frame first; whoever understands it does not wait for the rest.
      if (code >= 4000) listener.received(JSON.stringify({ type: "bye", code }));
      isOpen = false;
      sockets.delete(shut);
      peer?.gone();
      listener.closed(code);
    };
    sockets.add(shut);
    if (mode === "down") clock.after(1, () => shut(1006));
    else
      up(() => {
        listener.opened();
        if (refusal !== null) return down(() => shut(refusal ?? 1006));
        peer = server.connect(new URL(url).searchParams, {
          say: (frame) => down(() => listener.received(JSON.stringify(frame))),
          close: (code) => down(() => shut(code)),
        });
      });
    return {
      send: (text) =>
        up(() => {
          if (text === "ping") down(() => listener.received("pong"));
          else peer?.hear(text);
        }),
      close: () => {
        isOpen = false;
        sockets.delete(shut);
        peer?.gone();
      },
    };
  };

  return {
    clock,
    server,
    stored: store.values,
    redirects,
    network: (next) => {
      mode = next;
    },
    cut: (code = 1006) => {
      for (const shut of sockets) shut(code);
    },
    open: () => sockets.size,
    attempts: () => attempts,
    refuse: (code) => {
      refusal = code;
    },
    lag: (ms) => {
      lagMs = ms;
    },
    tab: () => {
      const listeners = new Set<(event: PageEvent) => void>();
      const page: Page = {
        hidden: () => false,
        listen: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        redirect: (url) => redirects.push(url),
        linkAnswered: () => {},
      };
      const chance = { random, id: () => `id-${String((ids += 1)).padStart(22, "0")}` };
      return {
        ports: { clock, chance, store: store.tab(), page, openSocket, fetch },
        tell: (event) => {
          for (const listener of listeners) listener(event);
        },
      };
    },
  };
}
