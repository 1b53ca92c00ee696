import * as v from "valibot";
import { Access } from "#protocol/bodies.ts";
import { decode } from "#protocol/decode.ts";
import type { Chance, Clock, Store } from "./ports.ts";

/** A start that was never answered is forgotten after this: nobody waits for it any more. */
const START_KEPT_MS = 20 * 60_000;

const PendingStart = v.object({ id: v.string(), at: v.number() });

/** What a browser keeps to get back into its conversation. The transcript is never among it. */
export interface AccessStore {
  load(): Access | null;
  save(access: Access): void;
  /**
   * The id of the start under way, shared by the tabs; made if there is none. Or what another tab's start led to, where a
   * guest's chat is stored that is not the one this tab knows of: its event may still be on its way.
   */
  startId(known: string | null): Promise<{ id: string } | { found: Access }>;
  started(): void;
  /** Forgets everything of this widget, or what waits for one conversation. */
  clear(conversationId?: string): void;
  /** Another tab saved, or cleared. */
  onChange(listener: () => void): () => void;
}

export function createAccessStore(
  { store, chance, clock }: { store: Store; chance: Chance; clock: Clock },
  prefix: string,
): AccessStore {
  const accessKey = `${prefix}access`;
  const startKey = `${prefix}start`;
  const load = (): Access | null => {
    const access = decode(Access, store.get(accessKey) ?? "");
    return access.ok ? access.value : null;
  };
  return {
    load,
    save: (access) => store.set(accessKey, JSON.stringify(access)),
    startId: (known) =>
      store.exclusively(startKey, () => {
        const found = load();
        if (found !== null && found.identityUntil === null && found.conversationId !== known) return { found };
        const pending = decode(PendingStart, store.get(startKey) ?? "");
        const age = pending.ok ? clock.now() - pending.value.at : START_KEPT_MS;
        if (pending.ok && age >= 0 && age < START_KEPT_MS) return { id: pending.value.id };
        const id = chance.id();
        store.set(startKey, JSON.stringify({ id, at: clock.now() }));
        return { id };
      }),
    started: () => store.remove(startKey),
    clear: (conversationId) => {
      const part = conversationId === undefined ? "" : `:${conversationId}`;
      for (const key of store.keys(prefix)) if (key.includes(part, prefix.length)) store.remove(key);
    },
    onChange: (listener) =>
      store.onChange((key) => {
        if (key === null || key === accessKey) listener();
      }),
  };
}
