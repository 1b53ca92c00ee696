import { answerTo } from "./answers.ts";
import type { Frame } from "./answers.ts";

export type { Frame };

/** A plain WebSocket that remembers what it heard. Deliberately not our client: it shows what is on the wire. */
export interface RawSocket {
  readonly frames: readonly Frame[];
  send(frame: object | string): void;
  /** The first frame, heard already or to come, that fits and was not taken before; of states, only such as follow the last that was taken. Rejects when the socket closes without it. */
  take(fits: string | ((frame: Frame) => boolean)): Promise<Frame>;
  /** Sends a request; resolves to its answer, see `answerTo`. */
  ask(frame: { id: string } & Record<string, unknown>): Promise<Frame>;
  close(code?: number): void;
  /** The close code, once the server has said goodbye or the socket is closed. */
  readonly closed: Promise<number>;
}

export function openRaw(url: string, secret: string, protocols: string[] = ["rejoin.v1", secret]): RawSocket {
  const socket = new WebSocket(url.replace(/^http/, "ws"), protocols);
  const frames: Frame[] = [];
  const taken = new Set<Frame>();
  const watchers = new Set<() => void>();
  let isClosed = false;
  const wake = () => {
    for (const watcher of watchers) watcher();
  };
  let resolveClosed: (code: number) => void;
  const closed = new Promise<number>((resolve) => (resolveClosed = resolve));
  const gone = (code: number) => {
    isClosed = true;
    resolveClosed(code);
    wake();
  };
  socket.addEventListener("close", (event) => gone(event.code));
  const opened = new Promise<void>((resolve) => socket.addEventListener("open", () => resolve()));
  socket.addEventListener("error", () => undefined);
  socket.addEventListener("message", (event) => {
    if (event.data === "pong") return;
    const frame = JSON.parse(String(event.data)) as Frame;
    if (frame.type === "bye") gone(frame["code"] as number);
    frames.push(frame);
    wake();
  });

  /** What tells a state is passed over once a later one was taken, so that no test is satisfied by the past. */
  const markTaken = (frame: Frame) => {
    const past =
      frame.type === "desk" || frame.type === "update"
        ? frames.slice(0, frames.indexOf(frame)).filter((earlier) => earlier.type === frame.type)
        : [];
    for (const passed of [...past, frame]) taken.add(passed);
  };
  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined && !isClosed) return;
        watchers.delete(look);
        if (found !== undefined) return resolve(found);
        reject(new Error(`closed without such a frame; heard ${JSON.stringify(frames.map((frame) => frame.type))}`));
      };
      watchers.add(look);
      look();
    });
  const take: RawSocket["take"] = (fits) => {
    const matches = typeof fits === "string" ? (frame: Frame) => frame.type === fits : fits;
    return until(() => {
      const found = frames.find((frame) => !taken.has(frame) && matches(frame));
      if (found !== undefined) markTaken(found);
      return found;
    });
  };

  const send = (frame: object | string) => {
    const text = typeof frame === "string" ? frame : JSON.stringify(frame);
    void opened.then(() => socket.send(text));
  };
  return {
    frames,
    send,
    take,
    ask: (frame) => {
      const before = frames.length;
      send(frame);
      return until(() => answerTo(frame.id, frames.slice(before)));
    },
    close: (code) => socket.close(code),
    closed,
  };
}
