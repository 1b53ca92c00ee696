import type { Command } from "../core/conversation/commands.ts";
import type { Outbox } from "../storage/outbox.ts";
import type { Alarm } from "./alarm.ts";
import type { Ledger } from "./conversation-ledger.ts";
import type { Room } from "./conversation-room.ts";
import type { Courier } from "./courier.ts";

/** What is watched over. */
export interface Watched {
  room: Room;
  outbox: Outbox;
  courier: Courier;
  /** Null before the start. */
  ledger: () => Ledger | null;
  run: (command: Command) => void;
}

/** Watches who is here and what the clock brings, with one alarm. */
export interface Watch {
  /**
   * To be called first by every event; tells the time. The first event after a wake looks who is still here: whoever is present
   * without an open socket is dropped, as a killed process runs no handlers. The alarm that was pending while they were present
   * (`alarmAt`) tells how long ago that was at most.
   */
  wake(alarmAt?: number | null): number;
  /**
   * Looks who is here (but for `without`): nobody means that the customer has dropped, with `since` as their last sign of life.
   * To be called whenever a socket may have closed, by us too: on a dead network nobody answers our close.
   */
  attend(since: number, without?: WebSocket): void;
  /** Sees to it that the alarm rings for the earliest of all deadlines. */
  schedule(): void;
  /** The alarm rings: does whatever is due, however late or often. Never throws: it would be dropped after six retries. */
  ring(info?: AlarmInvocationInfo): Promise<void>;
}

export function createWatch(alarm: Alarm, { room, outbox, courier, ledger, run }: Watched): Watch {
  let asleep = true;

  function wake(alarmAt: number | null = alarm.at): number {
    const now = Date.now();
    if (!asleep) return now;
    asleep = false;
    attend(Math.min(now, alarmAt ?? now));
    return now;
  }

  function attend(since: number, without?: WebSocket): void {
    if (ledger() === null) return;
    if (!room.customerPresent(without)) run({ type: "customer-dropped", since });
    schedule();
  }

  function schedule(): void {
    for (const at of [ledger()?.nextDeadlineAt() ?? null, outbox.next(), room.nextSweepAt(Date.now())]) alarm.by(at);
  }

  async function ring(info?: AlarmInvocationInfo): Promise<void> {
    const dueAt = info?.scheduledTime ?? alarm.at;
    alarm.rang();
    try {
      const now = wake(dueAt);
      attend(room.sweep(now) ?? now);
      if (ledger() !== null) run({ type: "clock" });
      await courier.flush();
    } catch (error) {
      console.error("the alarm was not carried out", error);
      alarm.by(Date.now() + 5_000);
    } finally {
      schedule();
    }
  }

  return { wake, attend, schedule, ring };
}
