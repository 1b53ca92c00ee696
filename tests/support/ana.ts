import type { Frame, RawSocket } from "./frames.ts";
import { randomId } from "./peers.ts";
import type { Shop } from "./shop.ts";
import { onDuty, untilDesk } from "./talk.ts";

/** An agent of a shop, on duty, who does as a test says. */
export interface Ana {
  readonly desk: RawSocket;
  /** Her place in the conversation that she has, once she has one. */
  seat(): Promise<RawSocket>;
  says(...texts: readonly string[]): Promise<void>;
  /** She has read all that is there. */
  reads(): Promise<void>;
  types(): Promise<void>;
  ends(): Promise<void>;
  /** Her own connection is lost. */
  drops(): Promise<void>;
  /** Resolves when her customer is away, or present again. */
  sees(at: "away" | "present"): Promise<void>;
  /** Resolves when the customer's message has reached her. */
  hears(text: string): Promise<void>;
}

/** Whether a frame tells that the conversation has ended. */
export const isOver = (frame: Frame): boolean => frame["view"]?.phase.ended !== undefined;

type Mine = { conversationId: string; state: string };
const mineIn = (frame: Frame) => (frame["mine"] ?? []) as Mine[];

export async function callAna(shop: Shop, name = "Ana Martins", capacity = 1): Promise<Ana> {
  const agent = await shop.agent(name, capacity);
  const desk = await onDuty(agent);
  const seats = new Map<string, Promise<RawSocket>>();
  const sit = async (conversationId: string) => {
    const socket = await agent.connect(conversationId);
    await socket.take("welcome");
    return socket;
  };
  const now = () => mineIn(desk.frames.findLast((frame) => frame.type === "desk") ?? { type: "none" });
  const live = ({ state }: Mine) => state === "active";
  const seat = async () => {
    const found = now().find(live) ?? mineIn(await untilDesk(desk, (feed) => mineIn(feed).some(live))).find(live);
    if (found === undefined) throw new Error("nobody to talk to");
    const { conversationId } = found;
    const taken = seats.get(conversationId) ?? sit(conversationId);
    seats.set(conversationId, taken);
    return taken;
  };
  /** The last entry that she was told of. */
  const head = (socket: RawSocket) =>
    Math.max(
      0,
      ...socket.frames.flatMap((frame) => ((frame["entries"] ?? []) as { seq: number }[]).map(({ seq }) => seq)),
    );
  return {
    desk,
    seat,
    says: async (...texts) => {
      const socket = await seat();
      for (const text of texts) await socket.ask({ type: "message", id: randomId(), text });
    },
    reads: async () => {
      const socket = await seat();
      socket.send({ type: "seen", seq: head(socket) });
    },
    types: async () => (await seat()).send({ type: "typing", on: true }),
    ends: async () => void (await (await seat()).ask({ type: "end", id: randomId() })),
    drops: async () => {
      (await seat()).close();
      desk.close();
    },
    sees: async (at) => {
      const isAt = (frame: Frame) => frame["view"]?.phase.customer?.at === at;
      const socket = await seat();
      const last = socket.frames.findLast((frame) => frame["view"] !== undefined);
      if (last === undefined || !isAt(last)) await socket.take(isAt);
    },
    hears: async (text) => {
      const says = (frame: Frame) =>
        ((frame["entries"] ?? []) as { text?: string }[]).some((entry) => entry.text === text);
      const socket = await seat();
      if (!socket.frames.some(says)) await socket.take(says);
    },
  };
}
