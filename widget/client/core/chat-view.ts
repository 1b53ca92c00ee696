import type { Happening, Message } from "#protocol/entries.ts";
import type { Backstage, Seen, View } from "#protocol/view.ts";
import type { Connection } from "./connection.ts";
import type { Session } from "./session.ts";

/** What a person is told of the line. Instants are by this page's clock. */
export type Status =
  | { is: "idle" }
  | { is: "connecting" }
  /** Open, but what was missed is still coming. */
  | { is: "catching-up" }
  | { is: "connected" }
  | { is: "reconnecting"; retryAt: number | null }
  /** The same, after several attempts in a row that failed. */
  | { is: "unreachable"; retryAt: number | null }
  | { is: "suspended" }
  /** Refused for good, with the close code; `reconnect` tries again nevertheless. */
  | { is: "refused"; code: number };

export type Delivery =
  | { is: "waiting" }
  | { is: "sending" }
  | { is: "delivered" }
  | { is: "seen" }
  | { is: "failed"; code: string };

/** One line as it is shown; `key` stays the same from composing on. */
export type Line =
  | {
      kind: "message";
      key: string;
      seq: number | null;
      at: number;
      mine: boolean;
      from: Message["from"];
      agentName: string | null;
      text: string;
      delivery: Delivery;
    }
  | { kind: "event"; key: string; seq: number; at: number; what: Happening };

/** All that a screen needs to show one conversation; a new object each time something changed. */
export interface ConversationView {
  conversationId: string | null;
  status: Status;
  /** Null until the first word from the server. */
  view: View | null;
  backstage: Backstage | null;
  lines: readonly Line[];
  hasBefore: boolean;
  /** Whether the other side is typing. */
  typing: boolean;
  seen: Seen;
  draft: string;
  /** Milliseconds to add to this page's clock for the server's. */
  clockOffset: number;
  /** Whether what is kept here outlives the page; if not, a reload starts anew. */
  lasting: boolean;
}

/** Failures in a row from which on one speaks of an unreachable service. */
const UNREACHABLE_AFTER = 3;

export function statusOf({ stage, attempts }: Connection, known: boolean): Status {
  switch (stage.at) {
    case "idle":
    case "suspended":
      return { is: stage.at };
    case "closed":
      return { is: "refused", code: stage.code };
    case "live":
      return { is: "connected" };
    case "syncing":
      return { is: "catching-up" };
    default: {
      const retryAt = stage.at === "backing-off" ? stage.until : null;
      if (attempts >= UNREACHABLE_AFTER) return { is: "unreachable", retryAt };
      return known || attempts > 0 ? { is: "reconnecting", retryAt } : { is: "connecting" };
    }
  }
}

/** Transcript and outbox as one list: what stands, then what is still to stand. `at` is by the server's clock. */
function linesOf(session: Session, agentId: string | null): Line[] {
  const { role, seen } = session;
  const readBy = role === "customer" ? seen.agent : seen.customer;
  /** By their keys: storage may bring back what stands already, from a tab that does not know of it yet. It is said again, and shown once. */
  const lines = new Map<string | number, Line>();
  for (const entry of session.transcript.entries) {
    if (entry.kind === "message")
      lines.set(entry.id, {
        ...entry,
        key: entry.id,
        mine: entry.from === role && (agentId === null || entry.agent?.id === agentId),
        agentName: entry.agent?.name ?? null,
        delivery: { is: entry.seq <= readBy ? "seen" : "delivered" },
      });
    else if (entry.what.type !== "unknown")
      lines.set(entry.seq, { ...entry, key: `event-${entry.seq}`, what: entry.what });
  }
  for (const item of session.outbox)
    if (!lines.has(item.id))
      lines.set(item.id, {
        ...item,
        kind: "message",
        key: item.id,
        seq: null,
        at: item.composedAt + session.clockOffset,
        mine: true,
        from: role,
        agentName: null,
        delivery: item.state.is === "waiting" && session.told[item.id] ? { is: "sending" } : item.state,
      });
  return [...lines.values()];
}

/**
 * Shows sessions; the lines are made anew only when something in them changed. With `agentId`, that agent's messages alone
 * are `mine`, and not those of whoever had the conversation before.
 */
export function createPresenter(agentId: string | null): (session: Session, lasting: boolean) => ConversationView {
  let shown: readonly unknown[] = [];
  let lines: readonly Line[] = [];
  return (session, lasting) => {
    const { role, transcript, outbox, told, seen, clockOffset } = session;
    const parts = [transcript, outbox, told, seen, clockOffset];
    if (parts.some((part, index) => part !== shown[index])) lines = linesOf(session, agentId);
    shown = parts;
    return {
      // What a screen may know of it is the view's type.
      ...session,
      status: statusOf(session, session.view !== null),
      lines,
      hasBefore: transcript.hasBefore,
      typing: session.typingUntil !== null,
      // What this page's person has read counts here at once: the server tells the others alone.
      seen: { ...seen, [role]: Math.max(seen[role], session.readUpTo) },
      lasting,
    };
  };
}
