import { isOff } from "./connection.ts";
import { drive } from "./drive.ts";
import { asDraft, together } from "./outbox.ts";
import { createSession } from "./session.ts";
import type { Session, SessionEffect, SessionEvent, SessionStep } from "./session.ts";

const keepDraft = (text: string): SessionEffect[] => (text === "" ? [] : [{ type: "keep-draft", text }]);

/** What this page composed moves on in storage too, so that nobody finds it there a second time. */
function carry({ conversationId, outbox }: Session, text: string): SessionEffect[] {
  if (conversationId === null) return [];
  return [{ type: "carry", from: conversationId, ids: outbox.map(({ id }) => id), text }];
}

/** The same conversation again. A guest's can have become a customer's own, and its texts with it. */
function again(
  state: Session,
  { owner, quiet }: SessionEvent & { type: "attach" },
  now: number,
  random: number,
): SessionStep {
  const { state: after, effects } = drive(
    { ...state, owner, quiet },
    isOff(state.connection) ? { type: "connect" } : { type: "resync", fresh: false },
    now,
    random,
  );
  if (owner === state.owner) return { state: after, effects };
  const items = after.outbox.flatMap((item): SessionEffect[] =>
    item.state.is === "stored" ? [] : [{ type: "keep", item }],
  );
  return { state: after, effects: [...effects, ...items, ...keepDraft(after.draft)] };
}

/** Takes part in a conversation. What was not said yet comes along, unless it is another person's. */
export function attach(
  state: Session,
  event: SessionEvent & { type: "attach" },
  now: number,
  random: number,
): SessionStep {
  if (state.conversationId === event.conversationId) return again(state, event, now, random);
  const comes = state.owner === null || state.owner === event.owner;
  const own = comes ? asDraft(state.outbox, state.draft) : "";
  const left = drive(state, { type: "disconnect" }, now, random);
  const fresh: Session = {
    ...createSession(state.role, state.connection.hidden),
    connection: left.state.connection,
    conversationId: event.conversationId,
    owner: event.owner,
    draft: together(event.draft, own),
    quiet: event.quiet,
  };
  const joined = drive(fresh, { type: "connect" }, now, random);
  return {
    state: joined.state,
    effects: [
      ...left.effects,
      ...(comes ? carry(state, own) : []),
      ...joined.effects,
      ...keepDraft(fresh.draft),
      // What waits is to be seen at once, not only when the line is up.
      { type: "collect" },
      { type: "recall" },
    ],
  };
}

/**
 * Leaves the conversation. A guest's unsaid words stay in the box; a customer's own are for storage to keep, since nobody
 * knows who sits there next.
 */
export function detach(state: Session, now: number, random: number): SessionStep {
  const left = drive(state, { type: "disconnect" }, now, random);
  const { connection } = left.state;
  const draft = state.owner === null ? asDraft(state.outbox, state.draft) : "";
  return {
    state: { ...createSession(state.role, connection.hidden), connection, draft },
    effects: [...left.effects, ...(state.owner === null ? carry(state, draft) : [])],
  };
}
