import { join } from "node:path";

/** The folder of package.json: what the local programs read and write is found from here, wherever they are started. */
export const root = join(import.meta.dirname, "../..");
