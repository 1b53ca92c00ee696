import type { Access, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { accessOf, isOwned } from "./entrance.ts";
import type {
  Chatting,
  Ended,
  Entrance,
  EntranceEffect,
  EntranceEvent,
  EntranceState,
  EntranceStep,
  Proofs,
  Question,
  StartWish,
} from "./entrance.ts";

/** A look-up for a person who is there. */
const LOOK_UP: Question = { ask: "look-up", continue: false };

/** The machine of coming back: total over its events, and the server's word is the only thing that opens a chat. */
export function stepEntrance({ now, known }: EntranceState, event: EntranceEvent): EntranceStep {
  const effects: EntranceEffect[] = [];

  function go(next: Entrance, effect: EntranceEffect): void {
    now = next;
    effects.push(effect);
  }

  /** Goes where there is no conversation. */
  function leave(next: Entrance): void {
    go(next, { type: "detach" });
  }

  /** Asks; whatever was asked before counts no more. */
  function ask(question: Question, follows = false): void {
    go(question.ask === "start" ? { ...question, at: "starting" } : { ...question, at: "looking-up", follows }, {
      type: question.ask,
    });
  }

  /** Has this access from now on, if there is one. */
  function enter(next: Chatting | Ended): void {
    const { access } = next;
    if (!access) return leave(next);
    known = access;
    // What another tab has is stored already.
    if (next.via !== "other-tab") effects.push({ type: "save" });
    if (accessOf(now)?.conversationId !== access.conversationId) return go(next, { type: "attach" });
    // Renewed: the line is up or being opened with it at this moment, and need not move.
    now = next.at === "chatting" && "access" in now ? { ...now, access } : next;
  }

  /** Forgets an access and what is stored with it; also what stands in the box. */
  function forget(of: Access | null | "everything"): void {
    known = null;
    effects.push({ type: "clear", of, texts: true }, { type: "detach" }, { type: "draft", text: "" });
  }

  /** A guest's credential needs no question: state and words come with its socket's first frame. Everything else does. */
  function judge({ identity, link, stored }: Proofs): void {
    const usable = isOwned(stored) && identity === undefined ? null : stored;
    known = stored;
    if ((identity ?? link) !== undefined) effects.push({ type: "resume", proofs: { identity, link, stored: usable } });
    else if (usable) go({ at: "chatting", access: usable, via: "credential" }, { type: "attach" });
    else leave({ at: "none" });
  }

  function hear(answer: ResumeAnswer | StartAnswer, mayMove = false): void {
    if ("drop" in answer && answer.drop) {
      // Another's chat is in another tab. Taking turns at the one place in storage would never end: a person has to ask.
      if (now.at === "looking-up" && now.follows)
        return leave({ at: "unreachable", code: "elsewhere", again: LOOK_UP });
      forget(known);
    }
    switch (answer.answer) {
      case "resume":
        return enter({ at: "chatting", access: answer.access, via: answer.via });
      case "started":
        return enter({ at: "chatting", access: answer.access, via: "start" });
      case "offer":
        return leave({ at: "offer", offer: answer.offer });
      case "none":
        return leave({ at: "none" });
      case "refused":
        // What is on screen stays there.
        return go({ at: "refused", reason: answer.reason }, { type: "disconnect" });
      case "ended": {
        const { access, ended, redirectUrl, via } = answer;
        enter({ at: "ended", access, via, ended, redirectUrl });
        // A stored credential never moves a page by itself.
        if (redirectUrl && (via === "link" || mayMove)) effects.push({ type: "redirect", url: redirectUrl });
      }
    }
  }

  /** Starts where that makes sense; while a look-up is unanswered it never does. */
  function begin(wish: StartWish): void {
    if (now.at === "chatting" && wish.startNew) ask({ ask: "start", wish, replaces: now.access.credential });
    else if (now.at === "unreachable" && now.again.ask === "start") ask({ ...now.again, wish });
    else if (now.at === "none" || now.at === "ended" || (now.at === "offer" && wish.startNew))
      ask({ ask: "start", wish });
  }

  /** Another tab of this browser moved: it and this one show one conversation. */
  function follow(access: Access | null): void {
    // A start that is under way looks at the storage itself, and its answer decides.
    if (now.at === "idle" || now.at === "starting") return;
    known = access;
    if (now.at === "unreachable" && now.code === "elsewhere") return;
    // What is being asked was asked with what is not there any more.
    if (now.at === "looking-up") return ask(now, now.follows);
    const mine = accessOf(now);
    if (!access) {
      if (mine) leave({ at: "none" });
    } else if ("access" in now && mine?.conversationId === access.conversationId) {
      now = { ...now, access };
      // Claimed by whoever signed in there: what is said here is theirs from now on.
      if (now.at === "chatting" && isOwned(access) && !isOwned(mine)) effects.push({ type: "attach" });
      // Somebody's own: only with their identity, and the server alone can tell.
    } else if (isOwned(access)) ask(LOOK_UP, true);
    else enter({ at: "chatting", access, via: "other-tab" });
  }

  /**
   * A credential that opens nothing is forgotten, and the question asked anew; but not of a server that only just gave it. The conversation
   * and what waits to be said in it stay until it is answered: its customer may have signed in, here or in another tab.
   */
  function opensNothing(credential: string, didOpen: boolean): void {
    if (!("access" in now) || !now.access) return;
    const { access, via } = now;
    // The one that was refused had been replaced meanwhile.
    if (access.credential !== credential) return void effects.push({ type: "attach" });
    known = null;
    effects.push({ type: "clear", of: access, texts: false });
    if (didOpen || via === "credential" || via === "other-tab") ask(LOOK_UP);
    else leave({ at: "unreachable", code: "unauthorised", again: LOOK_UP });
  }

  switch (event.type) {
    case "look-up":
      if (now.at !== "starting") ask(LOOK_UP);
      break;
    case "continue":
      if (now.at === "offer") ask({ ask: "look-up", continue: true });
      break;
    case "start":
      begin(event.wish);
      break;
    case "retry":
      if (now.at === "refused") ask(LOOK_UP);
      else if (now.at === "unreachable") ask(now.again);
      break;
    case "gathered":
      judge(event.proofs);
      break;
    case "answered":
      // Fail closed: what can't be answered leads to another attempt, never to a new chat.
      if (!event.ok) now = "ask" in now ? { at: "unreachable", code: event.code, again: now } : now;
      else if (accessOf(now)?.conversationId === event.amid) hear(event.value, event.mayMove);
      break;
    case "found":
      enter({ at: "chatting", access: event.access, via: "other-tab" });
      break;
    case "void":
      opensNothing(event.credential, event.known);
      break;
    case "stored-elsewhere":
      follow(event.access);
      break;
    case "dismiss":
      if (!("access" in now)) break;
      forget(now.access ?? known);
      now = { at: "none" };
      break;
    case "sign-out":
      forget("everything");
      now = { at: "idle" };
  }
  return { state: { now, known }, effects };
}
