import { guard } from "./guard.ts";

/** What is shown of something that runs, and who wants to know when that is another. */
export interface Shown<View> {
  /** The same object until something changed. */
  snapshot(): View;
  /** Returns the undo. */
  subscribe(listener: () => void): () => void;
  changed(): void;
}

export function createShown<View>(show: () => View): Shown<View> {
  const listeners = new Set<() => void>();
  let shown: View | null = null;
  return {
    snapshot: () => (shown ??= show()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed: () => {
      shown = null;
      for (const listener of listeners) guard(listener);
    },
  };
}
