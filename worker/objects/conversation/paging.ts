import { PAGE_ENTRIES } from "#protocol/limits.ts";
import type { Room, Seat } from "./room.ts";
import type { Ledger } from "./ledger.ts";
import { stateFrame, toWire } from "./wire.ts";
import { sendFrame } from "../sockets.ts";

/** What reading needs. */
interface Reading {
  ledger: Ledger;
  room: Room;
  rootKey: string;
}

/** The next page of a long gap. With the last one the socket is live and knows the state, in the same breath, so that nothing falls between. */
export function sendMore(talk: Reading, socket: WebSocket, seat: Seat, after: number): void {
  const { store, state } = talk.ledger;
  const head = store.head();
  const entries = store.after(after, PAGE_ENTRIES);
  const more = (entries.at(-1)?.seq ?? head) < head;
  const words = entries.map((entry) => toWire(entry, seat.side, talk.rootKey, state.id));
  sendFrame(socket, { type: "page", entries: words, head, more });
  if (more || seat.live) return;
  talk.room.update(socket, { ...seat, live: true });
  sendFrame(socket, stateFrame(talk.ledger, seat.side, Date.now()));
  sendFrame(socket, { type: "seen", seen: talk.ledger.seen });
}

/** A page of older history. */
export function sendHistory(talk: Reading, socket: WebSocket, seat: Seat, before: number): void {
  const { store, state } = talk.ledger;
  const entries = store.before(before, PAGE_ENTRIES);
  const words = entries.map((entry) => toWire(entry, seat.side, talk.rootKey, state.id));
  sendFrame(socket, { type: "history", before, entries: words, hasBefore: (entries[0]?.seq ?? 1) > 1 });
}
