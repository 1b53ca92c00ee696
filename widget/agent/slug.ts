import { LINK_SLUG } from "#protocol/limits.ts";
import type { Drawn } from "../parts/draw.ts";
import { WORDS } from "./words.ts";

/** A text in one line, with words where a reconnect link stands: only its customer is shown the link itself. */
export function slugText(text: string): string {
  return text.replaceAll(LINK_SLUG, WORDS.linkWord);
}

/** The same in the transcript, where the words are a mark of their own. */
export function slugChips(text: string): Drawn {
  if (!text.includes(LINK_SLUG)) return text;
  const [first = "", ...rest] = text.split(LINK_SLUG);
  const parts = rest.flatMap((part): Drawn[] => [["span", { class: "link" }, WORDS.linkWord], part]);
  return ["span", {}, first, ...parts];
}
