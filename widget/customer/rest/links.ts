import { tokenize } from "linkifyjs";

/** A piece of a text: plain, or what leads somewhere. */
export type Piece = string | { text: string; href: string };

/** Nothing else is ever followed. */
const SAFE = /^(https?|mailto):/i;

/** The library finds no plus after a scheme. */
const CALL = /(tel:\+?\d[\d().-]{2,}\d)/i;

function called(text: string): Piece[] {
  return text.split(CALL).map((piece, index) => (index % 2 === 0 ? piece : { text: piece, href: piece }));
}

/** Cuts a text at its links. All of its characters are there again, in order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = "";
  for (const token of tokenize(text)) {
    const piece = token.toString();
    const href = token.isLink ? token.toHref("https") : "";
    if (SAFE.test(href)) {
      pieces.push(...called(plain), { text: piece, href });
      plain = "";
    } else plain += piece;
  }
  return [...pieces, ...called(plain)].filter((piece) => piece !== "");
}
