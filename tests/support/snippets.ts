import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The code block of a document, told from others of its language by words in it. */
export function snippet(document: string, language: string, words: string): string {
  const text = readFileSync(join(import.meta.dirname, "../..", document), "utf8");
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(
    ([, tag, code]) => tag === language && code?.includes(words),
  );
  const [first, second] = blocks;
  if (first?.[2] === undefined || second !== undefined)
    throw new Error(`${document} has ${blocks.length} blocks of ${language} with ${words}`);
  return first[2];
}
