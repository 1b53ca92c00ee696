import type { Access } from "#protocol/bodies.ts";
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

/** What one event makes of the entrance: a copy of its state, to be changed, and what is to be done. */
type Visit = EntranceState & { effects: EntranceEffect[] };

/** A look-up for a person who is there. */
const LOOK_UP: Question = { ask: "look-up", continue: false };

function go(visit: Visit, now: Entrance, ...effects: EntranceEffect[]): void {
  visit.now = now;
  visit.effects.push(...effects);
}

/** Goes where there is no conversation. */
function leave(visit: Visit, now: Entrance): void {
  go(visit, now, { type: "detach" });
}

/** Asks; whatever was asked before counts no more. */
function ask(visit: Visit, question: Question, follows = false): void {
  visit.turn += 1;
  const now: Entrance =
    question.ask === "start" ? { ...question, at: "starting" } : { ...question, at: "looking-up", follows };
  go(visit, now, { type: question.ask });
}

/** Has this access from now on, if there is one. */
function enter(visit: Visit, now: Chatting | Ended): void {
  const { access, via } = now;
  if (access === null) return leave(visit, now);
  const before = visit.now;
  visit.known = access;
  // What another tab has is stored already.
  if (via !== "other-tab") visit.effects.push({ type: "save" });
  if (accessOf(before)?.conversationId !== access.conversationId) return go(visit, now, { type: "attach" });
  // Renewed: the line is up or being opened with it at this moment, and need not move.
  visit.now = now.at === "chatting" && "access" in before ? { ...before, access } : now;
}

/** Forgets an access and what is stored with it; with `draft`, what stands in the box too. */
function forget(visit: Visit, of: Access | null | "everything", draft: boolean): void {
  visit.known = null;
  visit.effects.push({ type: "clear", of }, { type: "detach" });
  if (draft) visit.effects.push({ type: "draft", text: "" });
}

/** A guest's credential needs no question: state and words come with its socket's first frame. Everything else does. */
function gathered(visit: Visit, proofs: Proofs): void {
  const { identity, link } = proofs;
  const stored = isOwned(proofs.stored) && identity === null ? null : proofs.stored;
  visit.known = proofs.stored;
  if (identity !== null || link !== null) visit.effects.push({ type: "resume", proofs: { identity, link, stored } });
  else if (stored === null) leave(visit, { at: "none" });
  else go(visit, { at: "chatting", access: stored, via: "credential" }, { type: "attach" });
}

function answered(visit: Visit, { answer, mayMove }: EntranceEvent & { type: "answered" }): void {
  if ("drop" in answer && answer.drop) {
    // Another's chat is in another tab. Taking turns at the one place in storage would never end: a person has to ask.
    if (visit.now.at === "looking-up" && visit.now.follows)
      return leave(visit, { at: "unreachable", code: "elsewhere", again: LOOK_UP });
    forget(visit, visit.known, true);
  }
  switch (answer.answer) {
    case "resume":
      return enter(visit, { at: "chatting", access: answer.access, via: answer.via });
    case "started":
      return enter(visit, { at: "chatting", access: answer.access, via: "start" });
    case "offer":
      return leave(visit, { at: "offer", offer: answer.offer });
    case "none":
      return leave(visit, { at: "none" });
    case "refused":
      // What is on screen stays there.
      return go(visit, { at: "refused", reason: answer.reason }, { type: "disconnect" });
    case "ended": {
      const { access, ended, redirectUrl, via } = answer;
      enter(visit, { at: "ended", access, via, ended, redirectUrl });
      // A stored credential never moves a page by itself.
      if (redirectUrl !== null && (via === "link" || mayMove))
        visit.effects.push({ type: "redirect", url: redirectUrl });
    }
  }
}

/** Another tab of this browser moved: it and this one show one conversation. */
function follow(visit: Visit, access: Access | null): void {
  const { now, known } = visit;
  // A start that is under way looks at the storage itself, and its answer decides.
  if (access?.credential === known?.credential || now.at === "idle" || now.at === "starting") return;
  visit.known = access;
  if (now.at === "unreachable" && now.code === "elsewhere") return;
  // What is being asked was asked with what is not there any more.
  if (now.at === "looking-up") return ask(visit, now, now.follows);
  if (access === null) {
    if (accessOf(now) !== null) leave(visit, { at: "none" });
  } else if ("access" in now && now.access?.conversationId === access.conversationId) {
    visit.now = { ...now, access };
    // Claimed by whoever signed in there: what is said here is theirs from now on.
    if (now.at === "chatting" && isOwned(access) && !isOwned(now.access)) visit.effects.push({ type: "attach" });
    // Somebody's own: only with their identity, and the server alone can tell.
  } else if (isOwned(access)) ask(visit, LOOK_UP, true);
  else enter(visit, { at: "chatting", access, via: "other-tab" });
}

/** A credential that opens nothing is forgotten, and the question asked anew; but not of a server that only just gave it. */
function opensNothing(visit: Visit, { credential, known }: EntranceEvent & { type: "void" }): void {
  const { now } = visit;
  if (!("access" in now) || now.access === null) return;
  // The one that was refused had been replaced meanwhile.
  if (now.access.credential !== credential) return void visit.effects.push({ type: "attach" });
  forget(visit, now.access, false);
  if (known || now.via === "credential" || now.via === "other-tab") ask(visit, LOOK_UP);
  else go(visit, { at: "unreachable", code: "unauthorised", again: LOOK_UP });
}

/** Starts where that makes sense; while a look-up is unanswered it never does. */
function begin(visit: Visit, wish: StartWish): void {
  const { now } = visit;
  const start = (replaces: string | null): void => ask(visit, { ask: "start", wish, replaces });
  if (now.at === "chatting" && wish.startNew) start(now.access.credential);
  else if (now.at === "unreachable" && now.again.ask === "start") start(now.again.replaces);
  else if (now.at === "none" || now.at === "ended" || (now.at === "offer" && wish.startNew)) start(null);
}

function take(visit: Visit, event: EntranceEvent): void {
  const { now } = visit;
  switch (event.type) {
    case "look-up":
      if (now.at !== "starting") ask(visit, LOOK_UP);
      return;
    case "continue":
      if (now.at === "offer") ask(visit, { ask: "look-up", continue: true });
      return;
    case "start":
      return begin(visit, event.wish);
    case "retry":
      if (now.at === "refused") ask(visit, LOOK_UP);
      if (now.at === "unreachable") ask(visit, now.again);
      return;
    case "gathered":
      if (now.at === "looking-up") gathered(visit, event.proofs);
      return;
    case "answered":
      if ("ask" in now || accessOf(now)?.conversationId === event.amid) answered(visit, event);
      return;
    case "found":
      if (now.at === "starting") enter(visit, { at: "chatting", access: event.access, via: "other-tab" });
      return;
    case "failed":
      // Fail closed: what can't be answered leads to another attempt, never to a new chat.
      if ("ask" in now) go(visit, { at: "unreachable", code: event.code, again: now });
      return;
    case "void":
      return opensNothing(visit, event);
    case "stored-elsewhere":
      return follow(visit, event.access);
    case "dismiss":
      if (!("access" in now)) return;
      forget(visit, now.access ?? visit.known, true);
      return go(visit, { at: "none" });
    case "sign-out":
      forget(visit, "everything", true);
      return go(visit, { at: "idle" });
  }
}

/** The machine of coming back: total over its events, and the server's word is the only thing that opens a chat. */
export function stepEntrance(before: EntranceState, event: EntranceEvent): EntranceStep {
  const visit: Visit = { ...before, effects: [] };
  if (!("turn" in event) || event.turn === before.turn) take(visit, event);
  const { effects, ...state } = visit;
  return { state, effects };
}
