import { setTimeout as sleep } from "node:timers/promises";
import { startFaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import { answerTo } from "../support/answers.ts";
import { openRaw } from "../support/frames.ts";
import { randomId, signInOwner } from "../support/peers.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import type { RawSocket } from "../support/frames.ts";
import { createHistory } from "./history.ts";
import { judge } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import { readTruth } from "./oracle.ts";

/**
 * A client that lacks what ours has. `no-outbox`: it says each message once, on the socket that it has, and forgets it. `no-ids`: it keeps
 * a message until it is acknowledged, but says it under a new id each time.
 */
export type Flaw = "no-outbox" | "no-ids";

/** What it says, and how often its line is cut, in the direction that hurts it. */
const MESSAGES = 60;
const CUT_EVERY = 10;

/** Lets a flawed client talk over a line that is cut, on the same server and before the same judge. */
export async function liveNaively(flaw: Flaw, builtDir: string): Promise<Verdict> {
  const server = await startServer({ builtDir });
  const cable = await startFaultProxy(server.port);
  try {
    const overseer = await signInOwner(server.url, server.setupSecret);
    const shop = await openShop(server, {}, overseer);
    const access = await shop.browser().begin();
    const { conversationId } = access;
    const history = createHistory();
    const waiting: { token: string; id: string }[] = [];

    const open = async (): Promise<RawSocket> => {
      const url = `${cable.url}/v1/conversation/socket?tab=${randomId()}`;
      const socket = openRaw(url, access.credential);
      await socket.take("welcome");
      return socket;
    };
    const say = (socket: RawSocket, token: string) => {
      const id = randomId();
      socket.send({ type: "message", id, text: `Hello ${token}` });
      return { token, id };
    };
    /** Drops what was acknowledged on this socket. */
    const hear = ({ frames }: RawSocket) => {
      for (const [n, { id, token }] of [...waiting.entries()].toReversed()) {
        if (answerTo(id, frames) === undefined) continue;
        history.tell(token);
        waiting.splice(n, 1);
      }
    };

    let socket = await open();
    for (let n = 1; n <= MESSAGES; n += 1) {
      const token = `«naive#${n}»`;
      history.compose({ token, side: "customer", author: "naive", page: "naive", conversationId });
      const said = say(socket, token);
      if (flaw === "no-ids") waiting.push(said);
      if (n % CUT_EVERY !== 0) continue;
      await sleep(50);
      hear(socket);
      // What it says from here on vanishes; or what it says arrives, and no answer comes.
      cable.set({ mode: "black-hole", swallow: flaw === "no-outbox" ? "up" : "down" });
      const blind = `«naive#${n}+»`;
      history.compose({ token: blind, side: "customer", author: "naive", page: "naive", conversationId });
      const saidBlindly = say(socket, blind);
      if (flaw === "no-ids") waiting.push(saidBlindly);
      await sleep(50);
      hear(socket);
      cable.set({ mode: "pass" });
      socket = await open();
      for (const message of waiting) Object.assign(message, say(socket, message.token));
      await sleep(50);
      hear(socket);
    }
    const records = new Map([[conversationId, await readTruth(overseer, conversationId)]]);
    const all = waiting.map(({ token }) => token).join();
    return judge(history, records, () => ({ all, boxes: "", failed: "" }));
  } finally {
    await cable.close();
    await server.stop();
  }
}
