import type { Played } from "../../core/sample/stage.ts";
import type { ConversationStore } from "../../storage/conversation-store.ts";
import type { Outbox } from "../../storage/outbox.ts";
import type { Sql } from "../../storage/sql.ts";

/**
 * Writes a conversation that was played elsewhere as if it had taken place here, for the demo alone. The records hear of it as of any
 * other; the desk never had it.
 */
export function writePlayed(
  sql: Sql,
  store: ConversationStore,
  outbox: Outbox,
  epoch: string,
  { state, entries }: Played,
  now: number,
): void {
  sql.transaction(() => {
    store.create(epoch, state);
    for (const { at, body } of entries) store.append(at, body);
    outbox.put("record", null, now);
  });
}
