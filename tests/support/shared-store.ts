import type { Store } from "../../widget/client/io/ports.ts";

/** The storage of one browser, as several tabs see it: a change is told to the others, by `deliver`, sooner or later. */
export function createSharedStore(deliver: (work: () => void) => void = queueMicrotask): {
  tab(): Store;
  values: ReadonlyMap<string, string>;
} {
  const values = new Map<string, string>();
  const listeners = new Map<number, Set<(key: string | null) => void>>();
  const locks = new Map<string, Promise<unknown>>();
  let tabs = 0;
  return {
    values,
    tab: () => {
      const self = (tabs += 1);
      const mine = new Set<(key: string | null) => void>();
      listeners.set(self, mine);
      const tell = (key: string): void => {
        for (const [tab, theirs] of listeners)
          if (tab !== self) for (const listener of theirs) deliver(() => theirs.has(listener) && listener(key));
      };
      return {
        get: (key) => values.get(key) ?? null,
        set: (key, value) => {
          values.set(key, value);
          tell(key);
        },
        remove: (key) => {
          if (values.delete(key)) tell(key);
        },
        keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
        lasts: () => true,
        onChange: (listener) => {
          mine.add(listener);
          return () => mine.delete(listener);
        },
        exclusively: (name, work) => {
          const turn = (locks.get(name) ?? Promise.resolve()).then(work);
          locks.set(name, turn);
          return turn;
        },
      };
    },
  };
}
