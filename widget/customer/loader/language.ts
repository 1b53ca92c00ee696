import type { Hosting } from "../contract.ts";
import { WORDS } from "./words.ts";

/** The customer's language: as the element says, or the page around it, or the browser; the first that we have texts in. */
export function languageOf(element: Element): Hosting["language"] {
  const said = [element.closest<HTMLElement>("[lang]")?.lang, document.documentElement.lang, ...navigator.languages];
  for (const name of said) {
    const [tag, table = ""] = /^([a-z]{2})(-[a-z\d]{2,8})*$/i.exec(name?.replaceAll("_", "-") ?? "") ?? [];
    if (tag !== undefined && table.toLowerCase() in WORDS) return { tag, table: table.toLowerCase() };
  }
  return { tag: "en", table: "en" };
}
