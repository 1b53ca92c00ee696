import { nextArrivalMs, quantile } from "./statistics.ts";

/** A way to say something in one place and hear it in another. */
export interface Passage {
  /** Sends this text, under this id. */
  send(id: string, text: string): void;
  /** Calls with the id of each message that came out at the other side. */
  arrivals(listener: (id: string) => void): void;
}

export interface Latencies {
  p50: number;
  p99: number;
}

/**
 * Open-loop load: messages leave when chance says, whether or not the earlier ones have arrived, so that a slow server is not asked
 * less. Throws unless each that was sent was received, once.
 */
export async function poisson(
  passage: Passage,
  { perSecond, seconds, random }: { perSecond: number; seconds: number; random: () => number },
): Promise<Latencies> {
  const arrived = arrivalsOf(passage);
  const dueAt = new Map<string, number>();
  const start = performance.now();
  for (let due = 0; due < seconds * 1_000; due += nextArrivalMs(perSecond, random())) {
    await until(start + due);
    const id = nextId();
    // Counted from when it was to leave: what a late timer adds is the load's, and small.
    dueAt.set(id, performance.now());
    passage.send(id, TEXT);
  }
  await arrived.all(dueAt.size);
  const latencies = [...dueAt].map(([id, at]) => (arrived.at.get(id) ?? Infinity) - at);
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** How many a second come through when they are sent as fast as they can be. Throws unless each was received, once. */
export async function burst(passage: Passage, count: number): Promise<number> {
  const arrived = arrivalsOf(passage);
  const start = performance.now();
  for (let n = 0; n < count; n += 1) passage.send(nextId(), TEXT);
  await arrived.all(count);
  return (count * 1_000) / (performance.now() - start);
}

const TEXT =
  "When will my order arrive? It was the blue one, number 1042, and the page says it left the store on Tuesday.";
let made = 0;
/** Never the same twice: to the server an id that it knows is a repetition. */
const nextId = (): string => `bench${(made += 1).toString(36).padStart(18, "0")}`;

function arrivalsOf(passage: Passage) {
  const at = new Map<string, number>();
  let wake = () => {};
  passage.arrivals((id) => {
    if (at.has(id)) throw new Error(`${id} arrived twice`);
    at.set(id, performance.now());
    wake();
  });
  return {
    at,
    all: (count: number) =>
      new Promise<void>((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error(`${at.size} of ${count} arrived in 20 s`)), 20_000);
        wake = () => {
          if (at.size < count) return;
          clearTimeout(patience);
          resolve();
        };
        wake();
      }),
  };
}

/** Timers come to the millisecond; what is left of the way is passed by letting the loop turn. */
async function until(time: number): Promise<void> {
  const ms = time - performance.now();
  if (ms > 2) await new Promise((resolve) => setTimeout(resolve, ms - 1));
  while (performance.now() < time) await new Promise((resolve) => setImmediate(resolve));
}
