import type { Hosting } from "../contract.ts";
import log from "./log.css";
import panel from "./panel.css";
import { followViewport } from "./viewport.ts";

let sheet: CSSStyleSheet | undefined;

/** Puts the panel's box into the root, hidden, and dresses it. */
export function createFrame({ root, inline, language }: Hosting): { frame: HTMLElement; undo(): void } {
  if (sheet === undefined) (sheet = new CSSStyleSheet()).replaceSync(panel + log);
  root.adoptedStyleSheets.push(sheet);
  const frame = document.createElement("div");
  frame.className = inline ? "panel inline" : "panel";
  frame.part.value = "panel";
  frame.role = inline ? "region" : "dialog";
  frame.lang = language.table;
  frame.dir = language.table === "ar" ? "rtl" : "ltr";
  frame.tabIndex = -1;
  frame.inert = !inline;
  root.append(frame);
  const unfollow = followViewport(frame);
  return {
    frame,
    undo: () => {
      unfollow();
      frame.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
