import { type Claim, refusalOf } from "../../core/conversation/rights.ts";
import { CLOSE } from "#protocol/codes.ts";
import { SILENT_VISIBLE_MS } from "#protocol/limits.ts";
import type { Change } from "./ledger.ts";
import { updateFrames } from "./wire.ts";
import type { ConversationPass } from "../passes.ts";
import type { Attached } from "../sockets.ts";
import {
  acceptSocket,
  createAttachments,
  endSocket,
  deadAt,
  lastSign,
  openSockets,
  sendFrame,
  sendText,
} from "../sockets.ts";

/** What a socket's attachment says of it. `live`: its replay is written, and what happens now reaches it. */
export type Seat = Attached & {
  live: boolean;
  /** The last entry that its person has read; kept here, since reading costs no rows. */
  seen: number;
} & (
    | (Extract<Claim, { side: "customer" }> & { device: string; quiet: boolean })
    | (Extract<Claim, { side: "agent" }> & {
        sessionId: string;
        /** When this page will make the conversation look; null if it was not asked to, absent if it never does. */
        looksAt?: number | null;
      })
  );

/** The people in the conversation: its sockets. Knows nothing of its state but what it is told. */
export interface Room {
  /** Seats a new socket; an older one of the same tab gives way. */
  admit(pass: ConversationPass, now: number): { socket: WebSocket; seat: Seat; response: Response };
  seatOf(socket: WebSocket): Seat;
  update(socket: WebSocket, seat: Seat): void;
  /** What the people who are here have read. */
  reading(): { side: Seat["side"]; seq: number }[];
  /** Whether a customer is present without this socket. */
  customerPresent(without?: WebSocket): boolean;
  /** Tells everyone who is live what changed, and closes the sockets that have no business here any more: whether a customer's was among them. */
  tell(change: Change, now: number): boolean;
  /** Sends a fleeting frame to all who are live, but not to its sender. */
  pass(frame: object, sender: WebSocket, to?: Seat["side"]): void;
  /** Closes what has been silent too long; the last sign of life of those customers, or null if none was. */
  sweep(now: number): number | null;
  /** When the next socket counts as dead; null if no customer is present. */
  nextSweepAt(now: number): number | null;
}

export function createRoom(ctx: DurableObjectState, rootKey: string): Room {
  const seats = createAttachments<Seat>();
  const seatOf = seats.of;
  const all = () => openSockets(ctx);
  const present = () => openSockets(ctx, "customer").filter((socket) => isPresence(seatOf(socket)));

  return {
    admit: (pass, now) => {
      const older = openSockets(ctx, pass.side).filter((socket) => seatOf(socket).tab === pass.tab);
      const seen = Math.max(0, ...older.map((socket) => seatOf(socket).seen));
      for (const socket of older) endSocket(socket, CLOSE.replaced);
      const { after: _after, epoch: _epoch, ...rest } = pass;
      const seat: Seat = { ...rest, live: false, seen, openedAt: now };
      return { ...acceptSocket(ctx, [pass.side], seat), seat };
    },
    seatOf,
    update: seats.put,
    reading: () => all().map((socket) => ({ side: seatOf(socket).side, seq: seatOf(socket).seen })),
    customerPresent: (without) => present().some((socket) => socket !== without),
    tell: (change, now) => {
      const sockets = all();
      const frames = updateFrames(change, rootKey, now);
      let lost = false;
      for (const socket of sockets) {
        const seat = seatOf(socket);
        const frame = frames[seat.side];
        const code = refusalOf(change.after, seat, now);
        // An agent who loses the conversation still learns why; any other void socket learns nothing more.
        if (frame !== null && seat.live && (code === null || code === CLOSE.unassigned)) sendText(socket, frame);
        if (code === null) continue;
        endSocket(socket, code);
        lost ||= seat.side === "customer";
      }
      return lost;
    },
    pass: (frame, sender, to) => {
      for (const socket of all()) {
        const seat = seatOf(socket);
        if (socket !== sender && seat.live && (to === undefined || seat.side === to)) sendFrame(socket, frame);
      }
    },
    sweep: (now) => {
      let sign: number | null = null;
      for (const socket of all()) {
        const seat = seatOf(socket);
        if (deadAt(ctx, socket, seat) > now) continue;
        endSocket(socket, CLOSE.silent);
        if (isPresence(seat)) sign = Math.max(sign ?? 0, lastSign(ctx, socket, seat));
      }
      return sign;
    },
    nextSweepAt: (now) => {
      const times = present().map((socket) => deadAt(ctx, socket, seatOf(socket)));
      // Never in a tight loop, even if a clock stepped.
      return times.length === 0 ? null : Math.max(Math.min(...times), now + SILENT_VISIBLE_MS / 10);
    },
  };
}

function isPresence(seat: Seat): boolean {
  return seat.side === "customer" && !seat.quiet;
}
