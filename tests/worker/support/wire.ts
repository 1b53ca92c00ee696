import { exports } from "cloudflare:workers";
import { PING, PONG, SUBPROTOCOL } from "#protocol/limits.ts";
import { randomToken } from "../../../worker/tokens/seal.ts";
import { answerTo } from "../../support/answers.ts";
import type { Frame } from "../../support/answers.ts";
import { notePing } from "./clock.ts";

export type { Frame };

/** Where the Worker under test is reached; also its console's own origin. */
export const OWN = "http://localhost:8787";

/** 128 random bits, as clients make their ids. */
export const randomId = () => randomToken(16);

/** A socket through the whole Worker that remembers what it heard. */
export interface Wire {
  readonly tab: string;
  readonly frames: readonly Frame[];
  send(data: object | string | ArrayBuffer): void;
  /** The first frame, heard already or to come, that fits and was not taken before. Rejects when the socket closes without it. */
  take(fits: string | ((frame: Frame) => boolean)): Promise<Frame>;
  /** Sends a request and takes its ack or nack. */
  ask(frame: { id: string } & Record<string, unknown>): Promise<Frame>;
  /** Resolves when the runtime has answered. */
  ping(): Promise<void>;
  /** Resolves when everything that was sent before is dealt with and everything that came of it is heard; resolves to all frames. */
  settled(): Promise<readonly Frame[]>;
  close(code?: number): void;
  /** The close code, once it is closed. */
  readonly closed: Promise<number>;
}

export interface Opening {
  query?: Record<string, string | number>;
  protocols?: string;
  headers?: Record<string, string>;
  /** The client never answers a close frame, as a network that is gone would not. */
  deaf?: boolean;
}

/** Asks for an upgrade; the answer is 101 whatever the server thinks of it. */
export async function openWire(
  path: string,
  secret: string,
  { query = {}, protocols, headers, deaf = false }: Opening = {},
): Promise<Wire> {
  const tab = String(query["tab"] ?? randomId());
  const url = new URL(path, OWN);
  for (const [name, value] of Object.entries({ tab, ...query })) url.searchParams.set(name, String(value));
  const response = await exports.default.fetch(
    new Request(url, {
      headers: { upgrade: "websocket", "sec-websocket-protocol": protocols ?? `${SUBPROTOCOL}, ${secret}`, ...headers },
    }),
  );
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status} ${await response.text()}`);
  if (deaf) socket.accept({ allowHalfOpen: true });
  else socket.accept();
  return listen(socket, tab);
}

function listen(socket: WebSocket, tab: string): Wire {
  const frames: Frame[] = [];
  const taken = new Set<Frame>();
  const watchers = new Set<() => void>();
  const pongs: (() => void)[] = [];
  let closedBy: number | null = null;
  const wake = () => {
    for (const watcher of watchers) watcher();
  };
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener("close", ({ code }) => {
      closedBy = code;
      resolve(code);
      wake();
    });
  });
  socket.addEventListener("message", ({ data }) => {
    if (data === PONG) return pongs.shift()?.();
    frames.push(JSON.parse(String(data)) as Frame);
    wake();
  });

  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined && closedBy === null) return;
        watchers.delete(look);
        if (found !== undefined) return resolve(found);
        reject(new Error(`closed by ${closedBy} without such a frame; heard ${JSON.stringify(frames)}`));
      };
      watchers.add(look);
      look();
    });
  const take: Wire["take"] = (fits) => {
    const matches = typeof fits === "string" ? (frame: Frame) => frame.type === fits : fits;
    return until(() => {
      const found = frames.find((frame) => !taken.has(frame) && matches(frame));
      if (found !== undefined) taken.add(found);
      return found;
    });
  };

  const send: Wire["send"] = (data) =>
    socket.send(typeof data === "string" || data instanceof ArrayBuffer ? data : JSON.stringify(data));
  return {
    tab,
    frames,
    send,
    take,
    ask: (frame) => {
      const before = frames.length;
      send(frame);
      return until(() => answerTo(frame.id, frames.slice(before)));
    },
    ping: async () => {
      const answered = new Promise<void>((resolve) => pongs.push(resolve));
      socket.send(PING);
      await answered;
      notePing(tab);
    },
    settled: async () => {
      const ref = `fence-${randomId()}`;
      send({ type: ref });
      await take((frame) => frame.type === "error" && frame["ref"] === ref);
      return frames.filter((frame) => !(frame.type === "error" && frame["ref"] === ref));
    },
    close: (code) => (code === undefined ? socket.close() : socket.close(code)),
    closed,
  };
}
