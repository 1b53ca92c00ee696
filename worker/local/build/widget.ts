import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build as bundle, type Metafile } from "esbuild";
import { root } from "../root.ts";
import { forBrowsers } from "./options.ts";
import { partOf, type Part, type Parts } from "./parts.ts";
import { squeeze } from "./squeeze.ts";

const LOADER = "widget/customer/loader/rejoin.ts";
const PANEL = "widget/customer/stage/stage.ts";
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
  await squeeze(outfile);
  return partOf(metafile, Object.keys(metafile.outputs)[0] ?? "", "rejoin.js");
}

/** The modules, in a folder whose name changes with what is in them, so that browsers may keep them for good. */
async function buildModules(outdir: string): Promise<Omit<Parts, "loader"> & { folder: string }> {
  const building = join(outdir, "building");
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [{ in: PANEL, out: "panel" }, ...(await tablesOfTexts())],
    outdir: building,
    format: "esm",
    splitting: true,
    metafile: true,
    define: { ...forBrowsers.define, BUILT: "true" },
    // Named, not numbered: the texts are found by the names of their languages.
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
  });
  const outputs = Object.keys(metafile.outputs).toSorted();
  await Promise.all(outputs.map((file) => squeeze(join(root, file))));
  const folder = await hashOf(outputs.map((file) => join(root, file)));
  await rename(building, join(outdir, folder));
  // What is asked for in any other folder is served from here.
  await writeFile(join(outdir, "newest.txt"), folder);
  const part = (output: string): Part => partOf(metafile, output, `widget/${folder}/${basename(output)}`);
  const isTexts = (output: string): boolean => /texts.*chat\.ts$/.test(metafile.outputs[output]?.entryPoint ?? "");
  const panel = panelOf(metafile);
  return {
    folder,
    panel: part(panel),
    texts: outputs.filter(isTexts).map(part),
    onNeed: outputs.filter((output) => !isTexts(output) && output !== panel).map(part),
  };
}

/** Each language's tables as files of its name. */
async function tablesOfTexts(): Promise<{ in: string; out: string }[]> {
  const entries = await readdir(join(root, TEXTS), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      { in: `${TEXTS}/${name}/chat.ts`, out: name },
      { in: `${TEXTS}/${name}/more.ts`, out: `${name}-more` },
    ]);
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 8);
}

/** The panel's file. One file: what it imported outright would be asked for only once the panel is there. */
function panelOf({ outputs }: Metafile): string {
  const [panel = ""] = Object.keys(outputs).filter((output) => outputs[output]?.entryPoint === PANEL);
  for (const { path, kind } of outputs[panel]?.imports ?? []) {
    const shared = Object.keys(outputs[path]?.inputs ?? {});
    if (kind === "import-statement")
      throw new Error(`Hand this to what is loaded on need, so that the panel stays one file: ${shared.join(", ")}`);
  }
  return panel;
}
