import { cp, readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { build as bundle } from "esbuild";
import { root } from "../root.ts";
import { forBrowsers } from "./options.ts";

/** widget/pages: each page with the script of its name. */
export async function buildPages(siteDir: string): Promise<void> {
  const pagesDir = join(root, "widget/pages");
  const files = (await readdir(pagesDir, { withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => file.name);
  const scripts = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  const copied = files.filter((name) => [".html", ".css", ".svg", ".ico", ".txt"].includes(extname(name)));
  await Promise.all(copied.map((name) => cp(join(pagesDir, name), join(siteDir, basename(name)))));
  await bundle({
    ...forBrowsers,
    entryPoints: scripts.map((name) => join(pagesDir, name)),
    outdir: siteDir,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
}
