import { createMemoryStore } from "./memory-store.ts";
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

/** The origin's `localStorage`; memory where that is blocked. */
export function createBrowserStore(): Store {
  const storage = usable();
  const memory = createMemoryStore();
  if (storage === null) return memory;
  return {
    get: (key) => memory.get(key) ?? storage.getItem(key),
    set: (key, value) => {
      try {
        storage.setItem(key, value);
        memory.remove(key);
      } catch {
        // Full: this page at least keeps it.
        memory.set(key, value);
      }
    },
    remove: (key) => {
      memory.remove(key);
      storage.removeItem(key);
    },
    keys: (prefix) =>
      [...new Set([...Object.keys(storage), ...memory.keys(prefix)])].filter((key) => key.startsWith(prefix)),
    lasts: () => memory.keys("").length === 0,
    onChange: (listener) => {
      const heard = (event: StorageEvent): void => {
        if (event.storageArea === storage) listener(event.key);
      };
      addEventListener("storage", heard);
      return () => removeEventListener("storage", heard);
    },
    // Locks exist in secure contexts alone; elsewhere the server's idempotence has to do.
    exclusively: async (name, work) => ("locks" in navigator ? navigator.locks.request(name, work) : work()),
  };
}
