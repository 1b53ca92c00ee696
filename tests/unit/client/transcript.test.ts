import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "#protocol/entries.ts";
import { append, EMPTY, lastSeq, prepend, replace } from "../../../widget/client/core/transcript.ts";
import type { Transcript } from "../../../widget/client/core/transcript.ts";

const entry = (seq: number): Entry => ({ seq, at: seq, kind: "event", what: { type: "started" } });
const run = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));
const holding = (from: number, to: number): Transcript => ({ epoch: "e", entries: run(from, to), hasBefore: from > 1 });
const seqs = ({ entries }: Transcript): number[] => entries.map(({ seq }) => seq);

describe("append", () => {
  test.each([
    ["the next", holding(1, 3), run(4, 5), [1, 2, 3, 4, 5]],
    ["what is held already", holding(1, 3), run(2, 3), [1, 2, 3]],
    ["half of it", holding(1, 3), run(2, 5), [1, 2, 3, 4, 5]],
    ["beyond the next", holding(1, 3), run(5, 6), null],
    ["with a hole inside", holding(1, 3), [entry(4), entry(6)], null],
    ["the first of all", EMPTY, run(1, 2), [1, 2]],
    ["to nothing, not from the first", EMPTY, run(2, 3), null],
  ])("%s", (_name, held, entries, expected) => {
    const longer = append(held, entries);
    expect(longer === null ? null : seqs(longer)).toEqual(expected);
  });
  test("what changes nothing is the same object, so that nobody draws it again", () => {
    const held = holding(1, 3);
    expect(append(held, run(1, 3))).toBe(held);
  });
});

describe("prepend", () => {
  test("an older page joins, once", () => {
    const longer = prepend(holding(6, 8), run(3, 5), true);
    expect([seqs(longer), longer.hasBefore]).toEqual([[3, 4, 5, 6, 7, 8], true]);
    expect(seqs(prepend(longer, run(3, 5), true))).toEqual([3, 4, 5, 6, 7, 8]);
    expect(prepend(longer, run(1, 2), false).hasBefore).toBe(false);
  });
  test("a page that does not end where the held begins is not taken", () => {
    expect(seqs(prepend(holding(6, 8), run(2, 4), true))).toEqual([6, 7, 8]);
  });
});

test("a snapshot replaces all, and one with holes nothing", () => {
  expect(replace("f", run(7, 9), true)).toEqual({ epoch: "f", entries: run(7, 9), hasBefore: true });
  expect(replace("f", [entry(1), entry(3)], false)).toBeNull();
});

test("whatever comes, how often and in which order: no gaps, no doubles, nothing taken back", () => {
  const slice = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(6));
  fc.assert(
    fc.property(fc.array(slice, { maxLength: 60 }), (slices) => {
      let held: Transcript = { ...EMPTY, epoch: "e" };
      for (const [from, length] of slices) {
        const before = lastSeq(held);
        held = append(held, run(from, from + length)) ?? held;
        expect(seqs(held)).toEqual(run(1, lastSeq(held)).map(({ seq }) => seq));
        expect(lastSeq(held)).toBeGreaterThanOrEqual(before);
      }
    }),
  );
});
