import { registerCustomProtocol, tokenize } from "linkifyjs";

registerCustomProtocol("tel", true);

/** A piece of a text: plain, or what leads somewhere. */
export type Piece = string | { text: string; href: string };

/** Nothing else is ever followed. */
const SAFE = /^(https?|mailto|tel):/i;

/** Cuts a text at its links. All of its characters are there again, in order. */
export function piecesOf(text: string): Piece[] {
  return tokenize(text).map((token) => {
    const piece = token.toString();
    const href = token.isLink ? token.toHref("https") : "";
    return SAFE.test(href) ? { text: piece, href } : piece;
  });
}
