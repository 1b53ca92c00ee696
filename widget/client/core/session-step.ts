import { MESSAGE_CHARS } from "#protocol/limits.ts";
import { attach, leave } from "./attachment.ts";
import { deadline, isLive, isOnline, say, sayOnce } from "./connection.ts";
import { drive } from "./drive.ts";
import { flush } from "./flush.ts";
import { isDue } from "./heart.ts";
import { pure } from "./machine.ts";
import { compose, mark, OUTBOX_ITEMS, recall, together, without } from "./outbox.ts";
import { receive } from "./receive.ts";
import { isOver } from "./session.ts";
import type { Session, SessionEvent, SessionTurn } from "./session.ts";
import { firstSeq } from "./transcript.ts";

/** The server is told again after this long that somebody still types. */
const TYPING_AGAIN_MS = 3_000;

/** Why a text can't be sent; null if it can, which while offline means that it will wait. */
export type Refusal = "no-conversation" | "ended" | "empty" | "too-long" | "full";

export function refusal(state: Session, text: string): Refusal | null {
  if (state.conversationId === null) return "no-conversation";
  if (isOver(state)) return "ended";
  if (text.trim() === "") return "empty";
  if (text.length > MESSAGE_CHARS) return "too-long";
  return state.outbox.length >= OUTBOX_ITEMS ? "full" : null;
}

/** The one instant at which the session wants a `tick`; infinity while only events can move it. */
export function sessionDeadline(state: Session): number {
  return Math.min(deadline(state), state.typingUntil ?? Infinity);
}

function setTyping(turn: SessionTurn, on: boolean): void {
  const { typedAt, now } = turn;
  const isNews = on ? typedAt === null || isDue(typedAt + TYPING_AGAIN_MS, now) : typedAt !== null;
  if (!isNews || !isLive(turn) || isOver(turn)) return;
  turn.typedAt = on ? now : null;
  say(turn, { type: "typing", on });
}

function step(turn: SessionTurn, event: SessionEvent): void {
  switch (event.type) {
    case "attach":
      return attach(turn, event);
    case "detach":
      return leave(turn, null);
    case "frame":
      if (isOnline(turn)) receive(turn, event.frame);
      return;
    case "recalled":
      turn.outbox = recall(turn.outbox, event.items);
      turn.draft = together(event.text, turn.draft);
      return flush(turn);
    case "send":
      turn.outbox = compose(turn.outbox, event.id, event.text, turn.now);
      turn.quiet = false;
      turn.typedAt = null;
      return flush(turn);
    case "retry":
    case "discard":
      if (turn.outbox.some(({ id, state }) => id === event.id && state.is === "failed"))
        turn.outbox =
          event.type === "retry" ? mark(turn.outbox, event.id, { is: "waiting" }) : without(turn.outbox, event.id);
      return flush(turn);
    case "request":
      turn.requests = [...turn.requests, event.frame];
      return flush(turn);
    case "draft":
      turn.draft = event.text;
      return;
    case "context":
      turn.context = event.context;
      return flush(turn);
    case "typing":
      return setTyping(turn, event.on);
    case "seen":
      turn.readUpTo = Math.max(turn.readUpTo, event.seq);
      return flush(turn);
    case "load-earlier":
      if (isLive(turn) && turn.transcript.hasBefore)
        sayOnce(turn, { type: "history", before: firstSeq(turn.transcript) });
      return;
    case "activity":
      turn.quiet = false;
      return flush(turn);
    case "tick":
      if (turn.typingUntil !== null && isDue(turn.typingUntil, turn.now)) turn.typingUntil = null;
      return drive(turn, event);
    case "hint":
      drive(turn, event);
      // The tab that composed something may have died meanwhile: whoever is looked at says it.
      if (isLive(turn)) turn.do({ type: "recall", collect: false });
      return;
    default:
      // Without a conversation there is nothing to connect to.
      if (event.type !== "connect" || turn.conversationId !== null) drive(turn, event);
  }
}

/**
 * The session machine: everything that a client of a conversation decides. Total over its events; `now` in epoch
 * milliseconds by this page's clock, `random` in [0, 1).
 */
export const stepSession = pure(step);
