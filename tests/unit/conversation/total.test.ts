import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextDeadline } from "../../../worker/core/conversation/deadlines.ts";
import { decide } from "../../../worker/core/conversation/decide.ts";
import { toEvidence } from "../../../worker/core/conversation/evidence.ts";
import { toSummary } from "../../../worker/core/conversation/report.ts";
import { toBackstage, toView } from "../../../worker/core/conversation/views.ts";
import { wordsAfter } from "../../../worker/core/conversation/words.ts";
import { decode } from "#protocol/decode.ts";
import { Happening } from "#protocol/entries.ts";
import { Backstage, View } from "#protocol/view.ts";
import { decideResume, type Evidence, type Identity, type Question } from "../../../worker/core/resume.ts";
import { command, commandsOf, moves, named, PATIENCE_MS, SEED, terms, WALKS } from "./moves.ts";
import { beginning } from "./support.ts";

/** Clocks step: back to before the start, or far ahead. */
const moment = fc.oneof(fc.integer({ min: -200_000, max: 2_000_000 }), fc.constantFrom(0, 1e12, -1_700_000_000_000));

describe(`total functions (seed ${SEED})`, () => {
  test(
    "decide answers any command in any state at any time, and what it says fits the wire",
    { timeout: PATIENCE_MS },
    () => {
      fc.assert(
        fc.property(terms, moves, command, moment, (chosen, list, last, jump) => {
          let state = beginning(chosen);
          for (const { now, command: each } of commandsOf(list, state.startedAt, () => state))
            ({ state } = decide(state, each, now));
          const now = state.startedAt + jump;
          const outcome = decide(state, named(last, 99, now, state), now);
          const after = outcome.state;
          const due = nextDeadline(after.phase);
          expect(due === null || Number.isFinite(due.at)).toBe(true);
          expect(wordsAfter(state, after).length).toBeLessThanOrEqual(3);
          expect(toSummary(after).conversationId).toBe(toEvidence(after).conversationId);
          // Instants before 1970 are the only thing that the wire does not carry.
          const isWire = now >= state.startedAt;
          expect(!isWire || decode(View, JSON.stringify(toView(after))).ok).toBe(true);
          expect(!isWire || decode(Backstage, JSON.stringify(toBackstage(after))).ok).toBe(true);
          expect(!isWire || outcome.lines.every(({ what }) => decode(Happening, JSON.stringify(what)).ok)).toBe(true);
        }),
        { numRuns: WALKS, seed: SEED },
      );
    },
  );

  test("a clock that steps back undoes nothing and ends nothing early", { timeout: PATIENCE_MS }, () => {
    fc.assert(
      fc.property(terms, moves, fc.nat(500_000), (chosen, list, back) => {
        let state = beginning(chosen);
        let last = state.startedAt;
        for (const { now, command: each } of commandsOf(list, state.startedAt, () => state)) {
          ({ state } = decide(state, each, now));
          last = now;
        }
        const outcome = decide(state, { type: "clock" }, last - back);
        expect(outcome.state).toBe(state);
        expect(outcome.lines).toEqual([]);
      }),
      { numRuns: WALKS, seed: SEED },
    );
  });
});

const NOW = 1_700_000_000_000;
const fact = (conversationId: string): fc.Arbitrary<Evidence> =>
  fc.record({
    conversationId: fc.constant(conversationId),
    widgetId: fc.constantFrom("shop", "shop", "shop", "other"),
    subject: fc.constantFrom(null, null, "anna", "bert"),
    starter: fc.constantFrom("laptop", "phone"),
    generation: fc.constantFrom(1, 2),
    reconnect: fc.constantFrom(true, true, false),
    linkIds: fc.constantFrom([], ["l"], ["l", "m"]),
    startedAt: fc.nat(3).map((n) => NOW - n),
    ended: fc.constantFrom(null, null, { at: NOW, by: "limit" as const, reason: "expired" as const }),
    awaySince: fc.constantFrom(null, NOW - 1, NOW - 100_000),
    holdUntil: fc.constant(null),
    resumableUntil: fc.constant(null),
    agentName: fc.constant(null),
    customerName: fc.constant(null),
  });
/** Three conversations, and somebody who shows some of them. */
const question: fc.Arbitrary<Question> = fc.tuple(fact("c1"), fact("c2"), fact("c3")).chain((facts) => {
  const evidence = fc.constantFrom(...facts, null);
  return fc.record({
    widgetId: fc.constant("shop"),
    prompt: fc.constantFrom("return" as const, "always" as const, "never" as const),
    identity: fc.constantFrom<Identity>(
      { kind: "none" },
      { kind: "valid", sub: "anna" },
      { kind: "valid", sub: "bert" },
      { kind: "invalid" },
      { kind: "expired" },
    ),
    link: fc.option(fc.record({ evidence, linkId: fc.constantFrom("l", "m", "x") })),
    credential: fc.option(
      fc.record({ evidence, device: fc.constantFrom("laptop", "phone", ""), generation: fc.constantFrom(0, 1, 2) }),
    ),
    own: fc.subarray(facts),
    continue: fc.boolean(),
  });
});

test(`the answer to any question keeps its promises (seed ${SEED})`, { timeout: PATIENCE_MS }, () => {
  const given = new Set<string>();
  fc.assert(
    fc.property(question, (asked) => {
      const answer = decideResume(asked, NOW);
      given.add(answer.answer);
      const { identity, link, credential, own } = asked;
      const isGood = identity.kind === "none" || identity.kind === "valid";
      expect(answer.answer === "refused").toBe(!isGood);
      if (answer.answer === "refused") return;
      const sub = identity.kind === "valid" ? identity.sub : null;
      const shown = [link?.evidence, credential?.evidence, ...own].filter(
        (each) => each !== null && each !== undefined,
      );
      const named = answer.answer === "none" ? [] : shown.filter((each) => isMeant(answer, each));
      // Whatever is answered is of this widget, and a guest's or this identity's own: nobody learns of anybody else's.
      const isTheirs = (each: Evidence) => each.widgetId === "shop" && (each.subject === null || each.subject === sub);
      expect(answer.answer === "none" || named.some(isTheirs)).toBe(true);
      // What is over is never resumed or offered, and what lives is never said to be over.
      const isLive = answer.answer === "resume" || answer.answer === "offer";
      expect(answer.answer === "none" || named.some((each) => (each.ended === null) === isLive)).toBe(true);
      // Only verified customers are asked, never twice, never with reconnect off, and never in mode `never`.
      const mayAsk = sub !== null && !asked.continue && asked.prompt !== "never";
      expect(
        answer.answer !== "offer" || (mayAsk && answer.evidence.subject === sub && answer.evidence.reconnect),
      ).toBe(true);
      // Only the browser that started it claims it, and only with an identity.
      const claims = answer.answer === "resume" && answer.claim;
      expect(!claims || (sub !== null && credential?.device === credential?.evidence?.starter)).toBe(true);
      // A credential that is let in with is never cleared.
      const isCleared = answer.drop;
      expect(isCleared && (credential === null || (answer.answer === "resume" && answer.via === "credential"))).toBe(
        false,
      );
      const isStrangers = sub !== null && (credential?.evidence?.subject ?? sub) !== sub;
      expect(!isStrangers || isCleared).toBe(true);
    }),
    { numRuns: WALKS * 20, seed: SEED },
  );
  expect([...given].toSorted()).toEqual(["ended", "none", "offer", "refused", "resume"]);
});

function isMeant(
  answer: Exclude<ReturnType<typeof decideResume>, { answer: "none" | "refused" }>,
  each: Evidence,
): boolean {
  return answer.answer === "resume" ? each.conversationId === answer.conversationId : each === answer.evidence;
}
