import { watch } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** Editors write a file in several steps, and a save of many files is one change. */
const SETTLE_MS = 100;

/** Calls `changed` after each change of the sources, never twice at once; what happens meanwhile is one more change. */
export function watchSources(changed: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(changed);
    }, SETTLE_MS);
  };
  for (const folder of ["worker", "widget"]) watch(join(root, folder), { recursive: true }, notice);
}
