/**
 * How text is looked for. SQLite's full text index finds whole words and beginnings of words; accents and case are folded by it. It
 * takes what stands between spaces and signs for words, and so needs help with scripts that write no spaces.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** Text for the index: each character of an unspaced script is a word of its own. */
export function spaced(text: string): string {
  return text.replace(UNSPACED, " $& ");
}

/** More than this, nobody looks for at once. */
const TERMS = 12;

/** The words of a query, as a person means them: split at spaces, without those that are only signs. */
export function termsOf(query: string): string[] {
  return query
    .split(/[\s\p{C}]+/u)
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, TERMS);
}

/**
 * The query in the index's language: all words have to be there, each may be the beginning of one. Every word is quoted, so that
 * nothing in it is taken for an operator. Null: there is nothing to look for.
 */
export function matchOf(query: string): string | null {
  const terms = termsOf(query).map((term) => `"${spaced(term).replaceAll('"', '""')}" *`);
  return terms.length === 0 ? null : terms.join(" AND ");
}

/** Text without case and accents, and where each of its units stood before. */
function folded(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let plain = "";
  let place = 0;
  for (const character of text) {
    const bare = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (let n = 0; n < bare.length; n += 1) places.push(place);
    plain += bare;
    place += character.length;
  }
  return { text: plain, places };
}

/** How much of the text an excerpt shows around what was looked for. */
const BEFORE = 40;
const LENGTH = 160;

/** The part of the text where the first of the words stands; its beginning without any. */
export function excerptOf(text: string, query: string): string {
  const terms = termsOf(query).map((term) => folded(term).text);
  const searched = terms.length === 0 ? { text: "", places: [] } : folded(text);
  const found = terms.map((term) => wordAt(searched.text, term)).filter((at) => at >= 0);
  const first = found.length === 0 ? 0 : (searched.places[Math.min(...found)] ?? 0);
  const from = first <= BEFORE ? 0 : startOfWord(text, first - BEFORE);
  const piece = text.slice(from, from + LENGTH).replaceAll(/\s+/gu, " ");
  return `${from > 0 ? "…" : ""}${piece.trim()}${from + LENGTH < text.length ? "…" : ""}`;
}

/** Where a word begins with this; anywhere, if none does. */
function wordAt(text: string, term: string): number {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return at;
  }
  return text.indexOf(term);
}

/** The next beginning of a word, if it is near. */
function startOfWord(text: string, at: number): number {
  const space = text.slice(at, at + BEFORE).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}
