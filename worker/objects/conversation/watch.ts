import type { Command } from "../../core/conversation/commands.ts";
import { isLive, type Phase } from "../../core/conversation/state.ts";
import { type Outbox, owedAt } from "../../storage/outbox.ts";
import { type Alarm, earliest } from "../alarm.ts";
import type { Ledger } from "./ledger.ts";
import type { Lookout } from "./lookout.ts";
import type { Room } from "./room.ts";

/** What is watched over. */
export interface Watched {
  room: Room;
  lookout: Lookout;
  outbox: Outbox;
  /** Tells others what is due. Not waited for: a listener who hangs must not hold up this conversation's deadlines. */
  flush: () => void;
  /** Null before the start. */
  ledger: () => Ledger | null;
  run: (command: Command) => void;
}

/** How long after an agent's page should have made it look the alarm does; an alarm that rings in vain costs a request and a row. */
const BACKSTOP_MS = 5 * 60_000;

/** How long what need not be done before an answer waits: the answer leaves this process, not just this object. */
const ASIDE_MS = 2;

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
  /**
   * Does this once the answer of the present event is on its way, and before anything else happens: whatever leaves the object after
   * a write, an answer too, waits until the write is durable. It bears the time of the event (`at`): who came back within a hold, and is
   * written down after it, was in time.
   */
  afterwards(work: () => void, at: number): void;
  /** Sees to it that the conversation looks again at the earliest of all deadlines: by an agent's page, or by its alarm. */
  schedule(): void;
  /** The alarm rings: does whatever is due, however late or often. Never throws: it would be dropped after six retries. */
  ring(info?: AlarmInvocationInfo): Promise<void>;
  /** An agent's page does what the alarm would do. */
  look(socket: WebSocket): void;
}

export function createWatch(alarm: Alarm, { room, lookout, outbox, flush, ledger, run }: Watched): Watch {
  let asleep = true;
  const postponed: { work: () => void; at: number }[] = [];
  /** The time of what is being caught up with; null while nothing is. */
  let then: number | null = null;

  /** One that fails takes nothing from the others; the alarm looks after what it left. */
  function catchUp(): void {
    for (const { work, at } of postponed.splice(0)) {
      then = at;
      try {
        work();
      } catch (error) {
        console.error("what was put off was not done", error);
        alarm.by(Date.now() + 5_000);
      } finally {
        then = null;
      }
    }
  }

  function wake(alarmAt: number | null = alarm.at): number {
    if (then !== null) return then;
    catchUp();
    const now = Date.now();
    if (!asleep) return now;
    asleep = false;
    attend(Math.min(now, alarmAt ?? now));
    // What the event does itself stands after that, and so bears no earlier time.
    return Date.now();
  }

  function attend(since: number, without?: WebSocket): void {
    if (ledger() === null) return;
    if (!room.customerPresent(without)) run({ type: "customer-dropped", since });
    schedule();
  }

  function schedule(): void {
    const now = Date.now();
    const open = ledger();
    // Who reads on after the end is nobody's presence, and must not keep the object waking.
    const sweepAt = open !== null && isLive(open.state.phase) ? room.nextSweepAt(now) : null;
    const at = earliest(open?.nextDeadlineAt() ?? null, sweepAt, owedAt(outbox, now));
    const agentId = open === null ? null : watchfulAgent(open.state.phase);
    const isWatched = at !== null && agentId !== null && lookout.askToLook(agentId, at, now);
    alarm.by(isWatched ? at + BACKSTOP_MS : at);
  }

  function lookAround(dueAt?: number | null): void {
    const now = wake(dueAt);
    attend(room.sweep(now) ?? now);
    if (ledger() !== null) run({ type: "clock" });
    flush();
  }

  function look(socket: WebSocket): void {
    lookout.noteLook(socket);
    lookAround();
  }

  async function ring(info?: AlarmInvocationInfo): Promise<void> {
    const dueAt = info?.scheduledTime ?? alarm.at;
    alarm.rang();
    try {
      lookAround(dueAt);
    } catch (error) {
      console.error("the alarm was not carried out", error);
      alarm.by(Date.now() + 5_000);
    } finally {
      schedule();
    }
  }

  function afterwards(work: () => void, at: number): void {
    postponed.push({ work, at });
    setTimeout(catchUp, ASIDE_MS);
  }

  return { wake, attend, afterwards, schedule, ring, look };
}

/** Who has it and is there, as far as the desk has told. */
function watchfulAgent(phase: Phase): string | null {
  return phase.state === "active" && phase.agentConnected ? phase.agent.id : null;
}
