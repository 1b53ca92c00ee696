import type { ReactiveController, ReactiveControllerHost } from "lit";

/** On a window as narrow as this each screen is a phone's, and shows what it shows there, large enough to be read. */
const NARROW = 560;
const PHONE = 390;

/** By how much a screen that is meant for a width is made smaller where it has this much room, in a window of that. */
export function scaleOf(wanted: number, room: number, window: number): number {
  return Math.min(1, room / (window < NARROW ? PHONE : wanted));
}

/**
 * Makes screens smaller as a whole where they have less room than the width they are meant for; a phone's screen, which stands in
 * `.phone`, is always as wide as a phone. The values are set by the DOM's own methods: the page forbids inline styles.
 */
export class Fit implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #seen = new WeakSet<Element>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      const wanted = Number(target.dataset["width"]);
      const { width } = contentRect;
      const scale = target.closest(".phone") === null ? scaleOf(wanted, width, innerWidth) : width / wanted;
      target.style.setProperty("--scale", String(scale));
    }
  });

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const screen of this.#host.shadowRoot?.querySelectorAll(".screen") ?? []) {
      if (this.#seen.has(screen)) continue;
      this.#seen.add(screen);
      this.#observer.observe(screen);
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
