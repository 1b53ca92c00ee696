import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Chat } from "../client/customer.ts";

/** Tries a start that reached nobody again, as soon as the browser is back on the network or the page is looked at. */
export class StartAgain implements ReactiveController {
  readonly #host: { readonly chat: Chat | null };
  readonly #retry: () => void;

  constructor(host: ReactiveControllerHost & { readonly chat: Chat | null }, retry: () => void) {
    this.#host = host;
    this.#retry = retry;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("online", this.#look);
    document.addEventListener("visibilitychange", this.#look);
  }

  hostDisconnected(): void {
    removeEventListener("online", this.#look);
    document.removeEventListener("visibilitychange", this.#look);
  }

  readonly #look = (): void => {
    const now = this.#host.chat?.snapshot().entrance;
    if (document.visibilityState === "visible" && now?.at === "unreachable" && now.again.ask === "start") this.#retry();
  };
}
