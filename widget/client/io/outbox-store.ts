import { asDraft } from "../core/outbox.ts";
import type { Outbox, OutboxItem } from "../core/outbox.ts";
import type { Store } from "./ports.ts";

/** A message that waits, or a draft (which was composed last of all), with whose it is. */
interface Stored {
  text: string;
  owner: string | null;
  composedAt: number;
  failed: string | undefined;
}

/** What is broken is passed over, and so is a text of which it can't be told whose it is: anything may have written here. */
function parse(stored: string | null): Stored | null {
  try {
    const value: Partial<Record<keyof Stored, unknown>> | null = JSON.parse(stored ?? "null");
    const { text, owner = null, composedAt, failed } = value ?? {};
    if (typeof text !== "string" || (owner !== null && typeof owner !== "string")) return null;
    return {
      text,
      owner,
      composedAt: typeof composedAt === "number" ? composedAt : Number.MAX_VALUE,
      failed: typeof failed === "string" ? failed : undefined,
    };
  } catch {
    return null;
  }
}

/**
 * Unsent texts and drafts in storage. One key for each message, so that tabs never overwrite each other's. `owner` tells
 * persons apart; null for guests.
 */
export interface OutboxStore {
  put(conversationId: string, item: OutboxItem, owner?: string | null): void;
  remove(conversationId: string, ids: readonly string[]): void;
  /** What waits for a conversation, oldest first. */
  items(conversationId: string): Outbox;
  /** `null` stands for the conversation to come. */
  putDraft(conversationId: string | null, text: string, owner?: string | null): void;
  draft(conversationId: string | null): string;
  /** Moves messages to the draft; those that another tab moved already are left out. */
  takeBack(conversationId: string, items: Outbox, owner?: string | null): void;
  /** Takes out what other conversations left unsent, as one text; empty if there is none. Another owner's stays. */
  takeLeftovers(conversationId: string, owner?: string | null): string;
  /** Takes out these messages and the draft of a conversation; `text` becomes another's draft, if any of them still stood. */
  carry(from: string, ids: readonly string[], to: string | null, text: string, owner?: string | null): void;
}

export function createOutboxStore(store: Store, prefix: string): OutboxStore {
  const itemKey = (conversationId: string, id = ""): string => `${prefix}out:${conversationId}:${id}`;
  const draftKey = (conversationId: string | null): string => `${prefix}draft:${conversationId ?? "new"}`;
  const read = (key: string): Stored | null => parse(store.get(key));
  /** All that can be read under some keys, in the order in which it was composed. */
  const readAll = (keys: readonly string[]): (Stored & { key: string })[] =>
    keys
      .flatMap((key) => {
        const stored = read(key);
        return stored === null ? [] : [{ ...stored, key }];
      })
      .sort((a, b) => a.composedAt - b.composedAt);
  const remove: OutboxStore["remove"] = (conversationId, ids) => {
    for (const id of ids) store.remove(itemKey(conversationId, id));
  };
  const putDraft: OutboxStore["putDraft"] = (conversationId, text, owner = null) => {
    if (conversationId !== null) store.remove(draftKey(null));
    if (text === "") store.remove(draftKey(conversationId));
    else store.set(draftKey(conversationId), JSON.stringify({ text, owner }));
  };
  const draft: OutboxStore["draft"] = (conversationId) => read(draftKey(conversationId))?.text ?? "";
  return {
    put: (conversationId, { id, text, composedAt, state }, owner = null) =>
      store.set(
        itemKey(conversationId, id),
        JSON.stringify({ text, owner, composedAt, ...(state.is === "failed" ? { failed: state.code } : {}) }),
      ),
    remove,
    items: (conversationId) =>
      readAll(store.keys(itemKey(conversationId))).map(({ key, text, composedAt, failed }) => ({
        id: key.slice(key.lastIndexOf(":") + 1),
        text,
        composedAt,
        state: failed === undefined ? { is: "waiting" } : { is: "failed", code: failed },
      })),
    putDraft,
    draft,
    takeBack: (conversationId, items, owner) => {
      const here = items.filter(({ id }) => store.get(itemKey(conversationId, id)) !== null);
      putDraft(conversationId, asDraft(here, draft(conversationId)), owner);
      remove(
        conversationId,
        here.map(({ id }) => id),
      );
    },
    takeLeftovers: (conversationId, owner = null) => {
      const keys = [
        ...store.keys(`${prefix}out:`).filter((key) => !key.startsWith(itemKey(conversationId))),
        ...store.keys(`${prefix}draft:`).filter((key) => key !== draftKey(conversationId)),
      ];
      const left = readAll(keys).filter((stored) => stored.owner === null || stored.owner === owner);
      for (const { key } of left) store.remove(key);
      return left.map(({ text }) => text).join("\n");
    },
    carry: (from, ids, to, text, owner) => {
      const keys = [draftKey(from), ...ids.map((id) => itemKey(from, id))];
      const stood = keys.some((key) => store.get(key) !== null);
      for (const key of keys) store.remove(key);
      if (stood) putDraft(to, text, owner);
    },
  };
}
