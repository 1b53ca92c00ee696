import { asDraft, unsend } from "./outbox.ts";
import { isOver } from "./session.ts";
import type { Answer, ClientFrame, Session, SessionEffect, SessionStep } from "./session.ts";

/** The effect of saying one frame on the present socket. */
export function transmit({ connection }: Session, frame: ClientFrame): SessionEffect {
  return { type: "transmit", socket: connection.socket, frame };
}

/**
 * After the end: what was refused becomes the draft, once every message has its answer. They are said before that nevertheless,
 * because one of them may stand in the transcript already, its acknowledgement lost.
 */
function drain(state: Session): SessionStep {
  const left = state.outbox.filter((item) => item.state.is !== "stored");
  if (left.length === 0 || left.some((item) => item.state.is !== "failed")) return { state, effects: [] };
  const outbox = state.outbox.filter((item) => item.state.is === "stored");
  return {
    state: { ...state, outbox, draft: asDraft(left, state.draft) },
    effects: [{ type: "take-back", items: left }],
  };
}

/**
 * Says all that waits, in the order in which it was composed: messages pipelined, then requests. Changes nothing while the
 * connection is not live, and nothing that was said is said twice on one socket.
 */
export function flush(before: Session): SessionStep {
  if (before.connection.stage.at !== "live") return { state: before, effects: [] };
  const { state, effects } = isOver(before) ? drain(before) : { state: before, effects: [] };
  if (!state.quiet && state.toldQuiet && state.role === "customer") effects.push(transmit(state, { type: "activity" }));
  const outbox = state.outbox.map((item) => {
    if (item.state.is !== "waiting") return item;
    effects.push(transmit(state, { type: "message", id: item.id, text: item.text }));
    return { ...item, state: { is: "sent" as const } };
  });
  const requests = state.requests.map((pending) => {
    if (pending.sent) return pending;
    effects.push(transmit(state, pending.frame));
    return { ...pending, sent: true };
  });
  const { readUpTo } = state;
  if (readUpTo > Math.max(state.toldUpTo, state.seen[state.role]))
    effects.push(transmit(state, { type: "seen", seq: readUpTo }));
  return { state: { ...state, outbox, requests, toldQuiet: state.quiet, toldUpTo: readUpTo }, effects };
}

/** The socket is lost: what it was told counts no more, and what has no answer will be said again. */
export function lose(state: Session): Session {
  const requests = state.requests.map((pending) => (pending.sent ? { ...pending, sent: false } : pending));
  return {
    ...state,
    requests,
    outbox: unsend(state.outbox),
    typingUntil: null,
    typedAt: null,
    toldUpTo: 0,
    loadingEarlier: false,
  };
}

/** Nobody will answer any more: every request is told so. */
export function abandon(state: Session): SessionStep {
  const answer: Answer = { ok: false, code: "gone" };
  return {
    state: { ...state, requests: [] },
    effects: state.requests.map(({ frame: { id } }) => ({ type: "answer", id, answer })),
  };
}
