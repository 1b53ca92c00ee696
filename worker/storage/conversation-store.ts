import type { EntryBody } from "../core/conversation/entry-body.ts";
import type { ConversationState, Customer, Phase } from "../core/conversation/state.ts";
import { NOTHING_YET, type Tally } from "../core/conversation/tally.ts";
import type { SaidMessage } from "../core/records/record.ts";
import { PAGE_ENTRIES } from "#protocol/limits.ts";
import type { Seen } from "#protocol/view.ts";
import type { Word } from "../core/conversation/words.ts";
import { confirmed, dueOf, nextOf, type Owed, owing, postponed } from "./owed.ts";
import type { Outbox } from "./outbox.ts";
import type { Sql } from "./sql.ts";

export interface StoredEntry {
  seq: number;
  at: number;
  body: EntryBody;
}

export interface ConversationStore {
  /** The state as last saved, with its epoch; null before the start. */
  load(): { epoch: string; state: ConversationState; seen: Seen } | null;
  /** What others have still to be told. */
  readonly outbox: Outbox;
  create(epoch: string, state: ConversationState, words: readonly Word[], now: number): void;
  /** Saves the state, and with it what others must learn of it. */
  save(state: ConversationState, seen: Seen, words: readonly Word[], now: number): void;
  /** Appends and numbers an entry. Throws for a message whose id is there already. */
  append(at: number, body: EntryBody): StoredEntry;
  /** The message with this id, if it is in the transcript. */
  message(id: string): StoredEntry | null;
  /** The seq of the last entry; 0 without any. */
  head(): number;
  /** Reads again what it keeps in memory: after a transaction that came to nothing. */
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
type ConversationRow = {
  epoch: string;
  state: string;
  seen_by_customer: number;
  seen_by_agent: number;
  owed: string;
  head: number | null;
};

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
  const read = () => sql.exec<ConversationRow>("SELECT *, (SELECT max(seq) FROM entries) AS head FROM conversation")[0];
  const owedIn = (row: ConversationRow | undefined) => JSON.parse(row?.owed ?? "[]") as Owed;
  /** As it was found, until it is asked for or changes. */
  let found = read();
  let head = found?.head ?? 0;
  let owed = owedIn(found);
  /**
   * Where each message stands, by its id; null until somebody says something. In memory, as this object alone writes here: an index
   * would be a second row for every message, and to read a thousand ids after a wake costs as much as to write one.
   */
  let ids: Map<string, number> | null = null;
  const known = (): Map<string, number> => {
    const readIds = () =>
      sql.exec<{ id: string; seq: number }>("SELECT message_id AS id, seq FROM entries WHERE message_id IS NOT NULL");
    return (ids ??= new Map(readIds().map(({ id, seq }) => [id, seq])));
  };
  const owe = (next: Owed): void => {
    if (next !== owed) sql.exec("UPDATE conversation SET owed = ?", JSON.stringify(next));
    owed = next;
  };
  return {
    outbox: {
      due: (now) => dueOf(owed, now),
      next: () => nextOf(owed),
      confirm: (item) => owe(confirmed(owed, item)),
      failed: (item, now) => owe(postponed(owed, item, now)),
    },
    load: () => {
      const row = found ?? read();
      found = undefined;
      if (row === undefined) return null;
      const seen = { customer: row.seen_by_customer, agent: row.seen_by_agent };
      return { epoch: row.epoch, state: readState(row.state), seen };
    },
    create: (epoch, state, words, now) => {
      owed = owing(owed, words, now);
      sql.exec(
        "INSERT INTO conversation (one, epoch, state, seen_by_customer, seen_by_agent, owed) VALUES (1, ?, ?, 0, 0, ?)",
        epoch,
        JSON.stringify(state),
        JSON.stringify(owed),
      );
    },
    save: (state, seen, words, now) => {
      owed = owing(owed, words, now);
      sql.exec(
        "UPDATE conversation SET state = ?, seen_by_customer = ?, seen_by_agent = ?, owed = ?",
        JSON.stringify(state),
        seen.customer,
        seen.agent,
        JSON.stringify(owed),
      );
    },
    append: (at, body) => {
      const seq = head + 1;
      const id = body.kind === "message" ? body.id : null;
      if (id !== null && known().has(id)) throw new Error("a message is written twice");
      sql.exec(
        "INSERT INTO entries (seq, at, message_id, body) VALUES (?, ?, ?, ?)",
        seq,
        at,
        id,
        JSON.stringify(body),
      );
      head = seq;
      if (id !== null) known().set(id, seq);
      return { seq, at, body };
    },
    message: (id) => {
      const seq = known().get(id);
      if (seq === undefined) return null;
      const [row] = sql.exec<EntryRow>("SELECT seq, at, body FROM entries WHERE seq = ?", seq);
      return row === undefined ? null : toEntry(row);
    },
    head: () => head,
    rolledBack: () => {
      const row = read();
      head = row?.head ?? 0;
      owed = owedIn(row);
      ids = null;
    },
    after: (seq, limit) =>
      // Most who come back have missed nothing.
      seq >= head
        ? []
        : sql
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
