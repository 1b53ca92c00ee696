import type { ReactiveController, ReactiveControllerHost } from "lit";
import { CHATS, fragmentOf, placeIn } from "./place.ts";
import type { Place } from "./place.ts";

/** What a place says when it wants to be elsewhere: `detail.path` follows the place's own name in the address. */
export type GoEvent = CustomEvent<{ path: string }>;

/** Where one is in the console: kept in the page's address, where the page is the console's own, so that Back and reload do what they say. */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { routed: boolean };
  place: Place = CHATS;

  constructor(host: ReactiveControllerHost & { routed: boolean }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("hashchange", this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.#read);
  }

  readonly #read = (): void => {
    // Sign-in links use the fragment, too; whoever reads those clears it.
    if (!this.#host.routed || (location.hash !== "" && !location.hash.startsWith("#/"))) return;
    this.place = placeIn(location.hash);
    this.#host.requestUpdate();
  };

  go(place: Place): void {
    this.place = place;
    this.#host.requestUpdate();
    if (!this.#host.routed) return;
    const address = location.pathname + location.search + fragmentOf(place);
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address);
  }
}
