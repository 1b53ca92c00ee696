import type { Socket } from "node:net";

/**
 * What happens to what comes out of `from`: it reaches `to` after so long, waits, or vanishes. `stallMs` says how much longer a
 * piece of so many bytes takes, and all that comes after it. With `dropBytes` nothing comes in larger pieces, and each takes its time.
 */
export type Flow = { delayMs: number; stallMs?: (bytes: number) => number; dropBytes?: number } | "hold" | "swallow";

/** One direction of a cable. */
export interface Pipe {
  flow(flow: Flow): void;
  /** Whether anything vanished, be it only an end. */
  readonly lost: boolean;
  /** Pieces that wait. */
  readonly held: number;
}

const stallOf = ({ stallMs }: Exclude<Flow, string>, what: Piece["what"]) =>
  what instanceof Buffer && stallMs !== undefined ? stallMs(what.length) : 0;

/** How long a drop takes on a line that trickles. */
const DROP_MS = 1;

type Piece = { what: Buffer | "end" | "reset"; dueAt: number };

/** Carries bytes, ends and resets from one socket to the other, in order whatever the delays. */
export function createPipe(from: Socket, to: Socket): Pipe {
  let flow: Flow = { delayMs: 0 };
  let lost = false;
  const queue: Piece[] = [];
  let timer: NodeJS.Timeout | undefined;

  const drain = () => {
    clearTimeout(timer);
    if (flow === "hold") return;
    for (let piece = queue[0]; piece; piece = queue[0]) {
      const waitMs = piece.dueAt - Date.now();
      if (waitMs > 0) {
        timer = setTimeout(drain, waitMs);
        return;
      }
      queue.shift();
      deliver(piece.what);
    }
  };
  const deliver = (what: Piece["what"]) => {
    if (to.destroyed) return;
    if (what === "reset") to.resetAndDestroy();
    else if (what === "end") to.end();
    else if (to.writable) to.write(what);
  };
  const take = (what: Piece["what"]) => {
    if (flow === "swallow") {
      lost = true;
      return;
    }
    if (flow === "hold") queue.push({ what, dueAt: 0 });
    else if (flow.dropBytes !== undefined && what instanceof Buffer) trickle(what, flow.delayMs, flow.dropBytes);
    else queue.push({ what, dueAt: Date.now() + flow.delayMs + stallOf(flow, what) });
    drain();
  };
  const trickle = (what: Buffer, delayMs: number, dropBytes: number) => {
    for (let at = 0; at < what.length; at += dropBytes) {
      const before = queue.at(-1)?.dueAt ?? 0;
      queue.push({
        what: what.subarray(at, at + dropBytes),
        dueAt: Math.max(before, Date.now() + delayMs) + DROP_MS,
      });
    }
  };
  from.on("data", (chunk: Buffer) => take(chunk));
  from.on("end", () => take("end"));
  from.on("error", () => take("reset"));
  return {
    flow: (next) => {
      if (next === "swallow" && queue.length > 0) lost = true;
      if (next === "swallow") queue.length = 0;
      flow = next;
      drain();
    },
    get lost() {
      return lost;
    },
    get held() {
      return queue.length;
    },
  };
}
