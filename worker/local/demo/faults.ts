import type { DemoDevice, DemoFaults, DemoWay, DemoWish } from "#protocol/demo.ts";
import type { FaultProxy } from "../faults/fault-proxy.ts";

/** The runtime, as far as the demo may harm it. */
export interface Mortal {
  /** SIGKILL, in the middle of whatever it does; it stays down. */
  kill(): Promise<void>;
  /** Starts it again on the same data; resolves when it is well. */
  revive(): Promise<void>;
}

/** What is broken between the demo's customer and the server, and how it is broken and mended. */
export interface Faults {
  now(): DemoFaults;
  /** Applies a wish; resolves when it is so. */
  wish(wish: DemoWish): Promise<void>;
  /** Mends everything. */
  mend(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export function createFaults(ways: Record<DemoDevice, readonly FaultProxy[]>, server: Mortal): Faults {
  const listeners = new Set<() => void>();
  let now: DemoFaults = { shop: "whole", phone: "whole", server: "up" };
  let working = Promise.resolve();
  const become = (next: Partial<DemoFaults>): void => {
    now = { ...now, ...next };
    for (const listener of listeners) listener();
  };
  const apply = async ({ server: wanted, ...devices }: DemoWish): Promise<void> => {
    for (const device of ["shop", "phone"] as const) {
      const way = devices[device];
      if (way === undefined || way === now[device]) continue;
      for (const proxy of ways[device]) setWay(proxy, way);
      become({ [device]: way });
    }
    if (wanted === undefined || wanted === now.server) return;
    if (wanted === "down") {
      become({ server: "down" });
      await server.kill();
    } else {
      await server.revive();
      become({ server: "up" });
    }
  };
  // One after the other: a kill and a start at once would be neither.
  const wish = (wanted: DemoWish): Promise<void> => {
    const done = working.then(() => apply(wanted));
    working = done.catch(() => undefined);
    return done;
  };
  return {
    now: () => now,
    wish,
    mend: () => wish({ shop: "whole", phone: "whole", server: "up" }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function setWay(proxy: FaultProxy, way: DemoWay): void {
  switch (way) {
    case "whole":
      return proxy.set({ mode: "pass" });
    case "pulled":
      return proxy.set({ mode: "black-hole", swallow: "both" });
    case "lost":
      proxy.set("refuse");
      return proxy.cut("fin");
  }
}
