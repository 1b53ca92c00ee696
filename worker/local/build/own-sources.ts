import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Plugin, transform } from "esbuild";
import { root } from "../root.ts";
import { collapseTemplates } from "./templates.ts";

/**
 * For esbuild: what our own sources of the browser's side say beyond the language. A `.css` file is imported as its text,
 * minified; the line breaks that lay out an `html` template do not travel.
 */
export function ownSources(target: string[]): Plugin {
  const ours = join(root, "widget") + sep;
  return {
    name: "own-sources",
    setup(builder) {
      builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const sheet = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target });
        // esbuild leaves the values of custom properties as they stand; strings stay as they are.
        const contents = sheet.code.trim().replaceAll(/("[^"]*")|([:,]) /g, "$1$2");
        return { contents, loader: "text", watchFiles: [path] };
      });
      builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        if (!path.startsWith(ours) || !source.includes("html`")) return undefined;
        // First to JavaScript: then no comment can look like a template.
        const script = await transform(source, {
          loader: "ts",
          sourcefile: path,
          target: "esnext",
          charset: "utf8",
          tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
        });
        return { contents: collapseTemplates(script.code, path), loader: "js", watchFiles: [path] };
      });
    },
  };
}
