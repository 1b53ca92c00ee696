/** The ports of loopback on which the demo stands. */
export interface Ports {
  /** The server itself: the console, the demo's page, whatever goes through no fault. */
  server: number;
  /** Each device's way to the shop's site, and to the chat's server. */
  shopSite: number;
  phoneSite: number;
  shopChat: number;
  phoneChat: number;
}

/** Five in a row, so that one number says where everything is. */
export function portsFrom(first: number): Ports {
  return { server: first, shopSite: first + 1, phoneSite: first + 2, shopChat: first + 3, phoneChat: first + 4 };
}

/**
 * The origins under which a device's site can be reached. Names below `localhost` are sites of their own, which browsers isolate
 * from each other; Chromium and Firefox resolve them by themselves. Where that fails, the plain address is left.
 */
export function originsOf(name: "shop" | "phone", port: number): string[] {
  return [`http://${name}.localhost:${port}`, `http://127.0.0.1:${port}`];
}

/** The origins of the demo's own page, and of the console. */
export function ownOrigins(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}
