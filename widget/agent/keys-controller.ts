import type { ReactiveController, ReactiveControllerHost } from "lit";
import { press } from "./keys.ts";
import type { KeyCommand, Waiting } from "./keys.ts";

/** What has keys of its own: one writes there, or answers a question first. */
const TAKERS = "input, textarea, select, [contenteditable], dialog, rejoin-insights, rejoin-settings";

function isTaken(event: KeyboardEvent): boolean {
  return event.composedPath().some((on) => on instanceof Element && on.matches(TAKERS));
}

/** Hears the console's keys: on its own page wherever the focus is, elsewhere only within it. */
export class KeysController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { routed: boolean };
  readonly #obey: (command: KeyCommand) => boolean;
  #waiting: Waiting = null;
  #life: AbortController | null = null;

  /** `obey` does what is asked for, and says whether there was anything to do. */
  constructor(
    host: ReactiveControllerHost & HTMLElement & { routed: boolean },
    obey: (command: KeyCommand) => boolean,
  ) {
    this.#host = host;
    this.#obey = obey;
    host.addController(this);
  }

  hostConnected(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    (this.#host.routed ? document : this.#host).addEventListener("keydown", this.#hear, { signal });
  }

  hostDisconnected(): void {
    this.#life?.abort();
  }

  readonly #hear = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    const { waiting, command } = press(this.#waiting, event.key, event.timeStamp);
    this.#waiting = waiting;
    // What is typed next must not catch the key that led there.
    if (command !== null && this.#obey(command)) event.preventDefault();
  };
}
