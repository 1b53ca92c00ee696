import { createBrowserStore } from "./browser-store.ts";
import { chance, clock, openSocket } from "./platform.ts";
import type { Page, PageEvent, Ports } from "./ports.ts";

/** The page's own life as hints. `offline` is not among them: it says nothing that can be relied on. */
export const browserPage: Page = {
  hidden: () => document.hidden,
  listen: (listener) => {
    const controller = new AbortController();
    const on = (target: EventTarget, type: string, event: (from: Event) => PageEvent): void =>
      target.addEventListener(type, (from) => listener(event(from)), { signal: controller.signal });
    const hint = (): PageEvent => ({ type: "hint" });
    on(window, "online", hint);
    on(window, "focus", hint);
    on(document, "resume", hint);
    on(document, "visibilitychange", () => ({ type: "hidden", hidden: document.hidden }));
    document.addEventListener("visibilitychange", () => void (document.hidden || listener({ type: "hint" })), {
      signal: controller.signal,
    });
    // A page in the back/forward cache would look present as long as its socket is open.
    on(window, "pagehide", () => ({ type: "suspend", held: false }));
    on(window, "pageshow", () => ({ type: "resume", held: false }));
    return () => controller.abort();
  },
  redirect: (url) => {
    const [there, here] = [url, location.href].map((address) => new URL(address).href.split("#")[0]);
    // A page that is sent to itself would be sent again and again.
    if (there !== here) location.assign(url);
  },
  linkAnswered: () => {},
};

/** Where the client runs in a browser; `linkAnswered` is told what became of the link by which the page came. */
export function browserPorts(linkAnswered: Page["linkAnswered"] = browserPage.linkAnswered): Ports {
  return {
    clock,
    chance,
    store: createBrowserStore(),
    page: { ...browserPage, linkAnswered },
    openSocket,
    fetch: (url, init) => fetch(url, init),
  };
}
