import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildDemo } from "./build/demo.ts";
import { buildPages } from "./build/pages.ts";
import { buildWidget } from "./build/widget.ts";
import { buildWorker } from "./build/worker.ts";
import { root } from "./root.ts";

/** The files a build makes, under its folder. */
export interface Built {
  workerFile: string;
  siteDir: string;
  /** What the demo's shop is made of; there only if the demo was asked for. */
  shopDir: string;
  /** What the widget consists of, for those who weigh it. */
  partsFile: string;
}

export const builtIn = (outDir: string): Built => ({
  workerFile: join(outDir, "worker/index.js"),
  siteDir: join(outDir, "site"),
  shopDir: join(outDir, "shop"),
  partsFile: join(outDir, "widget.json"),
});

/** Builds the worker and the site for production, with `demo` also what only this machine shows. Throws esbuild's failure, whose `message` names file and line. */
export async function build(outDir = join(root, "dist"), { demo = false } = {}): Promise<Built> {
  // Beside it first: a build that fails leaves the last good one in place.
  const nextDir = `${outDir}.next`;
  const built = builtIn(nextDir);
  await rm(nextDir, { recursive: true, force: true });
  await mkdir(built.siteDir, { recursive: true });
  const [parts] = await Promise.all([
    buildWidget(built.siteDir),
    buildPages(built.siteDir),
    buildWorker(built.workerFile),
    ...(demo ? [buildDemo(built.siteDir, built.shopDir)] : []),
  ]);
  await writeFile(built.partsFile, JSON.stringify(parts));
  await rm(outDir, { recursive: true, force: true });
  await rename(nextDir, outDir);
  return builtIn(outDir);
}

if (import.meta.main) await build();
