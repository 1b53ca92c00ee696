import { MESSAGE_CHARS } from "#protocol/limits.ts";
import { deadline as connectionDeadline, isOff } from "./connection.ts";
import { drive } from "./drive.ts";
import { abandon, flush, transmit } from "./flush.ts";
import { isDue } from "./heart.ts";
import { attach, detach } from "./attachment.ts";
import { compose, mark, OUTBOX_ITEMS, recall, together } from "./outbox.ts";
import { receive } from "./receive.ts";
import { isOver } from "./session.ts";
import type { RequestFrame, Session, SessionEvent, SessionStep } from "./session.ts";
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

/** The one instant at which the session wants a `tick`; null while only events can move it. */
export function sessionDeadline({ connection, typingUntil }: Session): number | null {
  const at = connectionDeadline(connection);
  return at === null || typingUntil === null ? (at ?? typingUntil) : Math.min(at, typingUntil);
}

const isLive = ({ connection }: Session): boolean => connection.stage.at === "live";

/** Keeps one item, and says it if the line is live. */
function keep(state: Session, id: string): SessionStep {
  const item = state.outbox.find((candidate) => candidate.id === id);
  const { state: after, effects } = flush(state);
  return { state: after, effects: item === undefined ? effects : [{ type: "keep", item }, ...effects] };
}

/** A request waits for a line; where none will come, it is answered at once. */
function ask(state: Session, frame: RequestFrame): SessionStep {
  const asked = { ...state, requests: [...state.requests, { frame, sent: false }] };
  return state.conversationId === null || isOff(state.connection) ? abandon(asked) : flush(asked);
}

function typing(state: Session, on: boolean, now: number): SessionStep {
  const due = on
    ? state.typedAt === null || now - state.typedAt >= TYPING_AGAIN_MS || now < state.typedAt
    : state.typedAt !== null;
  if (!isLive(state) || !due || isOver(state)) return { state, effects: [] };
  return { state: { ...state, typedAt: on ? now : null }, effects: [transmit(state, { type: "typing", on })] };
}

/**
 * The session machine: everything that a client of a conversation decides. Total over its events; `now` in epoch
 * milliseconds by this page's clock, `random` in [0, 1).
 */
export function stepSession(state: Session, event: SessionEvent, now: number, random: number): SessionStep {
  switch (event.type) {
    case "attach":
      return attach(state, event, now, random);
    case "detach":
      return detach(state, now, random);
    case "frame": {
      const { at } = state.connection.stage;
      const current = event.socket === state.connection.socket && (at === "syncing" || at === "live");
      return current ? receive(state, event.frame, now, random) : { state, effects: [] };
    }
    case "recalled":
      return flush({ ...state, outbox: recall(state.outbox, event.items) });
    case "collected": {
      const draft = together(event.text, state.draft);
      return { state: { ...state, draft }, effects: [{ type: "keep-draft", text: draft }] };
    }
    case "send": {
      if (refusal(state, event.text) !== null || state.outbox.some(({ id }) => id === event.id))
        return { state, effects: [] };
      return keep(
        { ...state, outbox: compose(state.outbox, event.id, event.text, now), quiet: false, typedAt: null },
        event.id,
      );
    }
    case "retry": {
      const failed = state.outbox.some(({ id, state: { is } }) => id === event.id && is === "failed");
      return failed
        ? keep({ ...state, outbox: mark(state.outbox, event.id, { is: "waiting" }) }, event.id)
        : { state, effects: [] };
    }
    case "discard": {
      const outbox = state.outbox.filter(({ id, state: { is } }) => id !== event.id || is !== "failed");
      return {
        state: { ...state, outbox },
        effects: outbox.length < state.outbox.length ? [{ type: "forget", ids: [event.id] }] : [],
      };
    }
    case "request":
      return ask(state, event.frame);
    case "draft":
      return { state: { ...state, draft: event.text }, effects: [{ type: "keep-draft", text: event.text }] };
    case "typing":
      return typing(state, event.on, now);
    case "seen":
      return flush({ ...state, readUpTo: Math.max(state.readUpTo, event.seq) });
    case "load-earlier": {
      if (!isLive(state) || state.loadingEarlier || !state.transcript.hasBefore) return { state, effects: [] };
      return {
        state: { ...state, loadingEarlier: true },
        effects: [transmit(state, { type: "history", before: firstSeq(state.transcript) })],
      };
    }
    case "activity":
      return state.quiet ? flush({ ...state, quiet: false }) : { state, effects: [] };
    case "tick": {
      const over = state.typingUntil !== null && isDue(state.typingUntil, now);
      return drive(over ? { ...state, typingUntil: null } : state, event, now, random);
    }
    case "hint": {
      const { state: after, effects } = drive(state, event, now, random);
      // The tab that composed something may have died meanwhile: whoever is looked at says it.
      return { state: after, effects: isLive(after) ? [...effects, { type: "recall" }] : effects };
    }
    default:
      return drive(state, event, now, random);
  }
}
