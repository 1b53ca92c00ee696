/** The button that opens the chat, and the card beside it. The page may put a launcher of its own in place of ours. */
export interface Launcher {
  slot: HTMLElement;
  button: HTMLElement;
  card: HTMLElement;
}

/** Makes an element of this kind. No markup is parsed anywhere in the loader: a page may forbid that. */
export function make(name: string, attribute: string, value: string, ...inside: Node[]): HTMLElement {
  const element = document.createElement(name);
  element.setAttribute(attribute, value);
  element.append(...inside);
  return element;
}

/** Draws it into the root: closed, with nothing to tell. Its glyph is the style sheet's. */
export function drawLauncher(root: ShadowRoot, label: string): Launcher {
  const card = make("button", "part", "teaser");
  const button = make("button", "part", "launcher");
  const slot = make("slot", "name", "launcher", button);
  button.ariaLabel = label;
  // There before its words, so that they are heard.
  root.append(make("div", "role", "status", card), slot);
  return { slot, button, card };
}
