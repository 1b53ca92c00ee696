import type { Access, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { accessOf, isOwned } from "./entrance.ts";
import type { Chatting, Ended, EntranceEvent, EntranceState, EntranceStep, Proofs, StartWish } from "./entrance.ts";
import { ask, go, hold, leave, LOOK_UP, stepGuest } from "./guest-step.ts";
import type { Stepping } from "./guest-step.ts";

/** Has this access from now on, if there is one. */
function enter(step: Stepping, next: Chatting | Ended): void {
  const { access, via } = next;
  if (!access) return leave(step, next);
  const { now } = step;
  hold(step, access, via);
  if (accessOf(now)?.conversationId !== access.conversationId) return go(step, next, { type: "attach" });
  // Renewed: the line is up or being opened with it at this moment, and need not move.
  step.now = next.at === "chatting" && "access" in now ? { ...now, access } : next;
}

/** Forgets an access and what is stored with it; also what stands in the box. */
function forget(step: Stepping, of: Access | null | "everything"): void {
  step.known = null;
  step.effects.push({ type: "clear", of, texts: true }, { type: "detach" }, { type: "draft", text: "" });
}

/** Who proves something by an identity or a link asks the server. */
function judge(step: Stepping, { identity, link, stored }: Proofs): void {
  step.known = stored;
  const usable = isOwned(stored) && identity === undefined ? null : stored;
  step.effects.push({ type: "resume", proofs: { identity, link, stored: usable } });
}

function hear(step: Stepping, answer: ResumeAnswer | StartAnswer, mayMove = false): void {
  const { now } = step;
  if ("drop" in answer && answer.drop) {
    // Another's chat is in another tab. Taking turns at the one place in storage would never end: a person has to ask.
    if (now.at === "looking-up" && now.follows)
      return leave(step, { at: "unreachable", code: "elsewhere", again: LOOK_UP });
    forget(step, step.known);
  }
  switch (answer.answer) {
    case "resume":
      return enter(step, { at: "chatting", access: answer.access, via: answer.via });
    case "started":
      return enter(step, { at: "chatting", access: answer.access, via: "start" });
    case "offer":
      return leave(step, { at: "offer", offer: answer.offer });
    case "none":
      return leave(step, { at: "none" });
    case "refused":
      // What is on screen stays there.
      return go(step, { at: "refused", reason: answer.reason }, { type: "disconnect" });
    case "ended": {
      const { access, ended, redirectUrl, via } = answer;
      enter(step, { at: "ended", access, via, ended, redirectUrl });
      // A stored credential never moves a page by itself.
      if (redirectUrl && (via === "link" || mayMove)) step.effects.push({ type: "redirect", url: redirectUrl });
    }
  }
}

/** Starts in the place of what is there, or was. */
function begin(step: Stepping, wish: StartWish): void {
  const { now } = step;
  if (now.at === "chatting" && wish.startNew) ask(step, { ask: "start", wish, replaces: now.access.credential });
  else if (now.at === "ended" || (now.at === "offer" && wish.startNew)) ask(step, { ask: "start", wish });
}

/** Another tab of this browser moved: it and this one show one conversation. */
function follow(step: Stepping, access: Access | null): void {
  const { now } = step;
  // A start that is under way looks at the storage itself, and its answer decides.
  if (now.at === "idle" || now.at === "starting") return;
  step.known = access;
  if (now.at === "unreachable" && now.code === "elsewhere") return;
  // What is being asked was asked with what is not there any more.
  if (now.at === "looking-up") return ask(step, now, now.follows);
  const mine = accessOf(now);
  if (!access) {
    if (mine) leave(step, { at: "none" });
  } else if ("access" in now && mine?.conversationId === access.conversationId) {
    step.now = { ...now, access };
    // Claimed by whoever signed in there: what is said here is theirs from now on.
    if (now.at === "chatting" && isOwned(access) && !isOwned(mine)) step.effects.push({ type: "attach" });
    // Somebody's own: only with their identity, and the server alone can tell.
  } else if (isOwned(access)) ask(step, LOOK_UP, true);
  else enter(step, { at: "chatting", access, via: "other-tab" });
}

/**
 * A credential that opens nothing is forgotten, and the question asked anew; but not of a server that only just gave it. The conversation
 * and what waits to be said in it stay until it is answered: its customer may have signed in, here or in another tab.
 */
function opensNothing(step: Stepping, credential: string, didOpen: boolean): void {
  const { now } = step;
  if (!("access" in now) || !now.access) return;
  const { access, via } = now;
  // The one that was refused had been replaced meanwhile.
  if (access.credential !== credential) return void step.effects.push({ type: "attach" });
  step.known = null;
  step.effects.push({ type: "clear", of: access, texts: false });
  if (didOpen || via === "credential" || via === "other-tab") ask(step, LOOK_UP);
  else leave(step, { at: "unreachable", code: "unauthorised", again: LOOK_UP });
}

/** What is beyond a guest's part: identities, links, prompts, ends, other tabs. */
export function stepReturning(state: EntranceState, event: EntranceEvent): EntranceStep {
  const step: Stepping = { ...state, effects: [] };
  const { now } = step;
  switch (event.type) {
    case "continue":
      if (now.at === "offer") ask(step, { ask: "look-up", continue: true });
      break;
    case "start":
      begin(step, event.wish);
      break;
    case "retry":
      ask(step, LOOK_UP);
      break;
    case "gathered":
      judge(step, event.proofs);
      break;
    case "answered":
      if (event.ok && accessOf(now)?.conversationId === event.amid) hear(step, event.value, event.mayMove);
      break;
    case "void":
      opensNothing(step, event.credential, event.known);
      break;
    case "stored-elsewhere":
      follow(step, event.access);
      break;
    case "dismiss":
      if (!("access" in now)) break;
      forget(step, now.access ?? step.known);
      step.now = { at: "none" };
      break;
    case "sign-out":
      forget(step, "everything");
      step.now = { at: "idle" };
      break;
    default:
    // The guest's part does these.
  }
  return { state: { now: step.now, known: step.known }, effects: step.effects };
}

/** The machine of coming back: total over its events, and the server's word is the only thing that opens a chat. */
export function stepEntrance(state: EntranceState, event: EntranceEvent): EntranceStep {
  return stepGuest(state, event) ?? stepReturning(state, event);
}
