import type * as v from "valibot";
import { CLOSE } from "#protocol/codes.ts";
import type { Bye } from "#protocol/frames.ts";
import { SUBPROTOCOL } from "#protocol/limits.ts";
import type { OpenSocket, Socket } from "./ports.ts";

/** What opens a socket (a credential or a ticket), or the close code that stands for why there is none. */
export type Key = { key: string } | { code: number };

export type LineEvent<Frame> =
  | { type: "opened" }
  | { type: "heard" }
  | { type: "closed"; code: number }
  | { type: "frame"; frame: Frame };

type Goodbye = v.InferOutput<typeof Bye>;

const isGoodbye = (frame: { type: string }): frame is Goodbye => frame.type === "bye";

/** The sockets of one connection machine, one at a time: what is said goes to the present one, and what an older one still says is not passed on. */
export interface Line {
  /** Asks for the key first, within the machine's patience. */
  open(fresh: boolean, url: string): Promise<void>;
  say(text: string): void;
  close(): void;
}

export function createLine<Frame extends { type: string }>(
  openSocket: OpenSocket,
  authorise: (fresh: boolean) => Promise<Key>,
  read: (text: string) => Frame | Goodbye | null,
  tell: (event: LineEvent<Frame>) => void,
): Line {
  let socket: Socket | null = null;
  let present = 0;
  const close = (): void => {
    socket?.close(CLOSE.left);
    socket = null;
    present += 1;
  };
  return {
    say: (text) => socket?.send(text),
    close,
    open: async (fresh, url) => {
      close();
      const mine = present;
      const pass: typeof tell = (event) => {
        if (mine === present) tell(event);
      };
      const key = await authorise(fresh).catch((): Key => ({ code: 1006 }));
      if ("code" in key) return pass({ type: "closed", code: key.code });
      if (mine !== present) return;
      socket = openSocket(url, [SUBPROTOCOL, key.key], {
        opened: () => pass({ type: "opened" }),
        received: (text) => {
          pass({ type: "heard" });
          const frame = read(text);
          if (frame === null) return;
          // The close itself may come seconds later.
          pass(isGoodbye(frame) ? { type: "closed", code: frame.code } : { type: "frame", frame });
        },
        closed: (code) => pass({ type: "closed", code }),
      });
    },
  };
}
