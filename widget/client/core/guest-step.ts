import type { Access } from "#protocol/bodies.ts";
import { isOwned } from "./entrance.ts";
import type {
  Entrance,
  EntranceEffect,
  EntranceEvent,
  EntranceState,
  EntranceStep,
  Question,
  Via,
} from "./entrance.ts";

/** An entrance in the middle of a step. */
export interface Stepping {
  now: Entrance;
  known: Access | null;
  readonly effects: EntranceEffect[];
}

/** A look-up for a person who is there. */
export const LOOK_UP: Question = { ask: "look-up", continue: false };

export function go(step: Stepping, next: Entrance, effect: EntranceEffect): void {
  step.now = next;
  step.effects.push(effect);
}

/** Goes where there is no conversation. */
export function leave(step: Stepping, next: Entrance): void {
  go(step, next, { type: "detach" });
}

/** Asks; whatever was asked before counts no more. */
export function ask(step: Stepping, question: Question, follows = false): void {
  const next: Entrance =
    question.ask === "start" ? { ...question, at: "starting" } : { ...question, at: "looking-up", follows };
  go(step, next, { type: question.ask });
}

/** Has this access from now on. */
export function hold(step: Stepping, access: Access, via: Via): void {
  step.known = access;
  // What another tab has is stored already.
  if (via !== "other-tab") step.effects.push({ type: "save" });
}

function enter(step: Stepping, access: Access, via: Via): void {
  hold(step, access, via);
  go(step, { at: "chatting", access, via }, { type: "attach" });
}

/** One event at the entrance; false: that takes more than a guest's part of it. */
function move(step: Stepping, event: EntranceEvent): boolean {
  const { now } = step;
  switch (event.type) {
    case "look-up":
      if (now.at !== "starting") ask(step, LOOK_UP);
      return true;
    case "start":
      if (now.at === "none") ask(step, { ask: "start", wish: event.wish });
      else if (now.at === "unreachable" && now.again.ask === "start") ask(step, { ...now.again, wish: event.wish });
      // While a look-up is unanswered it never makes sense.
      else return now.at === "looking-up" || now.at === "starting" || (now.at === "chatting" && !event.wish.startNew);
      return true;
    case "retry":
      if (now.at === "unreachable") ask(step, now.again);
      return now.at !== "refused";
    case "gathered": {
      const { identity, link, stored } = event.proofs;
      if ((identity ?? link) !== undefined) return false;
      step.known = stored;
      // A guest's credential needs no question: state and words come with its socket's first frame. Everything else does.
      if (stored && !isOwned(stored))
        go(step, { at: "chatting", access: stored, via: "credential" }, { type: "attach" });
      else leave(step, { at: "none" });
      return true;
    }
    case "answered":
      // Fail closed: what can't be answered leads to another attempt, never to a new chat.
      if (!event.ok) {
        if ("ask" in now) step.now = { at: "unreachable", code: event.code, again: now };
        return true;
      }
      if (event.value.answer !== "started" || now.at !== "starting") return false;
      enter(step, event.value.access, "start");
      return true;
    case "found":
      enter(step, event.access, "other-tab");
      return true;
    default:
      return false;
  }
}

/** The entrance of a guest, who can prove nothing but what this browser holds: all that is needed to begin and to go on. Null for what is beyond that. */
export function stepGuest(state: EntranceState, event: EntranceEvent): EntranceStep | null {
  const step: Stepping = { ...state, effects: [] };
  if (!move(step, event)) return null;
  const { now, known, effects } = step;
  return { state: { now, known }, effects };
}
