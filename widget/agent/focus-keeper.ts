import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Keeps the keyboard in its host: when what had the focus is gone, the focus lands where one goes on. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #land: () => HTMLElement | null;
  /** The focus was in here and went nowhere since. */
  #within = false;

  constructor(host: ReactiveControllerHost & HTMLElement, land: () => HTMLElement | null) {
    this.#host = host;
    this.#land = land;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#within ||= this.#isInside();
  }

  hostUpdated(): void {
    if (!this.#within) return;
    const { activeElement } = document;
    const lost = activeElement === null || activeElement === document.body;
    // Nowhere to land yet: the next screen has a place.
    const place = lost ? this.#land() : null;
    place?.focus();
    this.#within = lost && place === null;
  }

  #isInside(): boolean {
    return (this.#host.shadowRoot?.activeElement ?? null) !== null;
  }
}
