import { build as bundle } from "esbuild";
import { shared } from "./options.ts";

/** The worker, as one file. */
export async function buildWorker(outfile: string): Promise<void> {
  await bundle({
    ...shared,
    entryPoints: ["worker/index.ts"],
    outfile,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
  });
}
