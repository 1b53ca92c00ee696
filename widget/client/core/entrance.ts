import type { Access, Offer, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import type { Ending } from "#protocol/view.ts";
import type { SessionEvent } from "./session.ts";

/** By what a conversation was entered. */
export type Via = "link" | "credential" | "identity" | "start" | "other-tab";

/** What a start may carry along. `startNew` ends the conversation that is there first. */
export interface StartWish {
  name?: string;
  page?: string;
  startNew: boolean;
}

/** What a visitor can prove. */
export interface Proofs {
  identity?: string | undefined;
  link?: string | undefined;
  stored: Access | null;
}

/** What is asked of the server. */
export type Question = LookUp | Start;

export interface LookUp {
  ask: "look-up";
  /** The visitor chose to, at the prompt. */
  continue: boolean;
}

export interface Start {
  ask: "start";
  wish: StartWish;
  /** The credential of the conversation that it ends first. */
  replaces?: string;
}

/** In a conversation. */
export interface Chatting {
  at: "chatting";
  access: Access;
  via: Via;
}

/** Too late. With `access` what was said can still be read, until it is dismissed. */
export interface Ended {
  at: "ended";
  access: Access | null;
  via: Via;
  ended: Ending | null;
  redirectUrl: string | null;
}

/** What a visitor may resume, as far as it is known. Nothing here ever starts a conversation but `start`. */
export type Entrance =
  | { at: "idle" }
  /** `follows`: nobody asked but another tab, by what it stored. */
  | ({ at: "looking-up"; follows: boolean } & LookUp)
  /** The prompt: continue, or start new. */
  | { at: "offer"; offer: Offer }
  | ({ at: "starting" } & Start)
  | Chatting
  | Ended
  | { at: "none" }
  /** The site's word for its customer is not good; nothing is resumed and nothing started. */
  | { at: "refused"; reason: "identity-invalid" | "identity-expired" }
  /** The question could not be answered, or another's chat is in another tab (`elsewhere`): `retry` asks again. */
  | { at: "unreachable"; code: string; again: Question };

export type EntranceState = {
  now: Entrance;
  /** What storage held when it was last looked at, or was written here. */
  known: Access | null;
};

export type EntranceEvent =
  | { type: "look-up" }
  /** Only from the prompt: the choice is judged anew. */
  | { type: "continue" }
  | { type: "start"; wish: StartWish }
  | { type: "retry" }
  | Reply
  /** The socket of the conversation was refused: this credential opens nothing. `known`: one did before. */
  | { type: "void"; credential: string; known: boolean }
  /** What storage holds is not what was known: another tab has another conversation now, or none any more. */
  | { type: "stored-elsewhere"; access: Access | null }
  | { type: "dismiss" }
  | { type: "sign-out" };

/** What became of a question; said only as long as that question is the present one. */
export type Reply =
  | { type: "gathered"; proofs: Proofs }
  | (Answered & ({ ok: true; value: ResumeAnswer | StartAnswer } | { ok: false; code: string }))
  /** Another tab's start was answered meanwhile: there is something to join. */
  | { type: "found"; access: Access };

interface Answered {
  type: "answered";
  /** The conversation in the middle of which it was asked, for a fresh authorisation. */
  amid?: string | undefined;
  /** The person saw it before it was too late, and has the panel open. */
  mayMove?: boolean;
}

/** What the conversation's session is to hear. */
export type Told = Extract<SessionEvent, { type: "detach" | "disconnect" | "draft" }>;

/** What is to be done; about what, the state after the step tells. */
export type EntranceEffect =
  /** Collect the proofs, and say them as `gathered`. */
  | { type: "look-up" }
  | { type: "resume"; proofs: Proofs }
  | { type: "start" }
  | { type: "save" }
  /** Forget everything that is stored for this widget, if it is stored with this access; what another tab stored meanwhile stays. Without `texts` what was not said yet stays, too. */
  | { type: "clear"; of: Access | null | "everything"; texts: boolean }
  | { type: "redirect"; url: string }
  /** Take part in the conversation, anew if that is what it does. */
  | { type: "attach" }
  | Told;

export type EntranceStep = { state: EntranceState; effects: EntranceEffect[] };

export const OUTSIDE: EntranceState = { now: { at: "idle" }, known: null };

/** What the conversation that is entered, or over, can be reached by. */
export function accessOf(now: Entrance): Access | null {
  return "access" in now ? now.access : null;
}

/** Whether a conversation belongs to a verified customer, and so always needs their identity. */
export function isOwned(access: Access | null): boolean {
  return (access?.identityUntil ?? null) !== null;
}
