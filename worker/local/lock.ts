import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Takes the folder for this process, or answers false if another has it: two runtimes on the same objects would spoil them.
 * It is SQLite's own file lock, which the system lets go of however the process dies.
 */
export function lockFolder(dataDir: string): boolean {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(dataDir, "lock"), { timeout: 0 });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    held.push(database);
    return true;
  } catch {
    database.close();
    return false;
  }
}

// A database that is garbage-collected lets go of its lock.
const held: DatabaseSync[] = [];
