import type { Clock, OpenSocket, PageEvent, Ports, Store } from "../../../widget/client/io/ports.ts";
import { nodePorts } from "../../../widget/client/node.ts";
import type { SocketWatch } from "../watch.ts";

/** Time runs so much faster for pages than for the server: twenty seconds of patience pass in two and a half. */
export const HASTE = 8;

export interface DeviceClock extends Clock {
  /** Somebody, or a time server, sets it; timers go on. */
  set(byMs: number): void;
}

export function hastyClock(): DeviceClock {
  const startedAt = Date.now();
  let offMs = 0;
  return {
    set: (byMs) => {
      offMs += byMs;
    },
    now: () => startedAt + (Date.now() - startedAt) * HASTE + offMs,
    after: (ms, work) => {
      const timer = setTimeout(work, Math.max(0, Math.ceil(ms / HASTE)));
      return () => clearTimeout(timer);
    },
  };
}

/** A page in memory: the client's ports, and what browsers do to pages. */
export interface Page {
  readonly ports: Ports;
  readonly frozen: boolean;
  tell(event: PageEvent): void;
  /** Nothing of it runs until it is thawed; what happens meanwhile comes after. */
  freeze(): void;
  thaw(): void;
  /** Nothing of it runs any more, and it says goodbye to nobody. */
  die(): void;
}

export interface PageOptions {
  /** What the browser says of the page. */
  origin: string;
  clock: Clock;
  store: Store;
  /** Sent along with each request. */
  cookie?: string;
  watchSocket: (url: string) => SocketWatch;
  redirect?: () => void;
}

export function openPage({ origin, clock, store, cookie, watchSocket, redirect }: PageOptions): Page {
  const plain = nodePorts(origin);
  const listeners = new Set<(event: PageEvent) => void>();
  let life: "runs" | "frozen" | "dead" = "runs";
  let waiting: (() => void)[] = [];
  const watches = new Set<SocketWatch>();

  /** Does this when the page runs. */
  const gate = (work: () => void) => {
    if (life === "runs") work();
    else if (life === "frozen") waiting.push(work);
  };
  const gated = <T>(promise: Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      promise.then(
        (value) => gate(() => resolve(value)),
        (error: unknown) => gate(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
    });

  const openSocket: OpenSocket = (url, protocols, listener) => {
    if (life === "dead") return null;
    const watch = watchSocket(url);
    watches.add(watch);
    const over = () => {
      watch.over();
      watches.delete(watch);
    };
    const socket = plain.openSocket(url, protocols, {
      opened: () =>
        gate(() => {
          watch.heard(null);
          listener.opened();
        }),
      received: (text) =>
        gate(() => {
          watch.heard(text);
          listener.received(text);
        }),
      closed: (code) =>
        gate(() => {
          over();
          listener.closed(code);
        }),
    });
    return (
      socket && {
        send: (text) => (life === "dead" ? undefined : socket.send(text)),
        close: (code) => {
          over();
          socket.close(code);
        },
      }
    );
  };

  const tell = (event: PageEvent) =>
    gate(() => {
      for (const listener of listeners) listener(event);
    });
  return {
    get frozen() {
      return life === "frozen";
    },
    tell,
    freeze: () => {
      if (life !== "runs") return;
      life = "frozen";
      for (const watch of watches) watch.pause(true);
    },
    thaw: () => {
      if (life !== "frozen") return;
      life = "runs";
      for (const watch of watches) watch.pause(false);
      const missed = waiting;
      waiting = [];
      for (const work of missed) gate(work);
      tell({ type: "hint" });
    },
    die: () => {
      life = "dead";
      waiting = [];
      for (const watch of watches) watch.over();
    },
    ports: {
      clock: { now: clock.now, after: (ms, work) => clock.after(ms, () => gate(work)) },
      chance: plain.chance,
      store: {
        ...store,
        set: (key, value) => (life === "dead" ? undefined : store.set(key, value)),
        remove: (key) => (life === "dead" ? undefined : store.remove(key)),
        onChange: (listener) => store.onChange((key) => gate(() => listener(key))),
        exclusively: (name, work) => gated(store.exclusively(name, work)),
      },
      page: {
        hidden: () => false,
        listen: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        redirect: () => redirect?.(),
        linkAnswered: () => undefined,
      },
      openSocket,
      fetch: (url, init) => {
        const headers = new Headers(init.headers);
        if (cookie !== undefined) headers.set("cookie", cookie);
        // The client's own patience is by the platform's clock, which knows nothing of this page's haste.
        return gated(plain.fetch(url, { ...init, headers, signal: AbortSignal.timeout(10_000 / HASTE) }));
      },
    },
  };
}
