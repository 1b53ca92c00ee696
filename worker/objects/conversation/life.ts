import type { Command } from "../../core/conversation/commands.ts";
import type { Beginning } from "../../core/conversation/beginning.ts";
import type { Played } from "../../core/sample/stage.ts";
import type { Env } from "../../env.ts";
import { conversationAtOnce, conversationMigrations } from "../../storage/conversation-schema.ts";
import { createConversationStore } from "../../storage/conversation-store.ts";
import { durableSql } from "../../storage/durable-sql.ts";
import { migrate } from "../../storage/migrations.ts";
import { randomToken } from "../../tokens/seal.ts";
import { loadAlarm } from "../alarm.ts";
import { createLookout } from "./lookout.ts";
import { type Change, type Draft, type Ledger, openLedger, startLedger } from "./ledger.ts";
import { recordOf } from "./record.ts";
import { writePlayed } from "./rehearsal.ts";
import { createRoom, type Room } from "./room.ts";
import { createWatch, type Watch } from "./watch.ts";
import { deliverWord } from "./words.ts";
import { createCourier } from "../courier.ts";

/** Carries a command out, answers who asked, and then lets everyone see what changed. */
export type Run = (command: Command, now: number, draft?: Draft, answer?: (change: Change) => void) => Change;

/** What a conversation lives by: its truth, its people and its clock, and how a command goes through all of them. */
export interface Life {
  readonly rootKey: string;
  readonly room: Room;
  readonly watch: Watch;
  /** Null before the start. */
  readonly ledger: Ledger | null;
  begin(beginning: Beginning, now: number): Ledger;
  /** Takes over what was played elsewhere; nothing may have begun here. */
  rehearse(played: Played, now: number): void;
  /** Not before the start. */
  run: Run;
}

/** Opens what is stored, and holds all events back until the alarm that is set is known. */
export function openLife(ctx: DurableObjectState, env: Env): Life {
  const rootKey = env.ROOT_KEY ?? "";
  const sql = durableSql(ctx.storage);
  migrate(sql, conversationMigrations, conversationAtOnce);
  const store = createConversationStore(sql);
  const { outbox } = store;
  const room = createRoom(ctx, rootKey);
  const courier = createCourier(
    outbox,
    deliverWord(env, () => (ledger === null ? null : recordOf(ledger))),
    () => watch.schedule(),
  );
  const flush = () => ctx.waitUntil(courier.flush());
  let ledger = openLedger(sql, store);
  // While it hibernated, what was read stood with the sockets.
  for (const { side, seq } of room.reading()) ledger?.read(side, seq);
  let watch: Watch;

  function settle(): void {
    watch.schedule();
    flush();
  }

  const run: Run = (command, now, draft, answer) => {
    if (ledger === null) throw new Error("a command before the start");
    const change = ledger.run(command, Math.max(now, watch.wake()), draft);
    // Who asked is answered first: what they asked for may cost them their seat.
    answer?.(change);
    const lost = room.tell(change, now);
    if (change.before !== change.after) settle();
    if (lost) watch.attend(now);
    return change;
  };

  void ctx.blockConcurrencyWhile(async () => {
    const lookout = createLookout(ctx, room);
    const watched = {
      room,
      lookout,
      outbox,
      flush,
      ledger: () => ledger,
      run: (command: Command) => run(command, Date.now()),
    };
    watch = createWatch(await loadAlarm(ctx.storage), watched);
    // What it was telling when it died is told at the first thing that happens, not only when the alarm rings.
    if (outbox.next() !== null) flush();
  });

  return {
    rootKey,
    room,
    run,
    get watch() {
      return watch;
    },
    get ledger() {
      return ledger;
    },
    begin: (beginning, now) => {
      ledger = startLedger(sql, store, randomToken(16), beginning, now);
      settle();
      return ledger;
    },
    rehearse: (played, now) => {
      writePlayed(sql, store, randomToken(16), played, now);
      ledger = openLedger(sql, store);
      settle();
    },
  };
}
