import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Renders its host once a second, as long as something on the screen counts. */
export class Seconds implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.want(false);
  }

  /** To be said with each rendering. */
  want(wanted: boolean): void {
    if (wanted === (this.#stop !== null)) return;
    this.#stop?.();
    this.#stop = null;
    if (!wanted) return;
    const timer = setInterval(() => this.#host.requestUpdate(), 1_000);
    this.#stop = () => clearInterval(timer);
  }
}
