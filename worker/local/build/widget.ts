import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { build as bundle, type Metafile } from "esbuild";
import { root } from "../root.ts";
import { forBrowsers } from "./options.ts";
import { squeeze } from "./squeeze.ts";

const LOADER = "widget/customer/loader/rejoin.ts";
const PANEL = "widget/customer/panel/panel.ts";
const TEXTS = "widget/customer/texts";

/** What a site embeds: `rejoin.js`, which every page pays for, and what it loads when it is needed, below `widget/`. */
export async function buildWidget(siteDir: string, panel = PANEL): Promise<Parts> {
  const outfile = join(siteDir, "rejoin.js");
  if (![panel, `${TEXTS}/languages.ts`].every((file) => existsSync(resolve(root, file)))) {
    await bundle({ ...forBrowsers, entryPoints: ["widget/customer/embed.ts"], outfile, format: "iife" });
    return { panel: [], onNeed: [] };
  }
  const parts = await buildPanel(siteDir, panel);
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

/** The widget's files, by what they are for; names within `widget/`. */
export interface Parts {
  /** The panel first, then what it cannot do without: asked for at once, so that none waits for another. */
  panel: string[];
  /** What is loaded on need, and the texts of each language. */
  onNeed: string[];
}

/** Modules whose names change with what is in them, so that browsers may keep them for good. */
async function buildPanel(siteDir: string, panel: string): Promise<Parts> {
  const outdir = join(siteDir, "widget");
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [{ in: panel, out: "panel" }, ...(await texts())],
    outdir,
    format: "esm",
    splitting: true,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
  });
  const files = Object.keys(metafile.outputs);
  await Promise.all(files.map((file) => squeeze(join(root, file), "module")));
  const entry = files.find((file) => metafile.outputs[file]?.entryPoint === relative(root, resolve(root, panel))) ?? "";
  const withIt = withImports(metafile, entry);
  // For pages that came with an older loader, whose files a newer version has replaced.
  await writeFile(join(outdir, "panel.js"), `export * from "./${basename(entry)}";`);
  return {
    panel: withIt.map((file) => basename(file)),
    onNeed: files.filter((file) => !withIt.includes(file)).map((file) => basename(file)),
  };
}

/** Each language's tables as files of its name: they would all be called alike. */
async function texts(): Promise<{ in: string; out: string }[]> {
  const folders = await readdir(join(root, TEXTS), { withFileTypes: true });
  return folders
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      { in: `${TEXTS}/${name}/chat.ts`, out: name },
      { in: `${TEXTS}/${name}/more.ts`, out: `${name}-more` },
    ])
    .filter((entry) => existsSync(join(root, entry.in)));
}

function withImports({ outputs }: Metafile, entry: string): string[] {
  const found = new Set([entry]);
  for (const file of found) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === "import-statement") found.add(path);
  }
  return [...found];
}
