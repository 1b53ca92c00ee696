import { readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";

/**
 * Browsers compile a function when it is called first, on the page's own thread. Chromium takes this hint to compile all of them with their
 * script, beside that thread (https://v8.dev/blog/explicit-compile-hints); to others it is a comment.
 */
const COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad";

/**
 * Makes a built script smaller in place; what esbuild leaves is worth a tenth.
 *
 * @param isCalledAtOnce whether most of it runs as soon as it is there.
 */
export async function squeeze(file: string, isCalledAtOnce: boolean): Promise<void> {
  const { code } = await minify(await readFile(file, "utf8"), {
    // A script that keeps everything to itself may be treated like one.
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: false, ...(isCalledAtOnce ? { preamble: COMPILE_AT_ONCE } : {}) },
  });
  if (code === undefined) throw new Error(`${file}: nothing is left of it.`);
  await writeFile(file, code);
}
