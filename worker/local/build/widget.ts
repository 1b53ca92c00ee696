import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
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
  const modules = await buildModules(join(siteDir, "widget"));
  const files = modules.panel.map(({ file }) => basename(file));
  return { ...modules, loader: await buildLoader(join(siteDir, "rejoin.js"), files) };
}

async function buildLoader(outfile: string, panelFiles: readonly string[]): Promise<Part> {
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [LOADER],
    outfile,
    format: "iife",
    metafile: true,
    define: { ...forBrowsers.define, PANEL_FILES: JSON.stringify(panelFiles) },
  });
  await squeeze(outfile, "script");
  return partOf(metafile, Object.keys(metafile.outputs)[0] ?? "", "");
}

/** Modules whose names change with what is in them, so that browsers may keep them for good. */
async function buildModules(outdir: string): Promise<Omit<Parts, "loader">> {
  const languages = await tablesOfTexts();
  const { metafile } = await bundle({
    ...forBrowsers,
    entryPoints: [{ in: PANEL, out: "panel" }, ...languages],
    outdir,
    format: "esm",
    splitting: true,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
  });
  const outputs = Object.keys(metafile.outputs);
  await Promise.all(outputs.map((file) => squeeze(join(root, file), "module")));
  const panelFiles = withImports(metafile, PANEL);
  const part = (output: string): Part => partOf(metafile, output, "widget/");
  const panel = panelFiles.map(part);
  // For pages whose loader is older than what is served now: the files that it knows are no longer there.
  await writeFile(join(outdir, "panel.js"), `export * from "./${basename(panel[0]?.file ?? "")}";`);
  const isTexts = ({ name }: Part): boolean =>
    languages.some(({ in: source, out }) => out === name && /chat/.test(source));
  const others = outputs.filter((output) => !panelFiles.includes(output)).map(part);
  return { panel, texts: others.filter(isTexts), onNeed: others.filter((other) => !isTexts(other)) };
}

/** The tables of each language as files of its name: they would all be called alike. */
async function tablesOfTexts(): Promise<{ in: string; out: string }[]> {
  const entries = await readdir(join(root, TEXTS), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      { in: `${TEXTS}/${name}/chat.ts`, out: name },
      { in: `${TEXTS}/${name}/more.ts`, out: `${name}-more` },
    ])
    .filter((entry) => existsSync(join(root, entry.in)));
}

/** What is made of an entry, and all that it imports outright. */
function withImports({ outputs }: Metafile, entry: string): string[] {
  const found = new Set(Object.keys(outputs).filter((output) => outputs[output]?.entryPoint === entry));
  for (const output of found) {
    for (const { path, kind } of outputs[output]?.imports ?? []) if (kind === "import-statement") found.add(path);
  }
  return [...found];
}
