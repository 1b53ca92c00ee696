import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadAlarm } from "../../../worker/objects/alarm.ts";

const NOW = 1_000_000;
beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

/** An object that wakes with this alarm in its storage, and all that it sets from then on. */
async function woken(found: number | null) {
  const set: number[] = [];
  const alarm = await loadAlarm({
    getAlarm: async () => found,
    setAlarm: async (time: number | Date) => void set.push(Number(time)),
  });
  return { alarm, set };
}

test("an overdue alarm that does not ring is set anew, once", async () => {
  const { alarm, set } = await woken(NOW - 5);
  alarm.by(NOW + 60_000);
  expect(set).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(set).toEqual([NOW + 1_000]);
});

test("one that rings is not, and what is set then stands alone", async () => {
  const { alarm, set } = await woken(NOW - 5);
  alarm.rang();
  alarm.by(NOW + 60_000);
  vi.advanceTimersByTime(10_000);
  expect(set).toEqual([NOW + 60_000]);
});

test.each([NOW + 500, null])("an alarm that is not overdue is left alone: %s", async (found) => {
  const { set } = await woken(found);
  vi.advanceTimersByTime(10_000);
  expect(set).toEqual([]);
});

test("it is moved to what is earlier alone", async () => {
  const { alarm, set } = await woken(NOW + 5_000);
  alarm.by(NOW + 6_000);
  alarm.by(null);
  alarm.by(NOW + 4_000);
  expect(set).toEqual([NOW + 4_000]);
});
