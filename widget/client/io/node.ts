import { createMemoryStore } from "./memory-store.ts";
import { chance, clock, listenTo } from "./platform.ts";
import type { OpenSocket, Page, Ports } from "./ports.ts";

/** Nobody hides a bot. */
export const steadyPage: Page = {
  hidden: () => false,
  listen: () => () => {},
};

/**
 * Where the client runs in Node 24: its own `WebSocket` and `fetch`, a store in memory, and a jar for the agent's session
 * cookie. `origin` is what a browser would say of the page: a site's for customers, the server's for agents.
 */
export function nodePorts(origin: string): Ports {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const openSocket: OpenSocket = (url, protocols, listener) => {
    // Node's WebSocket takes headers, which the DOM's type of it does not know.
    const make = (): WebSocket => Reflect.construct(WebSocket, [url, { protocols, headers: { origin } }]);
    return listenTo(make, listener);
  };
  return {
    // What is due already is due at once: Node complains about times before now, which browsers take.
    clock: { ...clock, after: (ms, work) => clock.after(Math.max(0, ms), work) },
    chance,
    store: createMemoryStore(),
    page: steadyPage,
    openSocket,
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set("origin", origin);
      if (jar.size > 0) headers.set("cookie", cookie());
      const response = await fetch(url, { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const [name = "", ...value] = pair.split("=");
        if (/max-age=0\b/i.test(line)) jar.delete(name);
        else jar.set(name, value.join("="));
      }
      return response;
    },
  };
}
