import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

/** How a site may be made; each has its smallest page with a chat in `tests/support/pages`. */
export const FRAMEWORKS = {
  plain: "app.js",
  react: "app.jsx",
  vue: "app.js",
  svelte: "app.js",
} as const;
export type Framework = keyof typeof FRAMEWORKS;

const pagesDir = join(import.meta.dirname, "pages");

const vue: Plugin = {
  name: "vue",
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
      const isCustomElement = (tag: string) => tag.startsWith("rejoin-");
      const { content } = compileScript(descriptor, {
        id: basename(path),
        inlineTemplate: true,
        templateOptions: { compilerOptions: { isCustomElement } },
      });
      return { contents: content, loader: "js" };
    });
  },
};

const svelte: Plugin = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, "utf8"), { filename: path, generate: "client" });
      return { contents: js.code, loader: "js" };
    });
  },
};

/** The framework's page, built: its HTML, and the script that it asks for as `/app.js`. */
export async function buildPage(
  framework: Framework,
  { widget, server }: { widget: string; server: string },
): Promise<{ html: string; script: string }> {
  const folder = join(pagesDir, framework);
  const html = await readFile(join(folder, "index.html"), "utf8");
  const built = await build({
    entryPoints: [join(folder, FRAMEWORKS[framework])],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    jsx: "automatic",
    logLevel: "silent",
    conditions: ["browser", "production"],
    define: {
      WIDGET: JSON.stringify(widget),
      SERVER: JSON.stringify(server),
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [vue, svelte],
  });
  const filled = html.replaceAll("{{widget}}", widget).replaceAll("{{server}}", server);
  return { html: filled, script: built.outputFiles[0]?.text ?? "" };
}
