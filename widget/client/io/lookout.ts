import type { Clock, OpenSocket, Socket } from "./ports.ts";
import { readAgentFrame, type readServerFrame } from "./reader.ts";

const LOOK = JSON.stringify({ type: "look" });

/**
 * An agent's page wakes the conversation when that has asked for it, so that it need not wake itself by an alarm. It says so once on
 * each socket; whether anybody looks is nothing that the agent's own part depends on.
 */
export interface Lookout {
  openSocket: OpenSocket;
  /** Reads what the server says, and keeps to itself what is for the lookout. */
  read(text: string): ReturnType<typeof readServerFrame>;
  /** Looks no more. */
  rest(): void;
}

export function createLookout(openSocket: OpenSocket, clock: Clock): Lookout {
  let socket: Socket | null = null;
  let rest = (): void => {};
  return {
    openSocket: (...given) => {
      rest();
      return (socket = openSocket(...given));
    },
    read: (text) => {
      const frame = readAgentFrame(text);
      if (frame?.type === "welcome") socket?.send(LOOK);
      if (frame?.type !== "look-at") return frame;
      rest();
      rest = clock.after(frame.inMs, () => socket?.send(LOOK));
      return null;
    },
    rest: () => rest(),
  };
}
