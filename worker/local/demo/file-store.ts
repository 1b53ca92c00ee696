import { readFileSync, writeFileSync } from "node:fs";
import type { Ports } from "../../../widget/client/customer.ts";

type Store = Ports["store"];

/** What a browser's storage is to a page, for a customer without one: it outlives the process, so that they come back to their chat. */
export function openFileStore(file: string): Store {
  const values = new Map<string, string>(Object.entries(read(file)));
  const save = (): void => writeFileSync(file, JSON.stringify(Object.fromEntries(values)), { mode: 0o600 });
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => {
      values.set(key, value);
      save();
    },
    remove: (key) => {
      if (values.delete(key)) save();
    },
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    lasts: () => true,
    onChange: () => () => {},
    exclusively: async (_name, work) => work(),
  };
}

/** A file that is not there, or was cut short, is an empty store. */
function read(file: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    const pairs = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    return {};
  }
}
