import { guard } from "./guard.ts";
import type { Chance, Clock } from "./ports.ts";

export interface Machine<State, Event, Effect> {
  start: State;
  step(state: State, event: Event, now: number, random: number): { state: State; effects: readonly Effect[] };
  /** The one instant at which `event` is due; infinity for none. */
  alarm?: { at(state: State): number; event: Event };
  /** Called after each step, before its effects. */
  moved?(before: State, after: State): void;
}

export interface Runner<State, Event> {
  state(): State;
  dispatch(event: Event): void;
  dispose(): void;
}

/** Timers beyond this run out of their 32 bits; waking early only looks at the clock again. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Runs a machine: one event after the other, each with its effects performed in order, one timer for its one alarm.
 * Events that effects cause come after, and what throws is reported and passed over. `changed` is called once all is done, if the state is another one.
 */
export function run<State, Event, Effect>(
  machine: Machine<State, Event, Effect>,
  { clock, chance }: { clock: Clock; chance: Chance },
  perform: (effect: Effect) => void,
  changed: () => void,
): Runner<State, Event> {
  let state = machine.start;
  let over = false;
  let cancel = (): void => {};
  /** What happened and is not worked off yet. */
  let queue: Event[] = [];

  function dispatch(said: Event): void {
    if (over || queue.push(said) > 1) return;
    const before = state;
    // What comes meanwhile is appended, and has its turn here too.
    for (const event of queue)
      guard(() => {
        const was = state;
        const { state: now, effects } = machine.step(was, event, clock.now(), chance.random());
        state = now;
        machine.moved?.(was, now);
        for (const effect of effects) guard(() => perform(effect));
      });
    queue = [];
    cancel();
    // Who was told of something may have ended it all.
    if (isOver()) return;
    const { alarm } = machine;
    const at = alarm?.at(state) ?? Infinity;
    if (alarm && at < Infinity)
      cancel = clock.after(Math.min(at - clock.now(), LONGEST_TIMER_MS), () => dispatch(alarm.event));
    if (state !== before) changed();
  }
  const isOver = (): boolean => over;

  return {
    state: () => state,
    dispatch,
    dispose: () => {
      cancel();
      over = true;
    },
  };
}
