import { expect, test } from "vitest";
import { createLine } from "../../../widget/client/io/line.ts";
import type { Key, LineEvent } from "../../../widget/client/io/line.ts";
import type { SocketListener } from "../../../widget/client/io/ports.ts";
import { settle } from "./support/manual-clock.ts";

interface Frame {
  type: "news";
  text: string;
}

/** A line whose sockets do what the test says; `keys` are what it gets to open them, else always the same. */
function createScene(keys: Promise<Key>[] = []) {
  const sockets: { listener: SocketListener; url: string; protocols: string[]; said: string[]; code: number | null }[] =
    [];
  const heard: LineEvent<Frame>[] = [];
  const line = createLine<Frame>(
    (url, protocols, listener) => {
      const socket: (typeof sockets)[number] = { listener, url, protocols, said: [], code: null };
      sockets.push(socket);
      return {
        send: (text) => socket.said.push(text),
        close: (code) => {
          socket.code = code;
        },
      };
    },
    () => keys.shift() ?? Promise.resolve({ key: "credential" }),
    (text) => (text === "bye" ? { type: "bye", code: 4200 } : text === "pong" ? null : { type: "news", text }),
    (event) => heard.push(event),
  );
  return { line, sockets, heard };
}

const speak = (listener: SocketListener | undefined): void => {
  listener?.opened();
  listener?.received("hello");
  listener?.received("pong");
  listener?.received("bye");
  listener?.closed(1006);
};

test("what the present socket says is passed on, and what is said goes to it", async () => {
  const { line, sockets, heard } = createScene();
  await line.open(false, "ws://server/socket?tab=1");
  const [socket] = sockets;
  expect(socket).toMatchObject({ url: "ws://server/socket?tab=1", protocols: ["rejoin.v1", "credential"] });
  speak(socket?.listener);
  expect(heard).toEqual([
    { type: "opened" },
    { type: "heard" },
    { type: "frame", frame: { type: "news", text: "hello" } },
    { type: "heard" },
    { type: "heard" },
    { type: "closed", code: 4200 },
    { type: "closed", code: 1006 },
  ]);
  line.say("ping");
  expect(socket?.said).toEqual(["ping"]);
});

test.each(["close", "open"] as const)("whatever an older socket still says is ignored: %s", async (how) => {
  const { line, sockets, heard } = createScene();
  await line.open(false, "ws://server/one");
  if (how === "close") line.close();
  else await line.open(false, "ws://server/two");
  speak(sockets[0]?.listener);
  expect(heard).toEqual([]);
  expect(sockets[0]?.code).toBe(4300);
  line.say("ping");
  expect(sockets.map(({ said }) => said)).toEqual(how === "close" ? [[]] : [[], ["ping"]]);
});

test("a key that comes too late opens nothing; none is a close, and so is one that could not be asked for", async () => {
  const late = Promise.withResolvers<Key>();
  const { line, sockets, heard } = createScene([
    late.promise,
    Promise.resolve({ code: 4001 }),
    Promise.reject(new Error("no network")),
  ]);
  void line.open(false, "ws://server/one");
  line.close();
  late.resolve({ key: "credential" });
  await settle();
  expect([sockets, heard]).toEqual([[], []]);
  await line.open(false, "ws://server/two");
  await line.open(true, "ws://server/three");
  expect(sockets).toEqual([]);
  expect(heard).toEqual([
    { type: "closed", code: 4001 },
    { type: "closed", code: 1006 },
  ]);
});
