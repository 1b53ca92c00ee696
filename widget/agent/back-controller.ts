import type { ReactiveController, ReactiveControllerHost } from "lit";
import { placeIn } from "./place.ts";

/** How many things lie over the list, where there is room for one at a time, and how to be rid of those above so many. */
export interface Layers {
  depth(): number;
  close(to: number): void;
}

/** Narrower than this, one column is shown at a time; the styles fold at the same width. */
const NARROW_PX = 720;

/** After this long what was to leave the history has left it, or never will. */
const LEFT_MS = 1_000;

/** The depth of an entry of the browser's history. */
export function depthIn(state: unknown): number {
  return typeof state === "object" && state !== null && "rejoinDepth" in state && typeof state.rejoinDepth === "number"
    ? state.rejoinDepth
    : 0;
}

/**
 * On a phone Back goes from the details to the conversation, and from there to the list: each is an entry of the history, under
 * the same address. A page in a frame shares its history with others, and leaves it alone.
 */
export class BackController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { routed: boolean };
  readonly #layers: Layers;
  /** What was closed by a button is on its way out of the history. */
  #isLeaving = false;

  constructor(host: ReactiveControllerHost & HTMLElement & { routed: boolean }, layers: Layers) {
    this.#host = host;
    this.#layers = layers;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("popstate", this.#popped);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#popped);
  }

  hostUpdated(): void {
    if (!this.#isAtChats() || this.#isLeaving) return;
    const wanted = this.#wanted();
    const there = depthIn(history.state);
    for (let depth = there + 1; depth <= wanted; depth += 1) history.pushState({ rejoinDepth: depth }, "");
    if (there <= wanted) return;
    this.#isLeaving = true;
    history.go(wanted - there);
    // Where those entries are gone, nothing is heard of it.
    setTimeout(() => {
      this.#isLeaving = false;
    }, LEFT_MS);
  }

  readonly #popped = (): void => {
    const wasLeaving = this.#isLeaving;
    this.#isLeaving = false;
    if (!this.#isAtChats()) return;
    const there = depthIn(history.state);
    if (!wasLeaving && there < this.#wanted()) this.#layers.close(there);
    // Forward has nothing to open any more.
    else this.#host.requestUpdate();
  };

  #wanted(): number {
    return this.#host.clientWidth < NARROW_PX ? this.#layers.depth() : 0;
  }

  /** By the address: the other places' entries say nothing of what lies over the list. */
  #isAtChats(): boolean {
    return this.#host.routed && parent === window && placeIn(location.hash).at === "chats";
  }
}
