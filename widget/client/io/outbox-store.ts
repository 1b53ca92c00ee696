import { joined, together } from "../core/outbox.ts";
import type { Outbox, OutboxItem } from "../core/outbox.ts";
import type { Session } from "../core/session.ts";
import { kinds, nullable, NUMBER, object, or, parse, STRING } from "../core/shape.ts";
import type { Store } from "./ports.ts";

/** A message that waits, or a draft (which was composed last of all), with whose it is. */
type Stored = Omit<OutboxItem, "id"> & { owner: string | null };
type State = OutboxItem["state"];

/** A text of which it can't be told whose it is is nobody's. */
const STORED = object<Stored>({
  text: STRING,
  owner: (value) => nullable(STRING)(value ?? null),
  composedAt: or(NUMBER, () => Number.MAX_VALUE),
  state: or(kinds<"is", State>("is", { waiting: {}, failed: { code: STRING } }), (): State => ({
    is: "waiting",
  })),
});

/** A conversation's id; null stands for the one to come. */
type Place = string | null;
/** The words of a page that are in no transcript, and whose they are; null for a guest's. */
export type Unsent = Pick<Session, "conversationId" | "owner" | "outbox" | "draft">;

/** Unsent texts and drafts in storage. One key for each message, so that tabs never overwrite each other's. What is a person's is told to nobody else. */
export interface OutboxStore {
  /** A page had these words, and now has those. */
  follow(before: Unsent, after: Unsent): void;
  /** What waits for a conversation, oldest first. */
  items(place: Place, owner: string | null): Outbox;
  draft(place: Place, owner: string | null): string;
  /** Takes out what other conversations left unsent, as one text; empty if there is none. */
  takeLeftovers(place: Place, owner: string | null): string;
}

export function createOutboxStore(store: Store, prefix: string): OutboxStore {
  const itemKey = (place: Place, id = ""): string => `${prefix}out:${place}:${id}`;
  const draftKey = (place: Place): string => `${prefix}draft:${place ?? "new"}`;
  /** What shall stand in storage for a page, by its keys. */
  const wanted = ({ conversationId: place, owner, outbox, draft }: Unsent): Map<string, string> => {
    const items = outbox.map(
      ({ id, text, composedAt, state }) =>
        [itemKey(place, id), JSON.stringify({ text, owner, composedAt, state })] as const,
    );
    return new Map(draft === "" ? items : [...items, [draftKey(place), JSON.stringify({ text: draft, owner })]]);
  };
  /** All that can be read under some keys, in the order in which it was composed. Anything may have written there. */
  const read = (keys: readonly string[], owner: string | null): (Stored & { key: string; id: string })[] =>
    keys
      .flatMap((key) => {
        const stored = parse(STORED, store.get(key));
        return stored !== null && (stored.owner === null || stored.owner === owner)
          ? [{ ...stored, key, id: key.slice(key.lastIndexOf(":") + 1) }]
          : [];
      })
      .sort((a, b) => a.composedAt - b.composedAt);
  const textOf = (stored: readonly Stored[]): string => joined(stored.map(({ text }) => text));
  const draft: OutboxStore["draft"] = (place, owner) => textOf(read([draftKey(place)], owner));
  return {
    follow: (before, after) => {
      const { conversationId: place, owner } = after;
      // A person's own words stay where they are when somebody else comes.
      if (before.conversationId !== place && before.owner !== null && before.owner !== owner) return;
      const tookBack = before.draft !== after.draft && before.outbox.length > after.outbox.length;
      // Whoever left a conversation leaves what waits in it.
      const was = wanted(before.conversationId === place ? before : { ...before, outbox: [] });
      // Another tab may have taken back more than this one knows of.
      const is = wanted(tookBack ? { ...after, draft: together(draft(place, owner), after.draft) } : after);
      for (const key of was.keys()) if (!is.has(key)) store.remove(key);
      for (const [key, value] of is) if (was.get(key) !== value) store.set(key, value);
    },
    items: (place, owner) => read(store.keys(itemKey(place)), owner),
    draft,
    takeLeftovers: (place, owner) => {
      const isHere = (key: string): boolean => key.startsWith(itemKey(place)) || key === draftKey(place);
      const left = read(
        store.keys(prefix).filter((key) => !isHere(key)),
        owner,
      );
      for (const { key } of left) store.remove(key);
      return textOf(left);
    },
  };
}
