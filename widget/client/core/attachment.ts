import { isOff } from "./connection.ts";
import { drive, resync } from "./drive.ts";
import { together } from "./outbox.ts";
import { createSession } from "./session.ts";
import type { SessionEvent, SessionTurn } from "./session.ts";

/**
 * Leaves the conversation. The draft comes along, if it is a guest's or its person's who comes next. What waits stays in storage, until
 * some page takes part in a conversation and collects it: another tab may still be about to say it.
 */
export function leave(turn: SessionTurn, next: string | null): void {
  drive(turn, { type: "disconnect" });
  const { role, hidden, context } = turn;
  const draft = turn.owner === null || turn.owner === next ? turn.draft : "";
  Object.assign(turn, createSession(role, hidden), { draft, context });
}

/** Takes part in a conversation, or in the same one anew: a guest's can have become a customer's own. */
export function attach(turn: SessionTurn, event: Extract<SessionEvent, { type: "attach" }>): void {
  const isNew = turn.conversationId !== event.conversationId;
  if (isNew) {
    leave(turn, event.owner);
    turn.draft = together(event.draft, turn.draft);
  }
  turn.conversationId = event.conversationId;
  turn.owner = event.owner;
  turn.quiet = event.quiet;
  if (isOff(turn)) drive(turn, { type: "connect" });
  else resync(turn);
  // What waits is to be seen at once, not only when the line is up.
  if (isNew) turn.do({ type: "recall", collect: true });
}
