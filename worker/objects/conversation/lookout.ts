import { SILENT_VISIBLE_MS } from "#protocol/limits.ts";
import { lastSign, openSockets, sendFrame } from "../sockets.ts";
import type { Room, Seat } from "./room.ts";

/** A page that is later than this to look does not look at all. */
const LATE_MS = 10_000;

/** Nobody is asked for what is further off: for that an alarm is cheap, and browsers' timers do not reach a month ahead. */
const NEAR_MS = 5 * 60_000;

/**
 * The agents' pages that make the conversation look who is there and what is due, in the place of its alarm: a frame of theirs costs a
 * twentieth of a request and writes no row. What they were asked stands with their sockets and survives hibernation.
 */
export interface Lookout {
  /** This page looks: from now on it can be asked to. */
  noteLook(socket: WebSocket): void;
  /** Sees to it that every page of this agent that can be counted on looks by then. False if there is none, or the time is too far off. */
  askToLook(agentId: string, at: number, now: number): boolean;
}

type AgentSeat = Extract<Seat, { side: "agent" }>;

export function createLookout(ctx: DurableObjectState, room: Pick<Room, "seatOf" | "update">): Lookout {
  /**
   * Browsers let the timers of a hidden page rest, a page that does not ping may be gone, and one that was asked in vain is asked no
   * more until it looks again.
   */
  const canLook = (socket: WebSocket, seat: AgentSeat, now: number): boolean =>
    seat.looksAt !== undefined &&
    !seat.hidden &&
    (seat.looksAt === null || seat.looksAt > now - LATE_MS) &&
    lastSign(ctx, socket, seat) > now - SILENT_VISIBLE_MS;

  return {
    noteLook: (socket) => {
      const seat = room.seatOf(socket);
      if (seat.side === "agent") room.update(socket, { ...seat, looksAt: null });
    },
    askToLook: (agentId, at, now) => {
      if (at > now + NEAR_MS) return false;
      // All of them: any may be gone without a word, while the desk knows the agent to be there by another.
      const able = openSockets(ctx, "agent").flatMap((socket) => {
        const seat = room.seatOf(socket);
        return seat.side === "agent" && seat.agentId === agentId && canLook(socket, seat, now)
          ? [{ socket, seat }]
          : [];
      });
      for (const { socket, seat } of able) {
        const isAsked = typeof seat.looksAt === "number" && seat.looksAt > now && seat.looksAt <= at;
        if (isAsked) continue;
        room.update(socket, { ...seat, looksAt: at });
        sendFrame(socket, { type: "look-at", inMs: Math.max(0, at - now) });
      }
      return able.length > 0;
    },
  };
}
