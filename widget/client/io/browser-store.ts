import type { Store } from "./ports.ts";

/** `localStorage`; null where it is blocked. Looked at by reading alone, since one that is full still tells what it holds. */
function usable(): Storage | null {
  try {
    const storage = globalThis.localStorage;
    storage.getItem("rejoin:probe");
    return storage;
  } catch {
    return null;
  }
}

/** The origin's `localStorage`; memory where that is blocked, or full. */
export function createBrowserStore(): Store {
  const storage = usable();
  /** What this page alone keeps. */
  const memory: Record<string, string> = {};
  return {
    get: (key) => memory[key] ?? storage?.getItem(key) ?? null,
    set: (key, value) => {
      memory[key] = value;
      try {
        storage?.setItem(key, value);
        if (storage !== null) delete memory[key];
      } catch {
        // Full: this page at least keeps it.
      }
    },
    remove: (key) => {
      delete memory[key];
      storage?.removeItem(key);
    },
    keys: (prefix) => Object.keys(Object.assign({}, storage, memory)).filter((key) => key.startsWith(prefix)),
    lasts: () => storage !== null && Object.keys(memory).length === 0,
    onChange: (listener) => {
      const heard = (event: StorageEvent): void => {
        if (event.storageArea === storage) listener(event.key);
      };
      addEventListener("storage", heard);
      return () => removeEventListener("storage", heard);
    },
    // Locks exist in secure contexts alone, and not where storage is blocked; elsewhere the server's idempotence has to do.
    exclusively: async (name, work) =>
      storage !== null && "locks" in navigator ? navigator.locks.request(name, work) : work(),
  };
}
