import { WORDS } from "./words.ts";

/**
 * The customer's language, and what the launcher says in the nearest one that there are texts for: as the element says, or the
 * page around it, or the browser.
 */
export function languageOf(element: Element): [tag: string, words: readonly string[]] {
  for (const tag of [element.closest<HTMLElement>("[lang]")?.lang ?? "", ...navigator.languages]) {
    const words = WORDS.find(([table]) => table === tag.slice(0, 2).toLowerCase());
    if (words !== undefined) return [tag, words];
  }
  return ["en", WORDS[0] ?? []];
}
