import type { Store } from "./ports.ts";

/** A store that lasts as long as the page, for Node and for browsers that block storage. */
export function createMemoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    lasts: () => false,
    onChange: () => () => {},
    exclusively: async (_name, work) => work(),
  };
}
