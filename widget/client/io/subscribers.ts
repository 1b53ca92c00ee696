import { guard } from "./guard.ts";

/** Who wants to know when something changed. */
export interface Subscribers {
  /** Returns the undo. */
  subscribe(listener: () => void): () => void;
  notify(): void;
}

export function createSubscribers(): Subscribers {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify: () => {
      for (const listener of listeners) guard(listener);
    },
  };
}
