import type { Chance, Clock, OpenSocket } from "./ports.ts";

/** Clock, chance and sockets as browsers and Node 24 both have them. */
export const clock: Clock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

export const chance: Chance = {
  random: () => Math.random(),
  id: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .slice(0, 22);
  },
};

/** Wires a socket that was just made to its listener. */
export function listenTo(make: () => WebSocket, listener: Parameters<OpenSocket>[2]): ReturnType<OpenSocket> {
  let socket: WebSocket;
  try {
    socket = make();
  } catch {
    // A page's own security policy can forbid the very attempt; to the machine that is trouble like any other.
    queueMicrotask(() => listener.closed(1006));
    return { send: () => {}, close: () => {} };
  }
  socket.onopen = () => listener.opened();
  socket.onmessage = ({ data }: MessageEvent<unknown>) => listener.received(typeof data === "string" ? data : "");
  socket.onclose = ({ code }) => listener.closed(code);
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: (code) => socket.close(code),
  };
}

export const openSocket: OpenSocket = (url, protocols, listener) =>
  listenTo(() => new WebSocket(url, protocols), listener);
