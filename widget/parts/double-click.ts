/** What a press does something with. */
const PRESSED = "button, summary, a, label";

/** For buttons whose meaning or place changes as they are pressed: the second click of a double click is none. */
export function once(press: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) press();
  };
}

/**
 * For `mousedown`: the second press of a double click on a button often hits what has come in its place, and would select a word there
 * that nobody wanted. A double click that begins on a text selects, as ever.
 */
export function selectsNothing(): (event: MouseEvent) => void {
  let onButton = false;
  return (event) => {
    const isButton = event.composedPath().some((part) => part instanceof Element && part.matches(PRESSED));
    if (event.detail < 2) onButton = isButton;
    else if (onButton && !isButton) event.preventDefault();
  };
}
