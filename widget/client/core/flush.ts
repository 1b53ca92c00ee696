import { isLive, sayOnce } from "./connection.ts";
import { joined } from "./outbox.ts";
import { askAll } from "./requests.ts";
import { isOver } from "./session.ts";
import type { SessionTurn } from "./session.ts";

/** What will not be said any more becomes one text, in order, before what stands in the box already. */
export function takeBack(turn: SessionTurn): void {
  if (turn.outbox.length === 0) return;
  turn.draft = joined([...turn.outbox.map(({ text }) => text), turn.draft]);
  turn.outbox = [];
}

/**
 * Says all that waits, in the order in which it was composed: messages pipelined, then requests. Says nothing while the
 * connection is not live, and nothing twice on one socket.
 */
export function flush(turn: SessionTurn): void {
  if (isLive(turn)) {
    const { readUpTo } = turn;
    if (!turn.quiet) sayOnce(turn, { type: "activity" });
    if (turn.context) sayOnce(turn, { type: "context", ...turn.context });
    const waiting = turn.outbox.filter((item) => item.state.is === "waiting");
    for (const { id, text } of waiting) sayOnce(turn, { type: "message", id, text });
    if (readUpTo > turn.seen[turn.role]) sayOnce(turn, { type: "seen", seq: readUpTo });
    // Messages are said after the end too, since one of them may stand in the transcript already, its acknowledgement lost.
    // Once each has its answer, those that were refused become the draft.
    if (isOver(turn) && waiting.length === 0) takeBack(turn);
  }
  askAll(turn);
}
