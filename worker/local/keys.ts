import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The two secrets of a deployment, by the names under which the worker is given them. */
export interface Keys {
  ROOT_KEY: string;
  SETUP_SECRET: string;
}

/** Reads the keys, or makes and keeps them on the first start. Throws on a file that holds anything else: new keys would void every link. */
export function readOrMakeKeys(file: string): Keys {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const made: Keys = { ROOT_KEY: secret(), SETUP_SECRET: secret() };
    // "wx" fails if the file is there: of two first starts, one makes the keys.
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { flag: "wx", mode: 0o600 });
    return made;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isKeys(kept)) throw new Error(`${file} does not hold ROOT_KEY and SETUP_SECRET`);
  return { ROOT_KEY: kept.ROOT_KEY, SETUP_SECRET: kept.SETUP_SECRET };
}

const secret = (): string => randomBytes(32).toString("base64url");

function isKeys(value: unknown): value is Keys {
  return (
    typeof value === "object" &&
    value !== null &&
    "ROOT_KEY" in value &&
    typeof value.ROOT_KEY === "string" &&
    "SETUP_SECRET" in value &&
    typeof value.SETUP_SECRET === "string"
  );
}
