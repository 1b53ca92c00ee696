import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildPages } from "./build/pages.ts";
import { buildWidget } from "./build/widget.ts";
import { buildWorker } from "./build/worker.ts";
import { root } from "./root.ts";

/** The files a build makes, under its folder. */
export interface Built {
  workerFile: string;
  siteDir: string;
  /** What the widget consists of, for those who weigh it. */
  partsFile: string;
}

export const builtIn = (outDir: string): Built => ({
  workerFile: join(outDir, "worker/index.js"),
  siteDir: join(outDir, "site"),
  partsFile: join(outDir, "widget.json"),
});

/** Builds the worker and the site for production. Throws esbuild's failure, whose `message` names file and line. */
export async function build(outDir = join(root, "dist")): Promise<Built> {
  // Beside it first: a build that fails leaves the last good one in place.
  const nextDir = `${outDir}.next`;
  const built = builtIn(nextDir);
  await rm(nextDir, { recursive: true, force: true });
  await mkdir(built.siteDir, { recursive: true });
  const [parts] = await Promise.all([
    buildWidget(built.siteDir),
    buildPages(built.siteDir),
    buildWorker(built.workerFile),
  ]);
  await writeFile(built.partsFile, JSON.stringify(parts));
  await rm(outDir, { recursive: true, force: true });
  await rename(nextDir, outDir);
  return builtIn(outDir);
}

if (import.meta.main) await build();
