import type { DeskCommand, DeskEffect } from "../../core/desk/command.ts";
import type { DeskState } from "../../core/desk/state.ts";
import { withoutEcho } from "../../core/desk/echo.ts";
import { decideDesk } from "../../core/desk/decide.ts";
import { createDeskStore } from "../../storage/desk-store.ts";
import type { TableOutbox } from "../../storage/outbox.ts";
import type { Sql } from "../../storage/sql.ts";
import { randomToken } from "../../tokens/seal.ts";
import { wordsOf } from "./words.ts";

/** The desk's truth: its state, and what it still has to tell, changed together or not at all. */
export interface DeskLedger {
  readonly state: DeskState;
  /** Carries a command out and writes what follows, in one transaction. What is left to do is returned. */
  run(command: DeskCommand, now: number): DeskEffect[];
}

/** Opens what is stored; an empty desk before the first command. */
export function openDeskLedger(sql: Sql, outbox: TableOutbox): DeskLedger {
  const store = createDeskStore(sql);
  let state = store.load();
  return {
    get state() {
      return state;
    },
    run: (command, now) => {
      const heard = withoutEcho(state, command, store.isClosed);
      const decision = decideDesk(state, heard, now, randomToken(16));
      sql.transaction(() => {
        store.save(decision.state, decision.changes, now);
        for (const { topic, body } of wordsOf(decision.effects)) outbox.put(topic, body, now);
      });
      state = decision.state;
      return decision.effects;
    },
  };
}
