import type { Workerd } from "./workerd.ts";

/** A runtime that is started again when it dies. */
export interface Supervisor {
  /** The first start. Throws if that fails. */
  start(): Promise<Workerd>;
  /** Ends the runtime and starts it anew, as after a change of the code. */
  restart(): Promise<void>;
  /** Kills the runtime in the middle of whatever it does, and leaves it dead until `revive`; resolves when its process is gone. */
  kill(): Promise<void>;
  revive(): Promise<Workerd>;
  /** Ends the runtime, for good; resolves when its process is gone. */
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** A runtime that lived this long was well: the next wait is short again. */
const WELL_AFTER_MS = 10_000;
/** The runtime lets requests finish when asked to end; open sockets do not finish by themselves. */
const PATIENCE_MS = 1_000;

/** Keeps what `launch` starts alive, waiting longer each time it dies soon. `tell` hears what happens, as sentences. */
export function supervise(launch: () => Promise<Workerd>, tell: (sentence: string) => void): Supervisor {
  let wanted = true;
  /** Killed on purpose: nothing starts it again but `revive`. */
  let dead = false;
  let running: Workerd | null = null;
  let waitMs = FIRST_WAIT_MS;
  let wake: (() => void) | undefined;

  const launchWatched = async () => {
    const startedAt = Date.now();
    const runtime = await launch();
    running = runtime;
    void runtime.exited.then(({ code, signal }) => {
      if (running !== runtime) return;
      running = null;
      tell(`The server stopped (${signal ?? `code ${code}`}). Starting it again.`);
      if (Date.now() - startedAt > WELL_AFTER_MS) waitMs = FIRST_WAIT_MS;
      void startAgain();
    });
    return runtime;
  };
  const startAgain = async () => {
    while (wanted && !dead && !running) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, waitMs);
      });
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      if (!wanted || dead || running) return;
      try {
        await launchWatched();
        tell("The server is back.");
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const end = async () => {
    const runtime = running;
    running = null;
    if (!runtime) return;
    runtime.kill("SIGTERM");
    const impatience = setTimeout(() => runtime.kill("SIGKILL"), PATIENCE_MS);
    await runtime.exited;
    clearTimeout(impatience);
  };
  return {
    start: launchWatched,
    restart: async () => {
      if (dead) return;
      await end();
      await launchWatched();
    },
    kill: async () => {
      dead = true;
      const runtime = running;
      running = null;
      runtime?.kill("SIGKILL");
      await runtime?.exited;
    },
    revive: async () => {
      dead = false;
      return running ?? launchWatched();
    },
    stop: async () => {
      wanted = false;
      wake?.();
      await end();
    },
  };
}
