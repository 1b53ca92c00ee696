import type { ReactiveController, ReactiveControllerHost } from "lit";

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
      const scale = contentRect.width / wanted;
      target.style.setProperty("--scale", String(target.closest(".phone") === null ? Math.min(1, scale) : scale));
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
