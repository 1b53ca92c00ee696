import { describe, expect, test } from "vitest";
import { chanceOf } from "../../../worker/core/sample/chance.ts";
import { sampleConversations } from "../../../worker/core/sample/sample.ts";
import { SAMPLE_OF as OF, SAMPLE_UNTIL as UNTIL } from "../../support/suites/sample-records.ts";

describe("sampleConversations", () => {
  const sample = [...sampleConversations(OF)];

  test("the same seed makes the same, another makes others", () => {
    expect([...sampleConversations(OF)]).toEqual(sample);
    expect([...sampleConversations({ ...OF, seed: 2 })]).not.toEqual(sample);
  });

  test("each is over, under an id of its own, within the time it is of", () => {
    expect(new Set(sample.map(({ state }) => state.id)).size).toBe(sample.length);
    expect(sample.length).toBeGreaterThan(100);
    for (const { state, entries } of sample) {
      expect(state).toMatchObject({ arrived: true, phase: { state: "closed" } });
      expect(state.startedAt).toBeGreaterThan(UNTIL - 29 * 86_400_000);
      expect(entries.at(-1)?.at).toBeLessThan(UNTIL);
      const times = entries.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  test("it has everything that the figures tell of", () => {
    const absences = sample.flatMap(({ state }) => state.tally.absences);
    const ends = new Set(absences.map(({ hold }) => hold?.end ?? "in the queue"));
    expect([...ends].toSorted()).toEqual(["in the queue", "kept", "let-go", "over"]);
    expect(absences.some(({ byLink }) => byLink)).toBe(true);
    expect(absences.some(({ sameAgent }) => sameAgent === false)).toBe(true);
    const endings = sample.map(({ state: { phase } }) =>
      "ended" in phase ? `${phase.ended.by} ${phase.ended.reason}` : "",
    );
    expect([...new Set(endings)].toSorted()).toEqual([
      "agent ended",
      "customer ended",
      "customer started-new",
      "limit expired",
    ]);
  });

  test("of no days there is nothing", () => {
    expect([...sampleConversations({ ...OF, days: 0 })]).toEqual([]);
  });
});

test("chance is even, and within its bounds", () => {
  const chance = chanceOf(7);
  const numbers = Array.from({ length: 10_000 }, () => chance.next());
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toBeCloseTo(0.5, 1);
});
