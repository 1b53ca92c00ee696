import { CLOSE } from "#protocol/codes.ts";
import type { ErrorCode } from "#protocol/errors.ts";
import { SILENT_VISIBLE_MS } from "#protocol/limits.ts";
import type { Asker } from "../../core/desk/state.ts";
import type { DeskPass } from "./pass.ts";
import {
  type Attached,
  acceptSocket,
  createAttachments,
  endSocket,
  deadAt,
  openSockets,
  sendFrame,
} from "../sockets.ts";

/** What the attachment of a console's socket says of it. */
export type ConsoleSeat = Attached & Pick<DeskPass, "agentId" | "sessionId" | "role">;

/** The consoles that are open: the desk's sockets. An agent may have several, one for each tab. */
export interface Consoles {
  /** Seats a new socket; an older one of the same tab gives way. */
  admit(pass: DeskPass, now: number): { socket: WebSocket; response: Response };
  seatOf(socket: WebSocket): ConsoleSeat;
  setHidden(socket: WebSocket, hidden: boolean): void;
  /** Who has a console open, but for this socket. */
  agentIds(without?: WebSocket): string[];
  /** Sends to all consoles of an agent. */
  send(agentId: string, frame: object): void;
  /** Answers a request in the tab that made it. */
  reply(asker: Asker, code: ErrorCode | null): void;
  /** Closes the consoles of one session, or of all of the agent's. */
  dismiss(agentId: string, sessionId?: string): void;
  /** Closes what has been silent too long; whose that was. */
  sweep(now: number): Set<string>;
  /** When the next socket counts as dead; null without any. */
  nextSweepAt(now: number): number | null;
}

const ALL = "console";
const tagOf = (agentId: string) => `agent:${agentId}`;

export function createConsoles(ctx: DurableObjectState): Consoles {
  const seats = createAttachments<ConsoleSeat>();
  const seatOf = seats.of;
  const all = () => openSockets(ctx, ALL);
  const ofAgent = (agentId: string) => openSockets(ctx, tagOf(agentId));

  return {
    admit: ({ agentId, sessionId, role, tab, hidden }, now) => {
      const older = ofAgent(agentId).filter((socket) => seatOf(socket).tab === tab);
      const seat: ConsoleSeat = { agentId, sessionId, role, tab, hidden, openedAt: now };
      const admitted = acceptSocket(ctx, [ALL, tagOf(agentId)], seat);
      for (const socket of older) endSocket(socket, CLOSE.replaced);
      return admitted;
    },
    seatOf,
    // Saying so is a sign of life.
    setHidden: (socket, hidden) => seats.put(socket, { ...seatOf(socket), hidden, openedAt: Date.now() }),
    agentIds: (without) => [
      ...new Set(all().flatMap((socket) => (socket === without ? [] : [seatOf(socket).agentId]))),
    ],
    send: (agentId, frame) => {
      for (const socket of ofAgent(agentId)) sendFrame(socket, frame);
    },
    reply: ({ agentId, tab, id }, code) => {
      const frame = code === null ? { type: "ack", id } : { type: "nack", id, code };
      for (const socket of ofAgent(agentId)) if (seatOf(socket).tab === tab) sendFrame(socket, frame);
    },
    dismiss: (agentId, sessionId) => {
      const dismissed = ofAgent(agentId).filter(
        (socket) => sessionId === undefined || seatOf(socket).sessionId === sessionId,
      );
      for (const socket of dismissed) endSocket(socket, CLOSE.signedOut);
    },
    sweep: (now) => {
      const silent = new Set<string>();
      for (const socket of all()) {
        const seat = seatOf(socket);
        if (deadAt(ctx, socket, seat) > now) continue;
        endSocket(socket, CLOSE.silent);
        silent.add(seat.agentId);
      }
      return silent;
    },
    nextSweepAt: (now) => {
      const times = all().map((socket) => deadAt(ctx, socket, seatOf(socket)));
      // Never in a tight loop, even if a clock stepped.
      return times.length === 0 ? null : Math.max(Math.min(...times), now + SILENT_VISIBLE_MS / 10);
    },
  };
}
