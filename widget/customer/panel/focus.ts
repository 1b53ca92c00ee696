/** Where one goes on: at what stands over all, at a screen's heading, or where one writes. */
function placeIn(frame: HTMLElement): HTMLElement | null {
  const within = frame.querySelector(".sheet, .whole") ?? frame;
  return within.querySelector<HTMLElement>('[tabindex="-1"], textarea');
}

/** Keeps the keyboard in the panel: when what had the focus is gone with a drawing, the focus lands where one goes on. */
export function createFocusKeeper(
  frame: HTMLElement,
  root: ShadowRoot,
): {
  over(draw: () => void): void;
  /** A person opened the panel. */
  enter(): void;
} {
  /** It has to land, and there was no place yet. */
  let waits = false;

  const land = (): void => {
    const place = placeIn(frame);
    waits = place === null;
    // Where a keyboard would slide over what is to be read, only the panel itself.
    const opensKeyboard = place?.matches("textarea") === true && !matchMedia("(pointer: fine)").matches;
    (place === null || opensKeyboard ? frame : place).focus();
  };

  return {
    over: (draw) => {
      const { activeElement } = root;
      const within = frame.contains(activeElement);
      draw();
      const { activeElement: now } = root;
      // What stands under something else keeps the focus until the next frame, but takes no key.
      const gone =
        now === null ? (document.activeElement ?? document.body) === document.body : now.closest("[inert]") !== null;
      const lost = within && gone && !frame.inert;
      waits &&= now === frame;
      if (lost || waits) land();
    },
    // In a task of its own, as it makes the browser lay out what was just drawn; a page that has moved the focus meanwhile keeps it.
    enter: () => {
      const before = document.activeElement;
      setTimeout(() => {
        if (before === document.activeElement) land();
      });
    },
  };
}
