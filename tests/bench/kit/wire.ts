import { randomId } from "../../support/peers.ts";

/** A socket with nothing around it, so that what is measured is the server's. It pings as pages do. */
export interface BareWire {
  /** Resolves with the instant at which the first frame came. */
  readonly first: Promise<number>;
  readonly opened: Promise<void>;
  readonly closed: Promise<void>;
  send(text: string): void;
  /** The one who hears what comes from now on; pongs are kept from them. */
  hear(listener: (text: string) => void): void;
  close(): void;
}

const PING_EVERY_MS = 10_000;

export function openBareWire(url: string, protocols: string[] = []): BareWire {
  const socket = new WebSocket(url.replace(/^http/, "ws"), protocols);
  let listener: (text: string) => void = () => {};
  const heart = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send("ping");
  }, PING_EVERY_MS);
  heart.unref();
  let isFirst = true;
  const first = new Promise<number>((resolve, reject) => {
    socket.addEventListener("message", ({ data }) => {
      if (data === "pong") return;
      if (isFirst) resolve(performance.now());
      isFirst = false;
      listener(String(data));
    });
    socket.addEventListener("close", ({ code }) => {
      clearInterval(heart);
      reject(new Error(`closed (${code}) before anything was said`));
    });
  });
  // Who only writes does not wait for it.
  first.catch(() => undefined);
  socket.addEventListener("error", () => undefined);
  const opened = new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("close", () => reject(new Error("the socket did not open")));
  });
  opened.catch(() => undefined);
  const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
  return {
    first,
    opened,
    closed,
    send: (text) => socket.send(text),
    hear: (next) => {
      listener = next;
    },
    close: () => socket.close(),
  };
}

/** The query that every socket of ours has. */
export const tabQuery = (): string => `tab=${randomId()}`;
