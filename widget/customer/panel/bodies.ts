import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { Piece } from "./links.ts";

/** A text that may hold a link. */
const PERHAPS = /:\/\/|www\.|\w@\w|\w\.[a-z]{2}|(tel|mailto):/i;

function link({ text, href }: Exclude<Piece, string>): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${text}</a>`;
}

/** Draws the texts of messages. What finds links is loaded with the first text that may hold one; until then all is plain. */
export function createBodies(redraw: () => void): (text: string) => unknown {
  let piecesOf: ((text: string) => Piece[]) | null = null;
  let asked = false;
  return (text) => {
    if (!PERHAPS.test(text)) return text;
    if (piecesOf !== null) return piecesOf(text).map((piece) => (typeof piece === "string" ? piece : link(piece)));
    if (!asked) {
      asked = true;
      import("./links.ts").then(
        (links) => {
          ({ piecesOf } = links);
          redraw();
        },
        // Links are a convenience: with the next message they are tried again.
        () => {
          asked = false;
        },
      );
    }
    return text;
  };
}
