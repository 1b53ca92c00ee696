import type { Chance, Clock, OpenSocket, Socket, SocketListener } from "./ports.ts";

/** Clock, chance and sockets as browsers and Node 24 both have them. */
export const clock: Clock = {
  now: Date.now,
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

export const chance: Chance = {
  random: Math.random,
  id: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(26));
    return Array.from(bytes, (byte) => (byte & 31).toString(32)).join("");
  },
};

/** Wires a socket that was just made to its listener. */
export function listenTo(make: () => WebSocket, listener: SocketListener): Socket | null {
  try {
    const socket = make();
    socket.onopen = listener.opened;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => listener.received(String(data));
    socket.onclose = ({ code }) => listener.closed(code);
    return socket;
  } catch {
    // A page's own security policy can forbid the very attempt; to the machine that is trouble like any other.
    listener.closed(1006);
    return null;
  }
}

export const openSocket: OpenSocket = (url, protocols, listener) =>
  listenTo(() => new WebSocket(url, protocols), listener);
