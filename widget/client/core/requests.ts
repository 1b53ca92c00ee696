import { isLive, isOff, sayOnce } from "./connection.ts";
import type { AnyFrame, Connection, ConnectionEffect } from "./connection.ts";
import type { Turn } from "./machine.ts";

/** How a request came out; `code` is one of `ERRORS`, or one that this version does not know. `url` and `linkId` are answers to `make-link`. */
export type Answer = { ok: true; url?: string | undefined; linkId?: string | undefined } | { ok: false; code: string };

/** What wants an answer. It is said again on each new socket until it has one, since repeating it changes nothing. */
type Question = AnyFrame & { id: string };

/** A connection over which requests are made. */
export interface Asking<Request extends Question = Question> extends Connection {
  requests: readonly Request[];
}

export type AskingEffect = ConnectionEffect | { type: "answer"; id: string; answer: Answer };
type AskingTurn = Turn<Asking, AskingEffect>;

/** An answer has come, to one of the requests or to something else that was said. */
export function answered(turn: AskingTurn, id: string, answer: Answer): void {
  const rest = turn.requests.filter((frame) => frame.id !== id);
  if (rest.length < turn.requests.length) turn.do({ type: "answer", id, answer });
  turn.requests = rest;
}

/** Asks what is not asked yet, if the line is live. Where none will come, nobody will answer: every request is told so. */
export function askAll(turn: AskingTurn): void {
  if (isLive(turn)) for (const frame of turn.requests) sayOnce(turn, frame);
  if (isOff(turn)) for (const { id } of turn.requests) answered(turn, id, { ok: false, code: "gone" });
}
