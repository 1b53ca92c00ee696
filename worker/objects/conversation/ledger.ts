import type { Command, Reply } from "../../core/conversation/commands.ts";
import { decide } from "../../core/conversation/decide.ts";
import { nextDeadline } from "../../core/conversation/deadlines.ts";
import type { Beginning } from "../../core/conversation/beginning.ts";
import { begin } from "../../core/conversation/beginning.ts";
import type { ConversationState } from "../../core/conversation/state.ts";
import { wordsAfter } from "../../core/conversation/words.ts";
import type { EntryBody } from "../../core/conversation/entry-body.ts";
import type { ConversationStore, StoredEntry } from "../../storage/conversation-store.ts";
import type { Sql } from "../../storage/sql.ts";
import type { Seen } from "#protocol/view.ts";

/** What a command changed: for those who watch. */
export interface Change {
  before: ConversationState;
  after: ConversationState;
  entries: StoredEntry[];
  reply: Reply;
}

/** A message to be written if the command allows it. */
export type Draft = (reply: Reply & { ok: true }) => EntryBody;

/** The conversation's truth: its state, its transcript and what it still has to tell, changed together or not at all. */
export interface Ledger {
  readonly store: ConversationStore;
  readonly epoch: string;
  readonly state: ConversationState;
  readonly seen: Seen;
  /** Carries a command out and writes what follows, in one transaction. */
  run(command: Command, now: number, draft?: Draft): Change;
  /** Notes what a side has read; saved with the next change, since reading costs no rows. Null if it is nothing new. */
  read(side: keyof Seen, seq: number): Seen | null;
  /** Saves what was read and is not saved yet: to be called when somebody leaves and takes it with them. */
  keepSeen(): void;
  nextDeadlineAt(): number | null;
}

/** Starts a conversation: writes its state and first line, and what the others must learn. */
export function startLedger(
  sql: Sql,
  store: ConversationStore,
  epoch: string,
  beginning: Beginning,
  now: number,
): Ledger {
  const write = (): void => {
    const state = begin(beginning, now);
    store.create(epoch, state, wordsAfter(null, state), now);
    store.append(now, { kind: "event", what: { type: "started" } });
  };
  orAsBefore(store, () => sql.transaction(write));
  const ledger = openLedger(sql, store);
  if (ledger === null) throw new Error("a conversation that was just written cannot be read");
  return ledger;
}

/** Opens what is stored; null before the start. */
export function openLedger(sql: Sql, store: ConversationStore): Ledger | null {
  const stored = store.load();
  if (stored === null) return null;
  const { epoch } = stored;
  let { state, seen } = stored;
  let savedSeen = seen;

  function run(command: Command, now: number, draft?: Draft): Change {
    const before = state;
    const outcome = decide(before, command, now);
    const write = (): StoredEntry[] => {
      const written = outcome.lines.map(({ at, what }) => store.append(at, { kind: "event", what }));
      if (draft !== undefined && outcome.reply.ok) written.push(store.append(now, draft(outcome.reply)));
      if (outcome.state !== before) store.save(outcome.state, seen, wordsAfter(before, outcome.state), now);
      return written;
    };
    // A message alone is one statement, and a whole of its own: a transaction around it would be two more.
    const isAlone = outcome.state === before && outcome.lines.length === 0;
    const entries = orAsBefore(store, isAlone ? write : () => sql.transaction(write));
    if (outcome.state !== before) savedSeen = seen;
    state = outcome.state;
    return { before, after: state, entries, reply: outcome.reply };
  }

  return {
    store,
    epoch,
    get state() {
      return state;
    },
    get seen() {
      return seen;
    },
    run,
    read: (side, seq) => {
      if (seq <= seen[side] || seq > store.head()) return null;
      seen = { ...seen, [side]: seq };
      return seen;
    },
    keepSeen: () => {
      if (seen === savedSeen) return;
      store.save(state, seen, [], Date.now());
      savedSeen = seen;
    },
    nextDeadlineAt: () => nextDeadline(state.phase)?.at ?? null,
  };
}

/** Whatever fails leaves nothing of itself, in memory either. */
function orAsBefore<T>(store: ConversationStore, write: () => T): T {
  try {
    return write();
  } catch (error) {
    store.rolledBack();
    throw error;
  }
}
