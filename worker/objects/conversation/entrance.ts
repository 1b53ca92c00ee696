import type { Command } from "../../core/conversation/commands.ts";
import { decide } from "../../core/conversation/decide.ts";
import { refusalOf } from "../../core/conversation/rights.ts";
import type { Ledger } from "./ledger.ts";
import type { Life } from "./life.ts";
import { welcome } from "./wire.ts";
import { type ConversationPass, refusal } from "../passes.ts";
import { endSocket, sendFrame } from "../sockets.ts";
import { CLOSE } from "#protocol/codes.ts";

/**
 * Opens a socket for whom the Worker has verified, if the state still allows it, and tells them everything in the first frame.
 *
 * That the customer is back is written down only after this, since the runtime holds back whatever leaves the object after a write,
 * the answer to the upgrade too, until the write is durable: who comes back would wait for the disk to read what was there before.
 * The first frame shows the state as it is about to be; what being back adds to the transcript follows in an update.
 */
export function openSocket(
  { ledger, room, rootKey, run, watch }: Pick<Life, "room" | "rootKey" | "run" | "watch"> & { ledger: Ledger },
  pass: ConversationPass,
  now: number,
): Response {
  run({ type: "clock" }, now);
  const code = refusalOf(ledger.state, pass, now);
  if (code !== null) return refusal(code);
  const { socket, seat, response } = room.admit(pass, now);
  const arrival: Command | null = pass.side === "customer" && !pass.quiet ? { type: "customer-present" } : null;
  const shown = arrival === null ? ledger.state : decide(ledger.state, arrival, now).state;
  const first = welcome(ledger, shown, pass, pass.side, rootKey, now);
  sendFrame(socket, first);
  // From here on live entries reach it; with `more` to come, only after the last page.
  if (!first.more) room.update(socket, { ...seat, live: true });
  if (arrival !== null) watch.afterwards(() => noteArrival(() => run(arrival, now), socket), now);
  return response;
}

/** Also for a socket that is closed already: its close comes after this, and is noted then. Should it fail, the page comes back. */
function noteArrival(note: () => void, socket: WebSocket): void {
  try {
    note();
  } catch (error) {
    console.error("a return was not written down", error);
    endSocket(socket, CLOSE.unavailable);
  }
}
