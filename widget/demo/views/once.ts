/** For buttons whose meaning changes as they are pressed: the second click of a double click is none. */
export function once(press: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) press();
  };
}

/**
 * For `mousedown`: the second press of a double click on a button selects no text, where the button has made room for some by then.
 */
export function selectsNothing(): (event: MouseEvent) => void {
  let isButton = false;
  return (event) => {
    if (event.detail < 2) isButton = event.composedPath().some((it) => it instanceof HTMLButtonElement);
    else if (isButton) event.preventDefault();
  };
}
