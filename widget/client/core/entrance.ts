import type { Access, Offer, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import type { Ending } from "#protocol/view.ts";

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
  identity: string | null;
  link: string | null;
  stored: Access | null;
}

/** What a visitor may resume, as far as it is known. Nothing here ever starts a conversation but `start`. */
export type Entrance =
  | { at: "idle" }
  /** `continue`: the visitor chose to, at the prompt. */
  | { at: "looking-up"; continue: boolean }
  /** The prompt: continue, or start new. */
  | { at: "offer"; offer: Offer }
  | { at: "starting"; wish: StartWish }
  | { at: "chatting"; access: Access; via: Via }
  /** Too late. With `access` what was said can still be read, until it is dismissed. */
  | { at: "ended"; access: Access | null; ended: Ending | null; redirectUrl: string | null }
  | { at: "none" }
  /** The site's word for its customer is not good; nothing is resumed and nothing started. */
  | { at: "refused"; reason: "identity-invalid" | "identity-expired" }
  /** The question could not be answered: `retry` asks it again. */
  | {
      at: "unreachable";
      code: string;
      again: { ask: "look-up"; continue: boolean } | { ask: "start"; wish: StartWish };
    };

export type EntranceState = {
  now: Entrance;
  /** Counts the questions; answers to older ones are ignored. */
  turn: number;
};

export type EntranceEvent =
  | { type: "look-up" }
  /** Only from the prompt: the choice is judged anew. */
  | { type: "continue" }
  | { type: "start"; wish: StartWish }
  | { type: "retry" }
  | { type: "gathered"; turn: number; proofs: Proofs }
  | { type: "resume-answered"; turn: number; answer: ResumeAnswer; panelOpen: boolean }
  | { type: "start-answered"; turn: number; answer: StartAnswer }
  | { type: "failed"; turn: number; code: string }
  /** A fresh authorisation was asked for in the middle of a chat. */
  | { type: "renewed"; answer: ResumeAnswer; panelOpen: boolean }
  /** The socket of the conversation was refused: its credential opens nothing. `known`: it did before. */
  | { type: "void"; known: boolean }
  /** Another tab has another conversation now, or none any more. */
  | { type: "stored-elsewhere"; access: Access | null }
  | { type: "dismiss" }
  | { type: "sign-out" };

export type EntranceEffect =
  /** Collect the proofs, and say them as `gathered`. */
  | { type: "gather"; turn: number }
  | { type: "ask-resume"; turn: number; proofs: Proofs; continue: boolean }
  | { type: "ask-start"; turn: number; wish: StartWish; replaces: string | null }
  | { type: "save"; access: Access }
  /** Forget everything that is stored for this widget; the draft on the screen only if `draft`. */
  | { type: "clear"; draft: boolean }
  | { type: "attach"; access: Access; via: Via }
  | { type: "detach" }
  /** Stop the line, but leave on screen what is there. */
  | { type: "hang-up" }
  | { type: "redirect"; url: string };

export type EntranceStep = { state: EntranceState; effects: EntranceEffect[] };

export const OUTSIDE: EntranceState = { now: { at: "idle" }, turn: 0 };

/** What the conversation that is entered, or over, can be reached by. */
export function accessOf(now: Entrance): Access | null {
  return now.at === "chatting" || now.at === "ended" ? now.access : null;
}

/** Whether a conversation belongs to a verified customer, and so always needs their identity. */
export function isOwned(access: Access | null): boolean {
  return access !== null && access.identityUntil !== null;
}
