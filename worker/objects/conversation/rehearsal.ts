import type { Played } from "../../core/sample/stage.ts";
import type { ConversationStore } from "../../storage/conversation-store.ts";
import type { Sql } from "../../storage/sql.ts";

/**
 * Writes a conversation that was played elsewhere as if it had taken place here, for the demo alone. The records hear of it as of any
 * other; the desk never had it.
 */
export function writePlayed(
  sql: Sql,
  store: ConversationStore,
  epoch: string,
  { state, entries }: Played,
  now: number,
): void {
  sql.transaction(() => {
    store.create(epoch, state, [{ topic: "record", body: null }], now);
    for (const { at, body } of entries) store.append(at, body);
  });
}
