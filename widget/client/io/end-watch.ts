import type { Access } from "#protocol/bodies.ts";
import type { Session } from "../core/session.ts";

/** Sees whether a conversation came to its limit before the eyes of whoever has this page open. */
export interface EndWatch {
  setOpen(open: boolean): void;
  isOpen(): boolean;
  /** Whether this page may be moved for this conversation, should it be too late for it. */
  mayMove(conversationId: string): boolean;
  look(session: Session): void;
}

/** `learn` asks what there is now, and says null if there was no answer; asked again at the next change then. */
export function createEndWatch(inChat: () => boolean, learn: () => Promise<Access | null>): EndWatch {
  let open = false;
  /** The conversation that this page saw alive, until it knows of the end. */
  let alive: string | null = null;
  const mayMove = (conversationId: string | null): boolean => open && alive !== null && alive === conversationId;
  return {
    setOpen: (is) => {
      open = is;
    },
    isOpen: () => open,
    mayMove,
    look: ({ conversationId, view }) => {
      if (view === null) return;
      if (!("ended" in view.phase)) {
        alive = conversationId;
        return;
      }
      if (mayMove(conversationId) && inChat() && view.phase.ended.reason === "expired")
        void learn().then((answer) => {
          if (answer === null) alive = conversationId;
        });
      // Learnt, with the panel open or not: what is opened later moves nobody.
      alive = null;
    },
  };
}
