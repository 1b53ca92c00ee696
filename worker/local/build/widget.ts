import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build as bundle, type Metafile } from "esbuild";
import { root } from "../root.ts";
import { forBrowsers } from "./options.ts";
import { squeeze } from "./squeeze.ts";

const LOADER = "widget/customer/loader/rejoin.ts";
const PANEL = "widget/customer/stage/stage.ts";
const TEXTS = "widget/customer/texts";

/** The widget's files, by what they are for; names within the site's `widget/`. */
export interface Parts {
  /** The panel first, then what it cannot do without: asked for at once, so that none waits for another. */
  panel: string[];
  /** What is loaded on need, and the texts of each language. */
  onNeed: string[];
}

/** What a site embeds: `rejoin.js`, which every page pays for, and what it loads when it is needed, below `widget/`. */
export async function buildWidget(siteDir: string): Promise<Parts> {
  const parts = await buildPanel(join(siteDir, "widget"));
  const outfile = join(siteDir, "rejoin.js");
  await bundle({
    ...forBrowsers,
    entryPoints: [LOADER],
    outfile,
    format: "iife",
    define: { ...forBrowsers.define, PANEL_FILES: JSON.stringify(parts.panel) },
  });
  await squeeze(outfile, "script");
  return parts;
}

/** Modules whose names change with what is in them, so that browsers may keep them for good. */
async function buildPanel(outdir: string): Promise<Parts> {
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [{ in: PANEL, out: "panel" }, ...(await texts())],
    outdir,
    format: "esm",
    splitting: true,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
  });
  const files = Object.keys(metafile.outputs);
  await Promise.all(files.map((file) => squeeze(join(root, file), "module")));
  const panel = panelOf(metafile);
  // For pages whose loader is older than what is served now: the files that it knows are no longer there.
  await writeFile(join(outdir, "panel.js"), `export * from "./${panel[0]}";`);
  return { panel, onNeed: files.map((file) => basename(file)).filter((file) => !panel.includes(file)) };
}

/** The tables of each language as files of its name: they would all be called alike. */
async function texts(): Promise<{ in: string; out: string }[]> {
  const entries = await readdir(join(root, TEXTS), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      { in: `${TEXTS}/${name}/chat.ts`, out: name },
      { in: `${TEXTS}/${name}/more.ts`, out: `${name}-more` },
    ])
    .filter((entry) => existsSync(join(root, entry.in)));
}

/** The panel, and what it imports outright. */
function panelOf({ outputs }: Metafile): string[] {
  const found = new Set(Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === PANEL));
  for (const file of found) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === "import-statement") found.add(path);
  }
  return [...found].map((file) => basename(file));
}
