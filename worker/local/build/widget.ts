import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build as bundle, type Metafile } from "esbuild";
import { root } from "../root.ts";
import { forBrowsers } from "./options.ts";
import { partOf, type Part, type Parts } from "./parts.ts";
import { squeeze } from "./squeeze.ts";

const LOADER = "widget/customer/loader/rejoin.ts";
const PANEL = { in: "widget/customer/stage/stage.ts", out: "panel" };
const REST = { in: "widget/customer/rest/rest.ts", out: "rest" };
const TEXTS = "widget/customer/texts";

/** What a site embeds: `rejoin.js`, which every page pays for, and what it loads when it is needed, below `widget/`. */
export async function buildWidget(siteDir: string): Promise<Parts> {
  const { folder, ...modules } = await buildModules(join(siteDir, "widget"));
  return { ...modules, loader: await buildLoader(join(siteDir, "rejoin.js"), folder) };
}

async function buildLoader(outfile: string, folder: string): Promise<Part> {
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [LOADER],
    outfile,
    format: "iife",
    metafile: true,
    define: { ...forBrowsers.define, FOLDER: JSON.stringify(folder) },
  });
  await squeeze(outfile, true);
  return partOf(metafile, Object.keys(metafile.outputs)[0] ?? "", "rejoin.js");
}

/** The modules, in a folder whose name changes with what is in them, so that browsers may keep them for good. */
async function buildModules(outdir: string): Promise<Omit<Parts, "loader"> & { folder: string }> {
  const building = join(outdir, "building");
  const entries = [PANEL, REST, ...(await tablesOfTexts())];
  const metafiles = await Promise.all(entries.map((entry) => buildModule(entry, building)));
  const made = metafiles.flatMap((metafile) => Object.keys(metafile.outputs).map((output) => ({ output, metafile })));
  const files = made.map(({ output }) => join(root, output)).toSorted();
  await Promise.all(files.map((file) => squeeze(file, basename(file) === `${PANEL.out}.js`)));
  const folder = await hashOf(files);
  await rename(building, join(outdir, folder));
  // What is asked for in any other folder is served from here.
  await writeFile(join(outdir, "newest.txt"), folder);
  const parts = made.map(({ output, metafile }) => partOf(metafile, output, `widget/${folder}/${basename(output)}`));
  const named = (name: string): Part => {
    const found = parts.find((part) => part.name === name);
    if (found === undefined) throw new Error(`No ${name} was built.`);
    return found;
  };
  const [panel, rest] = [named("panel"), named("rest")];
  const tables = (await languages()).map((table) => ({ texts: named(table), more: named(`${table}-more`) }));
  const texts = tables.map((table) => table.texts);
  const moreTexts = tables.map(({ more }) => more);
  const known = [panel, rest, ...texts, ...moreTexts];
  return { folder, panel, texts, rest, moreTexts, onNeed: parts.filter((part) => !known.includes(part)) };
}

interface Entry {
  in: string;
  out: string;
}

/**
 * One module, in one file: what it imported outright would be asked for only once it is there. What two of them use stands in
 * both, so none of it may keep anything.
 */
async function buildModule(entry: Entry, outdir: string): Promise<Metafile> {
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [entry],
    outdir,
    format: "esm",
    splitting: true,
    metafile: true,
    define: { ...forBrowsers.define, BUILT: "true" },
    // Named, not numbered: the texts are found by the names of their languages.
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
  });
  for (const { imports } of Object.values(metafile.outputs))
    for (const { path, kind } of imports)
      if (kind === "import-statement") throw new Error(`${entry.out} would wait for ${path}.`);
  return metafile;
}

/** The languages that there are texts in. */
async function languages(): Promise<string[]> {
  const entries = await readdir(join(root, TEXTS), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Each language's tables as files of its name. */
async function tablesOfTexts(): Promise<Entry[]> {
  return (await languages()).flatMap((name) => [
    { in: `${TEXTS}/${name}/chat.ts`, out: name },
    { in: `${TEXTS}/${name}/more.ts`, out: `${name}-more` },
  ]);
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 8);
}
