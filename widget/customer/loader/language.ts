import type { Language } from "../language.ts";
import { nearestLanguage } from "../language.ts";

/** The customer's language: as the element says, or the page around it, or the browser. */
export const languageOf = (element: Element): Language =>
  nearestLanguage([element.closest<HTMLElement>("[lang]")?.lang ?? "", ...navigator.languages]);
