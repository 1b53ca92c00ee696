/** What a press does something with. */
const PRESSED = "button, summary, a, label";

/**
 * The second press of a double click on a button often hits what has come in its place, and selects a word there that nobody
 * wanted: it does not. A double click that begins on a text selects, as ever.
 */
export function sparesSelection(host: HTMLElement): void {
  let onButton = false;
  host.addEventListener("mousedown", (event) => {
    const isButton = event.composedPath().some((part) => part instanceof Element && part.matches(PRESSED));
    if (event.detail <= 1) onButton = isButton;
    else if (onButton && !isButton) event.preventDefault();
  });
}
