import type { EntryBody } from "../core/conversation/entry-body.ts";
import type { ConversationState, Customer, Phase } from "../core/conversation/state.ts";
import { NOTHING_YET, type Tally } from "../core/conversation/tally.ts";
import type { SaidMessage } from "../core/records/record.ts";
import { PAGE_ENTRIES } from "#protocol/limits.ts";
import type { Seen } from "#protocol/view.ts";
import type { Migration } from "./migrations.ts";
import { outboxMigration } from "./outbox.ts";
import type { Sql } from "./sql.ts";

export interface StoredEntry {
  seq: number;
  at: number;
  body: EntryBody;
}

export const conversationMigrations: readonly Migration[] = [
  {
    id: "conversation-1",
    sql: [
      `CREATE TABLE conversation (
        one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, state TEXT NOT NULL,
        seen_by_customer INTEGER NOT NULL, seen_by_agent INTEGER NOT NULL
      )`,
      "CREATE TABLE entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, message_id TEXT, body TEXT NOT NULL)",
      // Partial, so that an event costs one row and a message two.
      "CREATE UNIQUE INDEX entries_message_id ON entries (message_id) WHERE message_id IS NOT NULL",
    ],
  },
  outboxMigration,
];

export interface ConversationStore {
  /** The state as last saved, with its epoch; null before the start. */
  load(): { epoch: string; state: ConversationState; seen: Seen } | null;
  create(epoch: string, state: ConversationState): void;
  save(state: ConversationState, seen: Seen): void;
  /** Appends and numbers an entry. */
  append(at: number, body: EntryBody): StoredEntry;
  /** The message with this id, if it is in the transcript. */
  message(id: string): StoredEntry | null;
  /** The seq of the last entry; 0 without any. */
  head(): number;
  /** Reads again where the transcript ends: after a transaction that came to nothing. */
  rolledBack(): void;
  after(seq: number, limit: number): StoredEntry[];
  /** All messages, in their order, without what only a transcript needs; read page by page, since all of them may be more than fits into memory. */
  said(): Iterable<SaidMessage>;
  /** The last entries before `seq`, oldest first. */
  before(seq: number, limit: number): StoredEntry[];
}

type StoredState = Omit<ConversationState, "customer" | "opening" | "tally"> & {
  customer: StoredCustomer;
  opening?: ConversationState["opening"];
  tally?: Tally;
};
type StoredCustomer = Omit<Customer, "nameSigned" | "facts"> & Partial<Pick<Customer, "nameSigned" | "facts">>;
type EntryRow = { seq: number; at: number; body: string };
type ConversationRow = { epoch: string; state: string; seen_by_customer: number; seen_by_agent: number };

function toEntry(row: EntryRow): StoredEntry {
  return { seq: row.seq, at: row.at, body: JSON.parse(row.body) as EntryBody };
}

/** A state from before a field was there gets the field's default. */
function readState(text: string): ConversationState {
  const state = JSON.parse(text) as StoredState;
  const customer = { nameSigned: false, facts: {}, ...state.customer };
  return { opening: { page: null, words: null }, tally: tallyFrom(state.phase), ...state, customer };
}

/** What is known of a conversation that nobody counted in: who has it, or had it last. */
function tallyFrom(phase: Phase): Tally {
  const agent = phase.state === "open" || phase.state === "waiting" ? phase.previousAgent : phase.agent;
  return { ...NOTHING_YET, agents: agent === null ? [] : [agent] };
}

export function createConversationStore(sql: Sql): ConversationStore {
  const readHead = () => sql.exec<{ head: number | null }>("SELECT max(seq) AS head FROM entries")[0]?.head ?? 0;
  let head = readHead();
  return {
    load: () => {
      const [row] = sql.exec<ConversationRow>("SELECT epoch, state, seen_by_customer, seen_by_agent FROM conversation");
      if (row === undefined) return null;
      const seen = { customer: row.seen_by_customer, agent: row.seen_by_agent };
      return { epoch: row.epoch, state: readState(row.state), seen };
    },
    create: (epoch, state) => {
      sql.exec("INSERT INTO conversation VALUES (1, ?, ?, 0, 0)", epoch, JSON.stringify(state));
    },
    save: (state, seen) => {
      sql.exec(
        "UPDATE conversation SET state = ?, seen_by_customer = ?, seen_by_agent = ?",
        JSON.stringify(state),
        seen.customer,
        seen.agent,
      );
    },
    append: (at, body) => {
      const seq = head + 1;
      const id = body.kind === "message" ? body.id : null;
      sql.exec(
        "INSERT INTO entries (seq, at, message_id, body) VALUES (?, ?, ?, ?)",
        seq,
        at,
        id,
        JSON.stringify(body),
      );
      head = seq;
      return { seq, at, body };
    },
    message: (id) => {
      const [row] = sql.exec<EntryRow>("SELECT seq, at, body FROM entries WHERE message_id = ?", id);
      return row === undefined ? null : toEntry(row);
    },
    head: () => head,
    rolledBack: () => {
      head = readHead();
    },
    after: (seq, limit) =>
      sql
        .exec<EntryRow>("SELECT seq, at, body FROM entries WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit)
        .map(toEntry),
    said: function* said() {
      let after = 0;
      for (;;) {
        const page = sql.exec<SaidMessage & { seq: number }>(
          `SELECT seq, at, json_extract(body, '$.from') AS "from", json_extract(body, '$.text') AS text
           FROM entries WHERE message_id IS NOT NULL AND seq > ? ORDER BY seq LIMIT ?`,
          after,
          PAGE_ENTRIES,
        );
        yield* page;
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.seq;
      }
    },
    before: (seq, limit) =>
      sql
        .exec<EntryRow>("SELECT seq, at, body FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT ?", seq, limit)
        .map(toEntry)
        .toReversed(),
  };
}
