import type { Drawn } from "../../parts/draw.ts";
import type { Piece } from "./links.ts";

/** A text that may hold a link. */
const PERHAPS = /:\/\/|www\.|\w@\w|\w\.[a-z]{2}|(tel|mailto):/i;

function link({ text, href }: Exclude<Piece, string>): Drawn {
  return ["a", { href, target: "_blank", rel: "noopener noreferrer nofollow ugc" }, text];
}

/** Draws the texts of messages: another function each time there is more to draw. What finds links is loaded with the first text that may hold one; until then all is plain. */
export function createBodies(redraw: () => void): () => (text: string) => Drawn {
  let asked = false;
  let body = (text: string): Drawn => {
    if (!asked && PERHAPS.test(text)) {
      asked = true;
      import("./links.ts").then(
        ({ piecesOf }) => {
          body = (all) => [
            "span",
            {},
            ...piecesOf(all).map((piece) => (typeof piece === "string" ? piece : link(piece))),
          ];
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
  return () => body;
}
