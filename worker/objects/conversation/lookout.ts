import { SILENT_VISIBLE_MS } from "#protocol/limits.ts";
import { lastSign, openSockets, sendFrame } from "../sockets.ts";
import type { Room, Seat } from "./room.ts";

/** A page that is later than this to look does not look at all. */
const LATE_MS = 10_000;

/**
 * The agents' pages that make the conversation look who is there and what is due, in the place of its alarm: a frame of theirs costs a
 * twentieth of a request and writes no row. What they were asked stands with their sockets and survives hibernation.
 */
export interface Lookout {
  /** This page looks: from now on it can be asked to. */
  noteLook(socket: WebSocket): void;
  /** Whether a page of this agent will look by then: one is asked if none was. False if nobody can be counted on. */
  watches(agentId: string, at: number, now: number): boolean;
  /** Whoever was asked and did not look is asked no more. */
  dismissLate(now: number): void;
}

type AgentSeat = Extract<Seat, { side: "agent" }>;

export function createLookout(ctx: DurableObjectState, room: Pick<Room, "seatOf" | "update">): Lookout {
  const pages = () =>
    openSockets(ctx, "agent").flatMap((socket) => {
      const seat = room.seatOf(socket) as AgentSeat;
      return seat.looksAt === undefined ? [] : [{ socket, seat, looksAt: seat.looksAt }];
    });
  return {
    noteLook: (socket) => {
      const seat = room.seatOf(socket);
      if (seat.side === "agent") room.update(socket, { ...seat, looksAt: null });
    },
    watches: (agentId, at, now) => {
      // Browsers let the timers of a hidden page rest, and a page that does not ping may be gone.
      const able = pages().filter(
        ({ socket, seat }) =>
          seat.agentId === agentId && !seat.hidden && lastSign(ctx, socket, seat) > now - SILENT_VISIBLE_MS,
      );
      if (able.some(({ looksAt }) => looksAt !== null && looksAt > now && looksAt <= at)) return true;
      const [page] = able;
      if (page === undefined) return false;
      room.update(page.socket, { ...page.seat, looksAt: at });
      sendFrame(page.socket, { type: "look-at", inMs: Math.max(0, at - now) });
      return true;
    },
    dismissLate: (now) => {
      for (const { socket, seat, looksAt } of pages()) {
        if (looksAt === null || looksAt > now - LATE_MS) continue;
        const { looksAt: _never, ...rest } = seat;
        room.update(socket, rest);
      }
    },
  };
}
