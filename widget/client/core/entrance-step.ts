import type { Access, ResumeAnswer } from "#protocol/bodies.ts";
import { accessOf } from "./entrance.ts";
import type {
  Entrance,
  EntranceEffect,
  EntranceEvent,
  EntranceState,
  EntranceStep,
  Proofs,
  StartWish,
  Via,
} from "./entrance.ts";

function to(state: EntranceState, now: Entrance, effects: EntranceEffect[] = []): EntranceStep {
  return { state: { ...state, now }, effects };
}

/** Asks the one question; whatever was asked before counts no more. */
function lookUp(state: EntranceState, again: boolean, before: EntranceEffect[] = []): EntranceStep {
  const turn = state.turn + 1;
  return {
    state: { turn, now: { at: "looking-up", continue: again } },
    effects: [...before, { type: "gather", turn }],
  };
}

function start(state: EntranceState, wish: StartWish): EntranceStep {
  const turn = state.turn + 1;
  const { now } = state;
  const replaces = wish.startNew && now.at === "chatting" ? now.access.credential : null;
  return { state: { turn, now: { at: "starting", wish } }, effects: [{ type: "ask-start", turn, wish, replaces }] };
}

function enter(state: EntranceState, access: Access, via: Via, before: EntranceEffect[] = []): EntranceStep {
  return to(state, { at: "chatting", access, via }, [
    ...before,
    { type: "save", access },
    { type: "attach", access, via },
  ]);
}

/** A guest's credential needs no question: state and words come with its socket's first frame. Everything else does. */
function gathered(state: EntranceState, proofs: Proofs, again: boolean): EntranceStep {
  const { identity, link, stored } = proofs;
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

function resumed(state: EntranceState, answer: ResumeAnswer, panelOpen: boolean): EntranceStep {
  if (answer.answer === "refused") return to(state, { at: "refused", reason: answer.reason }, [{ type: "hang-up" }]);
  const drop: EntranceEffect[] = answer.drop ? [{ type: "clear", draft: true }] : [];
  switch (answer.answer) {
    case "resume":
      return enter(state, answer.access, answer.via, drop);
    case "offer":
      return to(state, { at: "offer", offer: answer.offer }, [...drop, { type: "detach" }]);
    case "none":
      return to(state, { at: "none" }, [...drop, { type: "detach" }]);
    case "ended": {
      const { access, ended, redirectUrl, via } = answer;
      // A stored credential never moves a page by itself.
      const away: EntranceEffect[] =
        redirectUrl !== null && (via === "link" || panelOpen) ? [{ type: "redirect", url: redirectUrl }] : [];
      const read: EntranceEffect[] =
        access === null
          ? [{ type: "detach" }]
          : [
              { type: "save", access },
              { type: "attach", access, via },
            ];
      return to(state, { at: "ended", access, ended, redirectUrl }, [...drop, ...read, ...away]);
    }
  }
}

function retry(state: EntranceState): EntranceStep {
  const { now } = state;
  if (now.at === "refused") return lookUp(state, false);
  if (now.at !== "unreachable") return { state, effects: [] };
  return now.again.ask === "start" ? start(state, now.again.wish) : lookUp(state, now.again.continue);
}

/** Fail closed: what can't be answered leads to another attempt, never to a new chat. */
function failed(state: EntranceState, event: EntranceEvent & { type: "failed" }): EntranceStep {
  const { now } = state;
  if (now.at === "looking-up")
    return to(state, { at: "unreachable", code: event.code, again: { ask: "look-up", continue: now.continue } });
  return now.at === "starting"
    ? to(state, { at: "unreachable", code: event.code, again: { ask: "start", wish: now.wish } })
    : { state, effects: [] };
}

/** Where a start makes sense; while a look-up is unanswered it never does. */
function mayStart({ now }: EntranceState, wish: StartWish): boolean {
  if (now.at === "chatting" || now.at === "offer") return wish.startNew;
  return now.at === "none" || now.at === "ended" || (now.at === "unreachable" && now.again.ask === "start");
}

/** Another tab of this browser moved: it and this one show one conversation. */
function follow(state: EntranceState, access: Access | null): EntranceStep {
  const { now } = state;
  const mine = accessOf(now);
  if (access === null)
    return mine === null
      ? { state, effects: [] }
      : to({ ...state, turn: state.turn + 1 }, { at: "none" }, [{ type: "detach" }]);
  // Somebody else's: only with their identity, and the server alone can tell.
  if (access.identityUntil !== null && mine?.conversationId !== access.conversationId)
    return now.at === "idle" ? { state, effects: [] } : lookUp(state, false);
  if (mine?.conversationId === access.conversationId)
    return to(state, now.at === "chatting" || now.at === "ended" ? { ...now, access } : now);
  return now.at === "idle"
    ? { state, effects: [] }
    : to({ ...state, turn: state.turn + 1 }, { at: "chatting", access, via: "other-tab" }, [
        { type: "attach", access, via: "other-tab" },
      ]);
}

/** A credential that opens nothing is forgotten, and the question asked anew; but not of a server that only just gave it. */
function isVoid(state: EntranceState, known: boolean): EntranceStep {
  const { now } = state;
  if (now.at !== "chatting" && now.at !== "ended") return { state, effects: [] };
  const clear: EntranceEffect[] = [{ type: "clear", draft: false }, { type: "detach" }];
  const stale = known || now.at === "ended" || now.via === "credential" || now.via === "other-tab";
  return stale
    ? lookUp(state, false, clear)
    : to(state, { at: "unreachable", code: "unauthorised", again: { ask: "look-up", continue: false } }, clear);
}

/** The machine of coming back: total over its events, and the server's word is the only thing that opens a chat. */
export function stepEntrance(state: EntranceState, event: EntranceEvent): EntranceStep {
  const same: EntranceStep = { state, effects: [] };
  const { now } = state;
  if ("turn" in event && event.turn !== state.turn) return same;
  switch (event.type) {
    case "look-up":
      return now.at === "starting" ? same : lookUp(state, false);
    case "continue":
      return now.at === "offer" ? lookUp(state, true) : same;
    case "start":
      return mayStart(state, event.wish) ? start(state, event.wish) : same;
    case "retry":
      return retry(state);
    case "gathered":
      return now.at === "looking-up" ? gathered(state, event.proofs, now.continue) : same;
    case "resume-answered":
      return now.at === "looking-up" ? resumed(state, event.answer, event.panelOpen) : same;
    case "start-answered": {
      if (now.at !== "starting") return same;
      const { answer } = event;
      return answer.answer === "started"
        ? enter(state, answer.access, "start")
        : to(state, { at: "refused", reason: answer.reason }, [{ type: "hang-up" }]);
    }
    case "failed":
      return failed(state, event);
    case "renewed": {
      const { answer } = event;
      if (now.at !== "chatting" && now.at !== "ended") return same;
      const step = resumed(state, answer, event.panelOpen);
      const access = accessOf(step.state.now);
      if (access === null || access.conversationId !== now.access?.conversationId) return step;
      // The usual case, and the line is up or being opened with it at this moment: it need not move.
      return {
        state: step.state.now.at === "chatting" ? { ...state, now: { ...now, access } } : step.state,
        effects: step.effects.filter(({ type }) => type !== "attach"),
      };
    }
    case "void":
      return isVoid(state, event.known);
    case "stored-elsewhere":
      return follow(state, event.access);
    case "dismiss":
      return now.at === "ended" || now.at === "chatting"
        ? to(state, { at: "none" }, [{ type: "clear", draft: true }, { type: "detach" }])
        : same;
    case "sign-out":
      return to({ ...state, turn: state.turn + 1 }, { at: "idle" }, [
        { type: "clear", draft: true },
        { type: "detach" },
      ]);
  }
}
