import { guard } from "./guard.ts";
import type { Chance, Clock } from "./ports.ts";

export interface Machine<State, Event, Effect> {
  start: State;
  step(state: State, event: Event, now: number, random: number): { state: State; effects: readonly Effect[] };
  /** The one instant at which `tick` is due; null for none. */
  deadline(state: State): number | null;
  tick: Event;
}

export interface Runner<State, Event> {
  state(): State;
  dispatch(event: Event): void;
  dispose(): void;
}

/** Timers beyond this run out of their 32 bits; waking early only looks at the clock again. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Runs a machine: one event after the other, each with its effects performed in order, one timer for its one deadline.
 * Events that effects cause come after, and what throws is reported and passed over. `changed` is called once all is done, if the state is another one.
 */
export function run<State, Event, Effect>(
  machine: Machine<State, Event, Effect>,
  { clock, chance }: { clock: Clock; chance: Chance },
  perform: (effect: Effect) => void,
  changed: () => void,
): Runner<State, Event> {
  let state = machine.start;
  let life: "at-rest" | "at-work" | "over" = "at-rest";
  let cancel = (): void => {};
  const queue: Event[] = [];

  const isOver = (): boolean => life === "over";
  const arm = (): void => {
    cancel();
    const at = machine.deadline(state);
    if (at === null) return;
    cancel = clock.after(Math.min(Math.max(0, at - clock.now()), LONGEST_TIMER_MS), () => dispatch(machine.tick));
  };

  function dispatch(said: Event): void {
    if (isOver()) return;
    queue.push(said);
    if (life === "at-work") return;
    life = "at-work";
    const before = state;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const event = next;
      guard(() => {
        const after = machine.step(state, event, clock.now(), chance.random());
        state = after.state;
        for (const effect of after.effects) guard(() => perform(effect));
      });
    }
    // Who was told of something may have ended it all.
    if (isOver()) return;
    life = "at-rest";
    arm();
    if (state !== before) changed();
  }

  return {
    state: () => state,
    dispatch,
    dispose: () => {
      cancel();
      life = "over";
    },
  };
}
