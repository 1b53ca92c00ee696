import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { build as bundle, type BuildOptions } from "esbuild";
import { root } from "./root.ts";

/** The files a build makes, under its folder. */
export interface Built {
  workerFile: string;
  siteDir: string;
}

export const builtIn = (outDir: string): Built => ({
  workerFile: join(outDir, "worker/index.js"),
  siteDir: join(outDir, "site"),
});

/** Builds the worker and the site for production. Throws esbuild's failure, whose `message` names file and line. */
export async function build(outDir = join(root, "dist")): Promise<Built> {
  // Beside it first: a build that fails leaves the last good one in place.
  const nextDir = `${outDir}.next`;
  const built = builtIn(nextDir);
  await rm(nextDir, { recursive: true, force: true });
  await mkdir(built.siteDir, { recursive: true });
  await Promise.all([buildWorker(built.workerFile), buildPages(built.siteDir), buildEmbed(built.siteDir)]);
  await rm(outDir, { recursive: true, force: true });
  await rename(nextDir, outDir);
  return builtIn(outDir);
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  target: "es2024",
  logLevel: "silent",
  legalComments: "none",
} satisfies BuildOptions;

async function buildWorker(outfile: string): Promise<void> {
  await bundle({
    ...shared,
    entryPoints: ["worker/index.ts"],
    outfile,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
  });
}

const forBrowsers = {
  ...shared,
  minify: true,
  // The first that know light-dark().
  target: ["chrome123", "firefox120", "safari17.5"],
  // Without "development": lit and others then come without their warnings.
  conditions: ["production", "browser"],
  define: { "process.env.NODE_ENV": '"production"' },
} satisfies BuildOptions;

/** widget/pages: each page with the script of its name. */
async function buildPages(siteDir: string): Promise<void> {
  const pagesDir = join(root, "widget/pages");
  if (!existsSync(pagesDir)) return;
  const files = (await readdir(pagesDir, { withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => file.name);
  const scripts = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  const copied = files.filter((name) => [".html", ".css", ".svg", ".ico", ".txt"].includes(extname(name)));
  await Promise.all(copied.map((name) => cp(join(pagesDir, name), join(siteDir, basename(name)))));
  if (scripts.length === 0) return;
  await bundle({
    ...forBrowsers,
    entryPoints: scripts.map((name) => join(pagesDir, name)),
    outdir: siteDir,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
}

/** The script that a site embeds by one tag. */
async function buildEmbed(siteDir: string): Promise<void> {
  const entry = join(root, "widget/customer/embed.ts");
  if (!existsSync(entry)) return;
  await bundle({ ...forBrowsers, entryPoints: [entry], outfile: join(siteDir, "rejoin.js"), format: "iife" });
}

if (import.meta.main) await build();
