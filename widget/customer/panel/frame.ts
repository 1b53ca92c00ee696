import type { Hosting } from "../contract.ts";
import { isRightToLeft } from "../texts/languages.ts";
import log from "./log.css";
import panel from "./panel.css";

/** Puts the panel's box into the root, hidden, and dresses it. */
export function createFrame(
  {
    root,
    inline,
    settings: {
      language: { table },
    },
  }: Hosting,
  signal: AbortSignal,
): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panel + log);
  root.adoptedStyleSheets.push(sheet);
  const frame = document.createElement("div");
  frame.className = inline ? "panel inline" : "panel";
  frame.part.value = "panel";
  frame.role = inline ? "region" : "dialog";
  frame.lang = table;
  frame.dir = isRightToLeft(table) ? "rtl" : "ltr";
  frame.tabIndex = -1;
  frame.inert = !inline;
  root.append(frame);

  // On phones it covers what the on-screen keyboard leaves.
  const seen = visualViewport;
  if (seen === null) return frame;
  const follow = (): void => {
    frame.style.setProperty("--_top", `${seen.offsetTop}px`);
    frame.style.setProperty("--_height", `${seen.height}px`);
  };
  for (const type of ["resize", "scroll"]) seen.addEventListener(type, follow, { signal });
  follow();
  return frame;
}
