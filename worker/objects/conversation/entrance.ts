import { refusalOf } from "../../core/conversation/rights.ts";
import type { Ledger } from "./ledger.ts";
import type { Life } from "./life.ts";
import { welcome } from "./wire.ts";
import { type ConversationPass, refusal } from "../passes.ts";
import { sendFrame } from "../sockets.ts";

/** Opens a socket for whom the Worker has verified, if the state still allows it, and tells them everything in the first frame. */
export function openSocket(
  { ledger, room, rootKey, run }: Pick<Life, "room" | "rootKey" | "run"> & { ledger: Ledger },
  pass: ConversationPass,
  now: number,
): Response {
  run({ type: "clock" }, now);
  const code = refusalOf(ledger.state, pass, now);
  if (code !== null) return refusal(code);
  const { socket, seat, response } = room.admit(pass, now);
  if (pass.side === "customer" && !pass.quiet) run({ type: "customer-present" }, now);
  const first = welcome(ledger, pass, pass.side, rootKey, now);
  sendFrame(socket, first);
  // From here on live entries reach it; with `more` to come, only after the last page.
  if (!first.more) room.update(socket, { ...seat, live: true });
  return response;
}
