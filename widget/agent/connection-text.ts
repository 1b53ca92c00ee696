import { CLOSE } from "#protocol/codes.ts";
import type { Status } from "../client/customer.ts";

/** Why a socket that was refused for good was refused. */
const REFUSED: Record<number, string> = {
  [CLOSE.protocol]: "This page and the server are of different versions. Load the page again.",
  [CLOSE.replaced]: "This was opened again elsewhere, and goes on there.",
  [CLOSE.forbiddenOrigin]: "This site may not use this chat.",
  [CLOSE.unassigned]: "This conversation is with somebody else now.",
  [CLOSE.signedOut]: "You are signed out.",
};

/** What to say of a line in trouble: what is the matter, what happens to messages, when something is tried next. */
export interface ConnectionText {
  text: string;
  /** A clock that runs, or what is done now: to be seen, not to be read out each second. */
  next: string;
  /** Whether there is something to try at once. */
  tryNow: boolean;
}

const OFFLINE = "You're offline. What you write is kept and sent when you're back.";

function nextTry(retryAt: number | null, now: number): string {
  if (retryAt === null) return "Trying now…";
  return `Next try in ${Math.max(1, Math.ceil((retryAt - now) / 1_000))} s`;
}

/** Null while there is nothing to say. `what` can't be reached; `now` in epoch milliseconds by the page's clock. */
export function connectionText(status: Status, what: string, now: number): ConnectionText | null {
  switch (status.is) {
    case "idle":
    case "connected":
    case "catching-up":
      return null;
    case "connecting":
      return { text: "Connecting…", next: "", tryNow: false };
    case "reconnecting":
      return { text: OFFLINE, next: nextTry(status.retryAt, now), tryNow: true };
    case "unreachable": {
      const text = `We can't reach ${what} right now. Nothing is lost.`;
      return { text, next: nextTry(status.retryAt, now), tryNow: true };
    }
    case "suspended":
      return { text: OFFLINE, next: "", tryNow: false };
    case "refused":
      return { text: REFUSED[status.code] ?? "The connection was refused.", next: "", tryNow: true };
  }
}
