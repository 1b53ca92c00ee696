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

/** Why the question is asked. */
export interface LookUp {
  /** The visitor chose to, at the prompt. */
  continue: boolean;
  /** Nobody asked but another tab, by what it stored. */
  follows: boolean;
}

/** What a visitor may resume, as far as it is known. Nothing here ever starts a conversation but `start`. */
export type Entrance =
  | { at: "idle" }
  | ({ at: "looking-up" } & LookUp)
  /** The prompt: continue, or start new. */
  | { at: "offer"; offer: Offer }
  /** `replaces`: the credential of the conversation that it ends first. */
  | { at: "starting"; wish: StartWish; replaces: string | null }
  | { at: "chatting"; access: Access; via: Via }
  /** Too late. With `access` what was said can still be read, until it is dismissed. */
  | { at: "ended"; access: Access | null; ended: Ending | null; redirectUrl: string | null }
  | { at: "none" }
  /** The site's word for its customer is not good; nothing is resumed and nothing started. */
  | { at: "refused"; reason: "identity-invalid" | "identity-expired" }
  /** The question could not be answered, or another's chat is in another tab (`elsewhere`): `retry` asks again. */
  | {
      at: "unreachable";
      code: string;
      again: { ask: "look-up"; continue: boolean } | { ask: "start"; wish: StartWish; replaces: string | null };
    };

export type EntranceState = {
  now: Entrance;
  /** Counts the questions; answers to older ones are ignored. */
  turn: number;
  /** What storage held when it was last looked at, or was written here. */
  known: Access | null;
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
  | {
      type: "renewed";
      turn: number;
      conversationId: string;
      answer: ResumeAnswer;
      /** This page saw it alive, and had its panel open when the end was learnt. */
      mayMove: boolean;
    }
  /** Another tab's start was answered meanwhile: there is something to join. */
  | { type: "found"; turn: number; access: Access }
  /** The socket of the conversation was refused: this credential opens nothing. `known`: one did before. */
  | { type: "void"; credential: string; known: boolean }
  /** What storage holds: perhaps another tab has another conversation now, or none any more. */
  | { type: "stored-elsewhere"; access: Access | null }
  | { type: "dismiss" }
  | { type: "sign-out" };

export type EntranceEffect =
  /** Collect the proofs, and say them as `gathered`. */
  | { type: "gather"; turn: number }
  | { type: "ask-resume"; turn: number; proofs: Proofs; continue: boolean }
  | { type: "ask-start"; turn: number; wish: StartWish; replaces: string | null; known: string | null }
  /** `started`: the start that was under way is answered by it. */
  | { type: "save"; access: Access; started: boolean }
  /**
   * Forget everything that is stored for this widget, if it is stored with this access; what another tab stored
   * meanwhile stays. The draft on the screen only if `draft`.
   */
  | { type: "clear"; of: Access | null | "everything"; draft: boolean }
  | { type: "attach"; access: Access; via: Via }
  | { type: "detach" }
  /** Stop the line, but leave on screen what is there. */
  | { type: "hang-up" }
  | { type: "redirect"; url: string };

export type EntranceStep = { state: EntranceState; effects: EntranceEffect[] };

export const OUTSIDE: EntranceState = { now: { at: "idle" }, turn: 0, known: null };

/** What the conversation that is entered, or over, can be reached by. */
export function accessOf(now: Entrance): Access | null {
  return now.at === "chatting" || now.at === "ended" ? now.access : null;
}

/** Whether a conversation belongs to a verified customer, and so always needs their identity. */
export function isOwned(access: Access | null): boolean {
  return access !== null && access.identityUntil !== null;
}
