import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Supervisor, supervise } from "../../../worker/local/supervisor.ts";
import type { Exit, Workerd } from "../../../worker/local/workerd.ts";

/** A runtime that dies when told to, or ignores requests to end. */
interface FakeRuntime extends Workerd {
  die(): void;
  signals: string[];
}

let launched: FakeRuntime[];
let told: string[];
let supervisor: Supervisor;
let stubborn: boolean;
let broken: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  launched = [];
  told = [];
  stubborn = false;
  broken = false;
  supervisor = supervise(
    () => {
      if (broken) return Promise.reject(new Error("workerd did not start"));
      const runtime = fakeRuntime();
      launched.push(runtime);
      return Promise.resolve(runtime);
    },
    (sentence) => told.push(sentence),
  );
});
afterEach(() => {
  vi.useRealTimers();
});

function fakeRuntime(): FakeRuntime {
  const signals: string[] = [];
  let exit: (how: Exit) => void = () => undefined;
  const exited = new Promise<Exit>((resolve) => {
    exit = resolve;
  });
  return {
    url: "http://127.0.0.1:1",
    port: 1,
    pid: 1,
    exited,
    signals,
    die: () => exit({ code: null, signal: "SIGSEGV" }),
    kill: (signal) => {
      signals.push(signal);
      if (signal === "SIGKILL" || !stubborn) exit({ code: null, signal });
    },
  };
}

test("a runtime that dies is started again, and people are told", async () => {
  await supervisor.start();
  launched[0]?.die();
  await vi.advanceTimersByTimeAsync(500);
  expect(launched).toHaveLength(2);
  expect(told).toEqual(["The server stopped (SIGSEGV). Starting it again.", "The server is back."]);
});

test("one that keeps dying is started ever later, ten seconds apart in the end; one that lived is started soon again", async () => {
  await supervisor.start();
  const waits = [];
  for (let death = 1; death <= 7; death += 1) {
    launched.at(-1)?.die();
    const diedAt = Date.now();
    while (launched.length <= death) await vi.advanceTimersByTimeAsync(100);
    waits.push(Date.now() - diedAt);
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  await vi.advanceTimersByTimeAsync(60_000);
  launched.at(-1)?.die();
  await vi.advanceTimersByTimeAsync(500);
  expect(launched).toHaveLength(9);
});

test("a start that fails is tried again", async () => {
  await supervisor.start();
  broken = true;
  launched[0]?.die();
  await vi.advanceTimersByTimeAsync(500);
  expect(told.at(-1)).toBe("workerd did not start");
  broken = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told.at(-1)).toBe("The server is back.");
});

test("stop ends it for good", async () => {
  await supervisor.start();
  await supervisor.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(launched).toHaveLength(1);
  expect(launched[0]?.signals).toEqual(["SIGTERM"]);
  expect(told).toEqual([]);
});

test("stop while it is down starts nothing any more", async () => {
  await supervisor.start();
  launched[0]?.die();
  await vi.advanceTimersByTimeAsync(100);
  await supervisor.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(launched).toHaveLength(1);
});

test("a runtime that does not end by itself, for its sockets are open, is killed", async () => {
  stubborn = true;
  await supervisor.start();
  const stopped = supervisor.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  await stopped;
  expect(launched[0]?.signals).toEqual(["SIGTERM", "SIGKILL"]);
});

test("a restart on purpose is silent and waits for nothing", async () => {
  await supervisor.start();
  await supervisor.restart();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(launched).toHaveLength(2);
  expect(told).toEqual([]);
});

test("one that was killed on purpose stays dead until it is revived, also when the code changes meanwhile", async () => {
  await supervisor.start();
  await supervisor.kill();
  await supervisor.restart();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(launched).toHaveLength(1);
  expect(launched[0]?.signals).toEqual(["SIGKILL"]);
  await supervisor.revive();
  expect(launched).toHaveLength(2);
  launched[1]?.die();
  await vi.advanceTimersByTimeAsync(500);
  expect(launched).toHaveLength(3);
});
