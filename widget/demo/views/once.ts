/** For buttons whose meaning changes as they are pressed: the second click of a double click is none. */
export function once(press: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) press();
  };
}
