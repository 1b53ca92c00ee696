import type { Socket } from "node:net";
import { createPipe } from "./pipe.ts";

/** What a cable does to bytes. "up" is towards the server, "down" towards the client. */
export type Line =
  | { mode: "pass" }
  | { mode: "delay"; delayMs: number }
  /** Bytes come in drops, few at a time: whoever reads finds frames, and even single characters, in pieces. */
  | { mode: "trickle"; dropBytes: number }
  /** The network is gone for a while: bytes wait, and arrive when the line changes. */
  | { mode: "hold" }
  /** Packets vanish and nothing is closed. */
  | { mode: "black-hole"; swallow: "both" | "up" | "down" };

/** One connection through the proxy. */
export interface Cable {
  set(line: Line): void;
  cut(how: "rst" | "fin"): void;
  strand(): void;
  /** Whether anything on it vanished. */
  readonly lost: boolean;
  /** Pieces that wait on it. */
  readonly held: number;
  /** Settles when both sockets are destroyed. */
  gone: Promise<void>;
}

/** Joins two sockets by a cable. */
export function layCable(client: Socket, server: Socket, first: Line): Cable {
  const up = createPipe(client, server);
  const down = createPipe(server, client);
  let stranded = false;

  const swallows = (line: Line, side: "up" | "down") =>
    line.mode === "black-hole" && (line.swallow === "both" || line.swallow === side);
  const apply = (line: Line) => {
    up.flow(swallows(line, "up") ? "swallow" : flowOf(line));
    down.flow(swallows(line, "down") ? "swallow" : flowOf(line));
  };
  const cut = (how: "rst" | "fin") => {
    for (const side of [client, server]) {
      if (how === "rst") side.resetAndDestroy();
      else side.destroySoon();
    }
  };
  apply(first);
  return {
    set: (line) => {
      if (stranded) return;
      // A stream with a hole in it would be read as garbage; a router that forgot the connection answers by a reset.
      if ((up.lost && !swallows(line, "up")) || (down.lost && !swallows(line, "down"))) cut("rst");
      else apply(line);
    },
    strand: () => {
      stranded = true;
      apply({ mode: "black-hole", swallow: "both" });
    },
    cut,
    get lost() {
      return up.lost || down.lost;
    },
    get held() {
      return up.held + down.held;
    },
    gone: Promise.all([closed(client), closed(server)]).then(() => undefined),
  };
}

const flowOf = (line: Line) => {
  if (line.mode === "hold") return "hold";
  if (line.mode === "trickle") return { delayMs: 0, dropBytes: line.dropBytes };
  return { delayMs: line.mode === "delay" ? line.delayMs : 0 };
};

const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once("close", () => resolve()));
