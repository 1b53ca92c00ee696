/** Where one goes on: at what stands over all, at a screen's heading, or where one writes. */
function place(frame: HTMLElement): HTMLElement | null {
  const within = frame.querySelector(".sheet, .whole") ?? frame;
  return within.querySelector<HTMLElement>('[tabindex="-1"], textarea');
}

/** Puts the keyboard where one goes on. Where a keyboard would slide over what is to be read, only the panel itself. */
export function enter(frame: HTMLElement): void {
  const to = place(frame);
  if (to === null || (to.matches("textarea") && !matchMedia("(pointer: fine)").matches)) frame.focus();
  else to.focus();
}

/** Keeps the keyboard in the panel over a drawing: when what had the focus is gone, the focus lands where one goes on. */
export function createFocusKeeper(frame: HTMLElement, root: ShadowRoot): (draw: () => void) => void {
  /** The focus was in here and went nowhere since. */
  let within = false;
  return (draw) => {
    within ||= frame.contains(root.activeElement);
    draw();
    if (!within) return;
    const { activeElement } = document;
    const lost = root.activeElement === null && (activeElement === null || activeElement === document.body);
    // Nowhere to land yet: the next screen has a place.
    const to = lost ? place(frame) : null;
    to?.focus();
    within = lost && to === null;
  };
}
