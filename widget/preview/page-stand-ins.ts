import { PING, PONG, SUBPROTOCOL } from "#protocol/limits.ts";
import { sampleWelcome } from "./talk.ts";

/** What a page's storage is to the widget, gone with the page: a preview leaves nothing in the owner's browser. */
class PageStorage {
  [name: string]: unknown;

  getItem(name: string): string | null {
    const value = Object.hasOwn(this, name) ? this[name] : null;
    return typeof value === "string" ? value : null;
  }

  setItem(name: string, value: string): void {
    this[name] = value;
  }

  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

/** A conversation's socket, as far as somebody who only looks can tell: it welcomes, and it is alive. */
class SampleSocket extends EventTarget {
  readonly protocol = SUBPROTOCOL;
  readyState: number = WebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;

  constructor() {
    super();
    setTimeout(() => {
      this.readyState = WebSocket.OPEN;
      this.onopen?.();
      this.#say(JSON.stringify(sampleWelcome(Date.now())));
    });
  }

  #say(data: string): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }

  send(text: string): void {
    if (text === PING) setTimeout(() => this.#say(PONG));
  }

  close(code = 1000): void {
    this.readyState = WebSocket.CLOSED;
    setTimeout(() => this.onclose?.(new CloseEvent("close", { code })));
  }
}

/** Puts stand-ins in the place of what of the page's surroundings a preview must not touch, before the widget's script is there. */
export function standIn(): void {
  const put = (target: object, name: string, value: unknown): void =>
    void Object.defineProperty(target, name, { value, configurable: true });
  put(globalThis, "localStorage", new PageStorage());
  put(globalThis, "WebSocket", Object.assign(SampleSocket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 }));
  // A chat that a person has just opened takes the keyboard; here somebody is typing in the form beside it.
  put(navigator, "userActivation", { isActive: false, hasBeenActive: false });
}
