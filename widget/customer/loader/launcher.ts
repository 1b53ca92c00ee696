/** The button that opens the chat, and the card beside it. The page may put a launcher of its own in place of ours. */
export interface Launcher {
  slot: HTMLElement;
  button: HTMLElement;
  card: HTMLElement;
}

/** Makes an element of this kind. No markup is parsed anywhere in the loader: a page may forbid that. */
export function make(name: string, attribute: string, value: string): HTMLElement {
  const element = document.createElement(name);
  element.setAttribute(attribute, value);
  return element;
}

/** Closed, with nothing to tell, and nowhere yet. Its glyph is the style sheet's. */
export const makeLauncher = (): Launcher => ({
  slot: make("slot", "name", "launcher"),
  button: make("button", "part", "launcher"),
  card: make("button", "part", "teaser"),
});

/** Puts it there for all to see. */
export function drawLauncher({ slot, button, card }: Launcher, root: ShadowRoot): void {
  // There before its words, so that they are heard.
  const told = make("div", "role", "status");
  told.append(card);
  slot.append(button);
  root.append(told, slot);
}
