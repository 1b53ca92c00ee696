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
 * Events that effects cause come after. `changed` is called once all is done, if the state is another one.
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

  const arm = (): void => {
    cancel();
    const at = machine.deadline(state);
    if (at === null) return;
    cancel = clock.after(Math.min(Math.max(0, at - clock.now()), LONGEST_TIMER_MS), () => dispatch(machine.tick));
  };

  function dispatch(event: Event): void {
    if (life === "over") return;
    queue.push(event);
    if (life === "at-work") return;
    life = "at-work";
    const before = state;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const after = machine.step(state, next, clock.now(), chance.random());
      state = after.state;
      after.effects.forEach(perform);
    }
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
