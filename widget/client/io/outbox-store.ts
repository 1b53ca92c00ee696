import * as v from "valibot";
import { decode } from "#protocol/decode.ts";
import { asDraft } from "../core/outbox.ts";
import type { Outbox, OutboxItem } from "../core/outbox.ts";
import type { Store } from "./ports.ts";

const Stored = v.object({ text: v.string(), composedAt: v.number(), failed: v.optional(v.string()) });

/** Unsent texts and drafts in storage. One key for each message, so that tabs never overwrite each other's. */
export interface OutboxStore {
  put(conversationId: string, item: OutboxItem): void;
  remove(conversationId: string, ids: readonly string[]): void;
  /** What waits for a conversation, oldest first. */
  items(conversationId: string): Outbox;
  /** `null` stands for the conversation to come. */
  putDraft(conversationId: string | null, text: string): void;
  draft(conversationId: string | null): string;
  /** Moves messages to the draft; those that another tab moved already are left out. */
  takeBack(conversationId: string, items: Outbox): void;
  /** Takes out what other conversations left unsent, as one text; empty if there is none. */
  takeLeftovers(conversationId: string): string;
}

export function createOutboxStore(store: Store, prefix: string): OutboxStore {
  const itemKey = (conversationId: string, id = ""): string => `${prefix}out:${conversationId}:${id}`;
  const draftKey = (conversationId: string | null): string => `${prefix}draft:${conversationId ?? "new"}`;
  const readItems = (under: string): OutboxItem[] =>
    store
      .keys(under)
      .flatMap((key): OutboxItem[] => {
        const item = decode(Stored, store.get(key) ?? "");
        if (!item.ok) return [];
        const { text, composedAt, failed } = item.value;
        return [
          {
            id: key.slice(key.lastIndexOf(":") + 1),
            text,
            composedAt,
            state: failed !== undefined ? { is: "failed", code: failed } : { is: "waiting" },
          },
        ];
      })
      .sort((a, b) => a.composedAt - b.composedAt);
  const remove: OutboxStore["remove"] = (conversationId, ids) => {
    for (const id of ids) store.remove(itemKey(conversationId, id));
  };
  const putDraft: OutboxStore["putDraft"] = (conversationId, text) => {
    if (conversationId !== null) store.remove(draftKey(null));
    if (text === "") store.remove(draftKey(conversationId));
    else store.set(draftKey(conversationId), text);
  };
  const draft: OutboxStore["draft"] = (conversationId) => store.get(draftKey(conversationId)) ?? "";
  return {
    put: (conversationId, { id, text, composedAt, state }) =>
      store.set(
        itemKey(conversationId, id),
        JSON.stringify({ text, composedAt, ...(state.is === "failed" ? { failed: state.code } : {}) }),
      ),
    remove,
    items: (conversationId) => readItems(itemKey(conversationId)),
    putDraft,
    draft,
    takeBack: (conversationId, items) => {
      const here = items.filter(({ id }) => store.get(itemKey(conversationId, id)) !== null);
      putDraft(conversationId, asDraft(here, draft(conversationId)));
      remove(
        conversationId,
        here.map(({ id }) => id),
      );
    },
    takeLeftovers: (conversationId) => {
      const own = [itemKey(conversationId), draftKey(conversationId), draftKey(null)];
      const left = [...store.keys(`${prefix}out:`), ...store.keys(`${prefix}draft:`)].filter(
        (key) => !own.some((mine) => key.startsWith(mine)),
      );
      const isLeft = ({ id }: OutboxItem): boolean => left.some((key) => key.endsWith(`:${id}`));
      const texts = readItems(`${prefix}out:`)
        .filter(isLeft)
        .map(({ text }) => text);
      for (const key of left) {
        if (key.startsWith(`${prefix}draft:`)) texts.push(store.get(key) ?? "");
        store.remove(key);
      }
      return texts.filter((text) => text !== "").join("\n");
    },
  };
}
