import type { DeskFeed } from "#protocol/desk-frames.ts";
import type { RejoinConsole } from "../agent/rejoin-console.ts";
import { factsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Clerk } from "./scene.ts";

/** What the console in its frame knows. */
export interface ConsoleWord {
  line: string;
  /** Of the conversation that was asked about. */
  facts: Facts | null;
  /** Null until the desk has told what there is. */
  clerk: Clerk | null;
  /** Whether the agent has no conversation open on the screen. */
  idle: boolean;
}

/** The console, the real one, in a frame of its own. It is of our own origin, so it can be looked into. */
export interface ConsoleFrame {
  readonly element: HTMLIFrameElement;
  look(conversationId: string | null): ConsoleWord | null;
  select(conversationId: string): void;
  /** An agent who is not there comes to the desk. */
  comeToDesk(): void;
  drop(): void;
  return(): void;
}

function clerkOf(me: DeskFeed["me"] | undefined): Clerk | null {
  if (me === undefined) return null;
  const { name, presence, capacity, used, slots } = me;
  return { name, presence, capacity, used, slots: slots.map(({ conversationId }) => conversationId) };
}

export function openConsole(changed: () => void): ConsoleFrame {
  const element = document.createElement("iframe");
  element.title = "Ana's console";
  element.allow = "clipboard-write";
  const consoleIn = (): RejoinConsole | null => element.contentDocument?.querySelector("rejoin-console") ?? null;
  const workplace = () => consoleIn()?.workplace ?? null;
  element.addEventListener("load", () => {
    consoleIn()?.addEventListener("rejoin-changed", changed);
    changed();
  });
  element.src = "/console";
  return {
    element,
    look: (conversationId) => {
      const view = workplace()?.snapshot();
      if (view === undefined) return null;
      const open = conversationId === null ? undefined : view.conversations.get(conversationId);
      return {
        line: view.desk.status.is,
        clerk: clerkOf(view.desk.feed?.me),
        facts: open === undefined ? null : factsOf(open),
        idle: view.selected === null,
      };
    },
    comeToDesk: () => {
      const desk = workplace()?.desk;
      if (desk?.snapshot().feed?.me.presence === "offline") void desk.setPresence("available");
    },
    select: (conversationId) => workplace()?.select(conversationId),
    drop: () => workplace()?.drop(),
    return: () => workplace()?.return(),
  };
}
