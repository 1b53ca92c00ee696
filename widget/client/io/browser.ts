import { createBrowserStore } from "./browser-store.ts";
import { chance, clock, openSocket } from "./platform.ts";
import type { Page, Ports } from "./ports.ts";

export const browserPage: Page = {
  hidden: () => document.hidden,
  // The page's own life as hints. `offline` is no more than that, too: a reason to ask the server at once, and to wait for it less long.
  listen: (listener) => {
    const controller = new AbortController();
    const on = (target: EventTarget, type: string, work: () => void): void =>
      target.addEventListener(type, work, { signal: controller.signal });
    const hint = (): void => listener({ type: "hint" });
    on(window, "online", hint);
    on(window, "offline", hint);
    on(window, "focus", hint);
    on(document, "resume", hint);
    on(document, "visibilitychange", () => {
      const { hidden } = document;
      listener({ type: "hidden", hidden });
      if (!hidden) hint();
    });
    // A page in the back/forward cache would look present as long as its socket is open.
    on(window, "pagehide", () => listener({ type: "suspend", held: false }));
    on(window, "pageshow", () => listener({ type: "resume", held: false }));
    return () => controller.abort();
  },
};

/** Where the client runs in a browser. */
export function browserPorts(): Ports {
  return {
    clock,
    chance,
    store: createBrowserStore(),
    page: browserPage,
    openSocket,
    fetch: (url, init) => fetch(url, init),
  };
}
