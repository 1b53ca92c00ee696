import type { EntriesAnswer } from "#protocol/bodies.ts";
import { PAGE_ENTRIES } from "#protocol/limits.ts";
import { type ConversationRecord, saidIn, toRecord } from "../../core/records/record.ts";
import type { Ledger } from "./ledger.ts";
import { toWire } from "./wire.ts";

/** What the conversation leaves on record; null while it lives. Its transcript is read once, when there is no more to come. */
export function recordOf({ state, store }: Ledger): ConversationRecord | null {
  return toRecord(state, saidIn(store.said()));
}

/** A page of the transcript, as everybody may read it who may read it at all: links stand in it by their ids alone. */
export function entriesAfter({ store, epoch, state }: Ledger, after: number, rootKey: string): EntriesAnswer {
  const head = store.head();
  const entries = store.after(after, PAGE_ENTRIES);
  const more = (entries.at(-1)?.seq ?? head) < head;
  return { epoch, head, entries: entries.map((entry) => toWire(entry, "export", rootKey, state.id)), more };
}
