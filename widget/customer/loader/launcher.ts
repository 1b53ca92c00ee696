import { make, svg } from "./make.ts";

/** The button that opens the chat, and the card beside it. The page may put a launcher of its own in place of ours. */
export interface Launcher {
  slot: HTMLSlotElement;
  button: HTMLButtonElement;
  card: HTMLButtonElement;
}

const LINES = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "1.5",
  "stroke-linejoin": "round",
  "stroke-linecap": "round",
};

/** Draws it into the root; closed, with nothing to tell. */
export function drawLauncher(root: ShadowRoot, label: string): Launcher {
  const bubble = svg("path", { d: "M7 5h10a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-6l-4 4v-4a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z" });
  const picture = svg("svg", { viewBox: "0 0 24 24", width: "24", ...LINES }, bubble);
  const button = make(document.createElement("button"), { part: "launcher", "aria-label": label }, picture);
  const slot = make(document.createElement("slot"), { name: "launcher" }, button);
  const card = make(document.createElement("button"), { part: "teaser", dir: "auto" });
  // There before its words, so that they are heard.
  root.append(make(document.createElement("div"), { role: "status" }, card), slot);
  return { slot, button, card };
}
