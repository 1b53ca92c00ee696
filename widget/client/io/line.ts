import type * as v from "valibot";
import { CLOSE } from "#protocol/codes.ts";
import type { Bye } from "#protocol/frames.ts";
import { PING, SUBPROTOCOL } from "#protocol/limits.ts";
import type { OpenSocket, Socket } from "./ports.ts";

/** What opens a socket (a credential or a ticket), or the close code that stands for why there is none. */
export type Key = { key: string } | { code: number };

export type LineEvent<Frame> =
  | { type: "opened"; socket: number }
  | { type: "heard"; socket: number }
  | { type: "closed"; socket: number; code: number }
  | { type: "frame"; socket: number; frame: Frame };

type Goodbye = v.InferOutput<typeof Bye>;

const isGoodbye = (frame: { type: string }): frame is Goodbye => frame.type === "bye";

export interface Line {
  open(socket: number, fresh: boolean, url: () => string): void;
  send(socket: number, frame: unknown): void;
  ping(socket: number): void;
  close(code: number): void;
}

/** The sockets of one connection machine, one at a time; asks for the key first, within the machine's patience. */
export function createLine<Frame extends { type: string }>(
  openSocket: OpenSocket,
  authorise: (fresh: boolean) => Promise<Key>,
  read: (text: string) => Frame | Goodbye | null,
  tell: (event: LineEvent<Frame>) => void,
): Line {
  let current = 0;
  let open: Socket | null = null;
  const say = (socket: number, text: string): void => {
    if (socket === current) open?.send(text);
  };
  const connect = async (socket: number, fresh: boolean, url: () => string): Promise<void> => {
    const answer = await authorise(fresh).catch((): Key => ({ code: 1006 }));
    if (socket !== current) return;
    if ("code" in answer) return tell({ type: "closed", socket, code: answer.code });
    open = openSocket(url(), [SUBPROTOCOL, answer.key], {
      opened: () => tell({ type: "opened", socket }),
      received: (text) => {
        tell({ type: "heard", socket });
        const frame = read(text);
        if (frame === null) return;
        if (!isGoodbye(frame)) return tell({ type: "frame", socket, frame });
        // The close itself may come seconds later.
        if (socket === current) close(CLOSE.left);
        tell({ type: "closed", socket, code: frame.code });
      },
      closed: (code) => tell({ type: "closed", socket, code }),
    });
  };
  const close = (code: number): void => {
    open?.close(code);
    open = null;
    current = 0;
  };
  return {
    open: (socket, fresh, url) => {
      close(CLOSE.left);
      current = socket;
      void connect(socket, fresh, url);
    },
    send: (socket, frame) => say(socket, JSON.stringify(frame)),
    ping: (socket) => say(socket, PING),
    close,
  };
}
