import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { probeIsolation } from "../../../widget/demo/isolation.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A frame that hangs from now on: its word, and how much this page ran meanwhile. */
function hang(seconds: number, pageRuns: boolean) {
  const from = performance.timeOrigin + performance.now();
  if (pageRuns) vi.advanceTimersByTime(seconds * 1_000);
  return { is: "hung", from, until: from + seconds * 1_000 } as const;
}

test("a page that ran while its frame hung is isolated from it: once is enough", () => {
  const settled: boolean[] = [];
  const asked: number[] = [];
  const probe = probeIsolation(
    (seconds) => void asked.push(seconds),
    (isolated) => void settled.push(isolated),
  );
  // Busy with something else the first time.
  expect(probe.take(hang(asked[0] ?? 0, false))).toBe(false);
  expect(probe.take(hang(asked[1] ?? 0, true))).toBe(true);
  expect(settled).toEqual([true]);
  expect(vi.getTimerCount()).toBe(0);
});

test("one that never ran is not", () => {
  const settled: boolean[] = [];
  const probe = probeIsolation(
    () => undefined,
    (isolated) => void settled.push(isolated),
  );
  let tries = 1;
  while (!probe.take(hang(0.15, false))) tries += 1;
  expect([tries, settled]).toEqual([4, [false]]);
});
