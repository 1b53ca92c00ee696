import type { ResumeAnswer } from "#protocol/bodies.ts";
import { accessOf } from "./entrance.ts";
import type { Entrance, EntranceEffect, EntranceEvent, EntranceState, EntranceStep, Proofs } from "./entrance.ts";
import { enter, stay, take, to } from "./entrance-moves.ts";

/** A guest's credential needs no question: state and words come with its socket's first frame. Everything else does. */
export function gathered(before: EntranceState, proofs: Proofs, again: boolean): EntranceStep {
  const { identity, link, stored } = proofs;
  const state = { ...before, known: stored };
  const usable = stored !== null && (stored.identityUntil === null || identity !== null) ? stored : null;
  if (identity === null && link === null) {
    return usable === null
      ? to(state, { at: "none" }, [{ type: "detach" }])
      : to(state, { at: "chatting", access: usable, via: "credential" }, [
          { type: "attach", access: usable, via: "credential" },
        ]);
  }
  return {
    state,
    effects: [{ type: "ask-resume", turn: state.turn, proofs: { identity, link, stored: usable }, continue: again }],
  };
}

/** `mayMove`: this page saw the conversation before it was too late, with its panel open. */
export function resumed(state: EntranceState, answer: ResumeAnswer, mayMove: boolean): EntranceStep {
  if (answer.answer === "refused") return to(state, { at: "refused", reason: answer.reason }, [{ type: "hang-up" }]);
  if (!answer.drop) return admitted(state, answer, mayMove);
  const { now } = state;
  // Another's chat is in another tab. Taking turns at the one place in storage would never end: a person has to ask.
  if (now.at === "looking-up" && now.follows)
    return to(state, { at: "unreachable", code: "elsewhere", again: { ask: "look-up", continue: false } }, [
      { type: "detach" },
    ]);
  const step = admitted({ ...state, known: null }, answer, mayMove);
  return { state: step.state, effects: [{ type: "clear", of: state.known, draft: true }, ...step.effects] };
}

type Admitting = Exclude<ResumeAnswer, { answer: "refused" }>;

function admitted(state: EntranceState, answer: Admitting, mayMove: boolean): EntranceStep {
  switch (answer.answer) {
    case "resume":
      return enter(state, answer.access, answer.via);
    case "offer":
      return to(state, { at: "offer", offer: answer.offer }, [{ type: "detach" }]);
    case "none":
      return to(state, { at: "none" }, [{ type: "detach" }]);
    case "ended": {
      const { access, ended, redirectUrl, via } = answer;
      const now: Entrance = { at: "ended", access, ended, redirectUrl };
      const step = access === null ? to(state, now, [{ type: "detach" }]) : take(state, now, access, via);
      // A stored credential never moves a page by itself.
      const away: EntranceEffect[] =
        redirectUrl !== null && (via === "link" || mayMove) ? [{ type: "redirect", url: redirectUrl }] : [];
      return { state: step.state, effects: [...step.effects, ...away] };
    }
  }
}

/** The answer to a question in the middle of a chat, if that chat is still there. */
export function renewed(state: EntranceState, event: EntranceEvent & { type: "renewed" }): EntranceStep {
  const { now } = state;
  if ((now.at !== "chatting" && now.at !== "ended") || now.access?.conversationId !== event.conversationId)
    return stay(state);
  const step = resumed(state, event.answer, event.mayMove);
  const access = accessOf(step.state.now);
  if (access?.conversationId !== event.conversationId) return step;
  // The usual case, and the line is up or being opened with it at this moment: it need not move.
  return {
    state: step.state.now.at === "chatting" ? { ...step.state, now: { ...now, access } } : step.state,
    effects: step.effects.filter(({ type }) => type !== "attach"),
  };
}

/** Fail closed: what can't be answered leads to another attempt, never to a new chat. */
export function failed(state: EntranceState, code: string): EntranceStep {
  const { now } = state;
  if (now.at === "looking-up")
    return to(state, { at: "unreachable", code, again: { ask: "look-up", continue: now.continue } });
  return now.at === "starting"
    ? to(state, { at: "unreachable", code, again: { ask: "start", wish: now.wish, replaces: now.replaces } })
    : stay(state);
}
