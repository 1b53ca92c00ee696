import type { Access } from "#protocol/bodies.ts";
import { ACCESS } from "../core/customer-answers.ts";
import { isOwned } from "../core/entrance.ts";
import type { EntranceEffect } from "../core/entrance.ts";
import { parse } from "../core/shape.ts";
import type { Ports } from "./ports.ts";

/** A start that was never answered is forgotten after this: nobody waits for it any more. */
const START_KEPT_MS = 20 * 60_000;

type Forgetting = Extract<EntranceEffect, { type: "clear" }>;

/** What a browser keeps to get back into its conversation. The transcript is never among it. */
export interface AccessStore {
  load(): Access | null;
  save(access: Access): void;
  /**
   * The id of the start under way, shared by the tabs; made if there is none. Or what another tab's start led to, where a
   * guest's chat is stored that is not the one this tab knows of: its event may still be on its way.
   */
  startId(known: Access | null): Promise<string | Access>;
  started(): void;
  /** Forgets everything of this widget if it is stored with this access, or all but texts; of another one, what waits for its conversation. */
  clear(what: Forgetting): void;
}

export function createAccessStore({ store, chance, clock }: Ports, prefix: string): AccessStore {
  const accessKey = `${prefix}access`;
  const startKey = `${prefix}start`;
  const load = (): Access | null => parse(ACCESS, store.get(accessKey));
  const remove = (part: string): void => {
    for (const key of store.keys(prefix)) if (key.includes(part)) store.remove(key);
  };
  return {
    load,
    save: (access) => store.set(accessKey, JSON.stringify(access)),
    startId: (known) =>
      store.exclusively(startKey, () => {
        const found = load();
        if (found !== null && !isOwned(found) && found.conversationId !== known?.conversationId) return found;
        const [at, pending] = (store.get(startKey) ?? "").split(" ");
        const age = clock.now() - Number(at);
        if (pending && age >= 0 && age < START_KEPT_MS) return pending;
        const id = chance.id();
        store.set(startKey, `${clock.now()} ${id}`);
        return id;
      }),
    started: () => store.remove(startKey),
    clear: ({ of, texts }) => {
      const here = load();
      if (of === "everything" || here === null || here.credential === of?.credential)
        return remove(texts ? "" : accessKey);
      if (texts && of?.conversationId !== here.conversationId) remove(`:${of?.conversationId}`);
    },
  };
}
