import type { EntranceEvent, EntranceState, EntranceStep, StartWish } from "./entrance.ts";
import { failed, gathered, renewed, resumed } from "./entrance-answers.ts";
import { ASKED, enter, join, lookUp, start, stay, to, turnTo } from "./entrance-moves.ts";
import { follow, isVoid } from "./entrance-tabs.ts";

function retry(state: EntranceState): EntranceStep {
  const { now } = state;
  if (now.at === "refused") return lookUp(state, ASKED);
  if (now.at !== "unreachable") return stay(state);
  return now.again.ask === "start"
    ? start(state, now.again.wish, now.again.replaces)
    : lookUp(state, { continue: now.again.continue, follows: false });
}

/** Starts where that makes sense; while a look-up is unanswered it never does. */
function begin(state: EntranceState, wish: StartWish): EntranceStep {
  const { now } = state;
  if (now.at === "chatting") return wish.startNew ? start(state, wish, now.access.credential) : stay(state);
  if (now.at === "unreachable" && now.again.ask === "start") return start(state, wish, now.again.replaces);
  const may = now.at === "none" || now.at === "ended" || (now.at === "offer" && wish.startNew);
  return may ? start(state, wish, null) : stay(state);
}

/** The machine of coming back: total over its events, and the server's word is the only thing that opens a chat. */
export function stepEntrance(state: EntranceState, event: EntranceEvent): EntranceStep {
  const { now } = state;
  if ("turn" in event && event.turn !== state.turn) return stay(state);
  switch (event.type) {
    case "look-up":
      return now.at === "starting" ? stay(state) : lookUp(state, ASKED);
    case "continue":
      return now.at === "offer" ? lookUp(state, { continue: true, follows: false }) : stay(state);
    case "start":
      return begin(state, event.wish);
    case "retry":
      return retry(state);
    case "gathered":
      return now.at === "looking-up" ? gathered(state, event.proofs, now.continue) : stay(state);
    case "resume-answered":
      // Whoever continues at the prompt has seen that it was not too late.
      return now.at === "looking-up" ? resumed(state, event.answer, now.continue && event.panelOpen) : stay(state);
    case "start-answered": {
      if (now.at !== "starting") return stay(state);
      const { answer } = event;
      return answer.answer === "started"
        ? enter(state, answer.access, "start")
        : to(state, { at: "refused", reason: answer.reason }, [{ type: "hang-up" }]);
    }
    case "found":
      return now.at === "starting" ? join(state, event.access) : stay(state);
    case "failed":
      return failed(state, event.code);
    case "renewed":
      return renewed(state, event);
    case "void":
      return isVoid(state, event);
    case "stored-elsewhere":
      return follow(state, event.access);
    case "dismiss":
      return now.at === "ended" || now.at === "chatting"
        ? turnTo({ ...state, known: null }, { at: "none" }, [
            { type: "clear", of: now.access ?? state.known, draft: true },
            { type: "detach" },
          ])
        : stay(state);
    case "sign-out":
      return turnTo({ ...state, known: null }, { at: "idle" }, [
        { type: "clear", of: "everything", draft: true },
        { type: "detach" },
      ]);
  }
}
