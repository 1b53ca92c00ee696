import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../worker/local/build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the build that this run's servers serve. */
    builtDir: string;
  }
}

/** Builds once for all files of a run, into a folder of its own: runs and a started server do not disturb each other. */
export default async function buildOnce(project: TestProject): Promise<() => void> {
  const builtDir = mkdtempSync(join(tmpdir(), "rejoin-built-"));
  await build(builtDir, { demo: true });
  project.provide("builtDir", builtDir);
  return () => rmSync(builtDir, { recursive: true, force: true });
}
