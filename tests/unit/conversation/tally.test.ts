import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../worker/core/conversation/decide.ts";
import type { Tally } from "../../../worker/core/conversation/tally.ts";
import { isLive } from "../../../worker/core/conversation/state.ts";
import { saidIn, toRecord } from "../../../worker/core/records/record.ts";
import { wordsAfter } from "../../../worker/core/conversation/words.ts";
import { commandsOf, moves, PATIENCE_MS, SEED, terms, WALKS } from "./moves.ts";
import type { Given, Step } from "./support.ts";
import {
  ana,
  asks,
  at,
  beginning,
  ben,
  byAgent,
  clock,
  comes,
  customer,
  drops,
  ends,
  given,
  life,
  makesLink,
  MINUTE,
  opens,
  taken,
} from "./support.ts";

/** With Ana from the tenth second on. */
const withAna: Step[] = [comes(2), given(10, ana)];

function tallyOf(terms: Given, ...steps: Step[]): Tally {
  return life(terms, ...steps).state.tally;
}

const seconds = (n: number) => n * 1_000;

describe("waiting in the queue", () => {
  test("is counted while the customer is there and nobody has come yet", () => {
    expect(tallyOf({}, ...withAna)).toMatchObject({ waitMs: seconds(8), waitingSince: null, agents: [ana] });
    expect(tallyOf({}, comes(2), drops(12), comes(72), given(80, ana))).toMatchObject({ waitMs: seconds(18) });
  });

  test("ends with whoever ends it", () => {
    expect(tallyOf({}, comes(2), ends(32, customer))).toMatchObject({ waitMs: seconds(30), agents: [] });
  });

  test("back in the queue later, it is no longer the first wait", () => {
    const back: Step[] = [...withAna, asks(20, byAgent(ana), { type: "give-back" }), given(90, ben)];
    expect(tallyOf({}, ...back)).toMatchObject({ waitMs: seconds(8), agents: [ana, ben] });
  });
});

test("agents stand there once, in the order in which they joined first", () => {
  const again = [given(30, ben), asks(40, byAgent(ben), { type: "give-back" }), given(50, ana)];
  expect(tallyOf({}, ...withAna, asks(20, byAgent(ana), { type: "give-back" }), ...again).agents).toEqual([ana, ben]);
});

describe("absences", () => {
  test("one with a return inside the hold: kept, and the same agent", () => {
    expect(tallyOf({}, ...withAna, drops(60, 20), comes(100))).toMatchObject({
      drops: 1,
      away: null,
      absences: [
        {
          noticedAt: at(60),
          lastedMs: seconds(40),
          isBack: true,
          byLink: false,
          hold: { agentId: "ana", ms: seconds(40), end: "kept", extended: false },
          sameAgent: true,
        },
      ],
    });
  });

  test("one that outlasts the hold: the hold counts whole, and whoever takes it tells whether it is the same agent", () => {
    const out: Step[] = [...withAna, drops(60), comes(60 + 7 * MINUTE)];
    const hold = { agentId: "ana", ms: seconds(5 * MINUTE), end: "over", extended: false };
    const absence = { lastedMs: seconds(7 * MINUTE), isBack: true, hold };
    expect(tallyOf({}, ...out).absences).toMatchObject([{ ...absence, sameAgent: null }]);
    expect(tallyOf({}, ...out, given(500, ana)).absences).toMatchObject([{ ...absence, sameAgent: true }]);
    expect(tallyOf({}, ...out, given(500, ben)).absences).toMatchObject([{ ...absence, sameAgent: false }]);
  });

  test("one with no return: the limit ends it, with the time at which it was due", () => {
    const { tally } = life({}, ...withAna, drops(60), clock(99_999)).state;
    expect(tally).toMatchObject({
      drops: 1,
      absences: [{ lastedMs: seconds(20 * MINUTE), isBack: false, hold: { ms: seconds(5 * MINUTE), end: "over" } }],
    });
  });

  test.for<[string, Given, Step[], object]>([
    ["given up", {}, [asks(90, byAgent(ana), { type: "give-up-hold" })], { ms: seconds(30), end: "let-go" }],
    ["given back", {}, [asks(90, byAgent(ana), { type: "give-back" })], { ms: seconds(30), end: "let-go" }],
    ["lost with its agent", {}, [taken(90, "offer-ana-10")], { ms: seconds(30), end: "let-go" }],
    ["ended by the agent", {}, [ends(90, byAgent(ana))], { ms: seconds(30), end: "ended" }],
    ["of no length", { holdSeconds: 0 }, [clock(90)], { ms: 0, end: "over" }],
    ["as long as the limit", { holdSeconds: 60, limitSeconds: 60 }, [clock(900)], { ms: seconds(60), end: "ended" }],
    [
      "made longer",
      {},
      [asks(90, byAgent(ana), { type: "extend-hold" }), clock(60 + 601)],
      { ms: seconds(10 * MINUTE), end: "over", extended: true },
    ],
  ])("a hold that is %s", ([, terms, steps, hold]) => {
    const { tally } = life({ ...terms }, ...withAna, drops(60), ...steps, clock(99_999)).state;
    expect(tally.absences).toMatchObject([{ isBack: false, hold }]);
  });

  test("in the queue nobody holds", () => {
    expect(tallyOf({}, comes(2), drops(10), comes(60), given(70, ana)).absences).toMatchObject([
      { hold: null, isBack: true, sameAgent: null },
    ]);
  });

  test("a link that was opened meanwhile is the way they came by; one opened before is not", () => {
    const linked = [...withAna, makesLink(20, customer, "link"), opens(30, "link"), drops(60)];
    expect(tallyOf({}, ...linked, opens(80, "link"), comes(90)).absences).toMatchObject([{ byLink: true }]);
    expect(tallyOf({}, ...linked, comes(90)).absences).toMatchObject([{ byLink: false }]);
  });

  test("page changes are no absences, as in the transcript; they are counted apart", () => {
    const { tally } = life({}, ...withAna, drops(20), comes(22), drops(30), comes(39), drops(50), comes(61)).state;
    expect(tally).toMatchObject({ blinks: 2, drops: 1, absences: [{ lastedMs: seconds(11) }] });
  });

  test("somebody who comes and goes all day is counted, not told at length", () => {
    const day = Array.from({ length: 80 }, (_, n) => [drops(100 + n * 40), comes(120 + n * 40)]).flat();
    const { tally } = life({}, ...withAna, ...day).state;
    expect(tally.drops).toBe(80);
    expect(tally.absences).toHaveLength(50);
  });

  test("what follows one that is not told any more is not said of the last that is", () => {
    const kept = Array.from({ length: 49 }, (_, n) => [drops(100 + n * 40), comes(120 + n * 40)]).flat();
    const lost = [drops(2_100), comes(2_500), drops(2_520), comes(2_560), given(2_600, ana)];
    const { drops: all, absences } = tallyOf({}, ...withAna, ...kept, ...lost);
    expect(all).toBe(51);
    expect(absences.at(-1)).toMatchObject({ hold: { end: "over" }, sameAgent: null });
  });
});

test(
  `in any life: the tally adds up, and there is one record, at the end (seed ${SEED})`,
  { timeout: PATIENCE_MS },
  () => {
    fc.assert(
      fc.property(terms, moves, (chosen, list) => {
        let state = beginning(chosen);
        let lines = 0;
        let records = 0;
        for (const { now, command } of commandsOf(list, state.startedAt, () => state)) {
          const outcome = decide(state, command, now);
          lines += outcome.lines.filter(({ what }) => what.type === "away").length;
          records += wordsAfter(state, outcome.state).filter(({ topic }) => topic === "record").length;
          ({ state } = outcome);
        }
        const { tally } = state;
        const isAway = isLive(state.phase) && state.phase.side.at === "away";
        // Whoever never arrived has left no trace but the line of an absence that was none.
        if (!state.arrived) expect(tally).toMatchObject({ drops: 0, blinks: 0, waitMs: 0, agents: [] });
        else {
          expect(isAway).toBe(tally.away !== null);
          expect(tally.drops).toBeLessThanOrEqual(lines);
          expect(tally.drops).toBeGreaterThanOrEqual(lines - 2);
        }
        expect(tally.absences).toHaveLength(Math.min(50, tally.drops));
        for (const { lastedMs, hold, isBack, noticedAt } of tally.absences) {
          expect(lastedMs).toBeGreaterThanOrEqual(0);
          expect(noticedAt).toBeGreaterThan(0);
          if (hold === null) continue;
          expect(hold.ms).toBeLessThanOrEqual(lastedMs);
          if (hold.end === "kept") expect([isBack, hold.ms]).toEqual([true, lastedMs]);
        }
        expect(records).toBe(state.arrived && !isLive(state.phase) ? 1 : 0);
        expect(toRecord(state, saidIn([])) === null).toBe(isLive(state.phase));
      }),
      { numRuns: WALKS, seed: SEED },
    );
  },
);
