import type { Access } from "#protocol/bodies.ts";
import type { Entrance, EntranceEffect, EntranceState, EntranceStep, LookUp, StartWish, Via } from "./entrance.ts";

/** Nothing happens. */
export function stay(state: EntranceState): EntranceStep {
  return { state, effects: [] };
}

/** Goes there within the same question. */
export function to(state: EntranceState, now: Entrance, effects: EntranceEffect[] = []): EntranceStep {
  return { state: { ...state, now }, effects };
}

/** Goes there; whatever was asked before counts no more. */
export function turnTo(state: EntranceState, now: Entrance, effects: EntranceEffect[]): EntranceStep {
  return { state: { ...state, turn: state.turn + 1, now }, effects };
}

/** Asks the one question. */
export function lookUp(state: EntranceState, why: LookUp, before: EntranceEffect[] = []): EntranceStep {
  const { follows } = why;
  const now: Entrance = { at: "looking-up", continue: why.continue, follows };
  return turnTo(state, now, [...before, { type: "gather", turn: state.turn + 1 }]);
}

/** A look-up for a person who is there. */
export const ASKED: LookUp = { continue: false, follows: false };

/** Starts, under the id that this browser's start has until it is answered. */
export function start(state: EntranceState, wish: StartWish, replaces: string | null): EntranceStep {
  const known = state.known?.conversationId ?? null;
  return turnTo(state, { at: "starting", wish, replaces }, [
    { type: "ask-start", turn: state.turn + 1, wish, replaces, known },
  ]);
}

/** Has this access from now on, in storage too. */
export function take(state: EntranceState, now: Entrance, access: Access, via: Via): EntranceStep {
  return to({ ...state, known: access }, now, [
    { type: "save", access, started: via === "start" },
    { type: "attach", access, via },
  ]);
}

/** Enters a conversation that the server opened. */
export function enter(state: EntranceState, access: Access, via: Via): EntranceStep {
  return take(state, { at: "chatting", access, via }, access, via);
}

/** Enters what another tab has: it is stored already. */
export function join(state: EntranceState, access: Access): EntranceStep {
  return turnTo({ ...state, known: access }, { at: "chatting", access, via: "other-tab" }, [
    { type: "attach", access, via: "other-tab" },
  ]);
}
