import { CLOSE } from "#protocol/codes.ts";
import { isOnline, tell } from "./connection.ts";
import type { ConnectionEvent } from "./connection.ts";
import { moveConnection } from "./connection-step.ts";
import { askAll } from "./requests.ts";
import type { SessionTurn } from "./session.ts";

/** Moves the connection of a session, and draws the session's conclusions from where it went. */
export function drive(turn: SessionTurn, event: ConnectionEvent): void {
  const was = turn.stage;
  moveConnection(turn, event);
  const { stage } = turn;
  if (stage === was) return;
  if (!isOnline(turn)) turn.typingUntil = turn.typedAt = null;
  // A socket is opened as a quiet one, or as one of somebody who is there.
  if (stage.at === "connecting" && !turn.quiet) tell(turn, { type: "activity" });
  // What other tabs composed is said in its turn: storage first, then all that waits.
  if (stage.at === "live") turn.do({ type: "recall", collect: false });
  else askAll(turn);
}

/** What came in does not fit what is held: only a new connection, which replays, can mend it. */
export function resync(turn: SessionTurn, code: number = CLOSE.stale): void {
  drive(turn, { type: "closed", code });
}
