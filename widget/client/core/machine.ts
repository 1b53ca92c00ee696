/** What lies before a machine in one step: its state, to be written into, and what else it needs. */
export type Turn<State, Effect> = State & {
  /** By this page's clock, in epoch milliseconds. */
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** Notes what is to be done: in this order, once the step is over. */
  readonly do: (effect: Effect) => void;
};

/**
 * Makes a pure step of work that writes into the state: it is given a copy, one level deep, so what lies deeper it replaces.
 * Where it changed nothing, the state is the very same object afterwards, and nobody needs to be told of it.
 */
export function pure<State extends object, Event, Effect>(
  work: (turn: Turn<State, Effect>, event: Event) => void,
): (before: State, event: Event, now: number, random: number) => { state: State; effects: Effect[] } {
  return (before, event, now, random) => {
    const effects: Effect[] = [];
    const turn = { ...before, now, random, do: (effect: Effect) => void effects.push(effect) };
    work(turn, event);
    let state = before;
    for (const key in before) if (turn[key] !== before[key]) state = { ...state, [key]: turn[key] };
    return { state, effects };
  };
}
