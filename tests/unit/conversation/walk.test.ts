import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command, Line, Outcome } from "../../../worker/core/conversation/commands.ts";
import { nextDeadline } from "../../../worker/core/conversation/deadlines.ts";
import { decide } from "../../../worker/core/conversation/decide.ts";
import { toSummary } from "../../../worker/core/conversation/report.ts";
import type { ConversationState } from "../../../worker/core/conversation/state.ts";
import { mayRead } from "../../../worker/core/conversation/rights.ts";
import { toBackstage, toView } from "../../../worker/core/conversation/views.ts";
import { wordsAfter } from "../../../worker/core/conversation/words.ts";
import type { Summary } from "../../../worker/core/summary.ts";
import { blockedIn, type Model, modelOf, readerIn, stateIn, step } from "./model.ts";
import { commandsOf, moves, PATIENCE_MS, SEED, terms, WALKS } from "./moves.ts";
import { beginning, blocked } from "./support.ts";

/** A line in the model's words. */
function inWords({ at, what }: Line): string {
  switch (what.type) {
    case "joined":
      return `${at} joined ${what.agent.id}`;
    case "left":
      return `${at} left ${what.agent.id}: ${what.reason}`;
    case "away":
      return `${at} away since ${what.since} until ${what.holdUntil ?? "-"}`;
    case "back":
      return `${at} back after ${what.afterSeconds}`;
    case "hold-extended":
      return `${at} hold-extended to ${what.until}`;
    case "hold-over":
      return `${at} hold-over${what.givenUp ? ": given up" : ""}`;
    case "link-made":
      return `${at} link-made ${what.linkId} by ${what.by}`;
    case "links-revoked":
      return `${at} links-revoked ${what.linkIds.join()}`;
    case "ended":
      return `${at} ended by ${what.by}: ${what.reason}`;
    case "started":
    case "identified":
    case "closed":
      return `${at} ${what.type}`;
  }
}

/** Feeds the clock just before, at and after each deadline and at moments between, and gathers what it wrote. */
function fedOnTime(from: ConversationState, since: number, until: number): { state: ConversationState; lines: Line[] } {
  const lines: Line[] = [];
  let state = from;
  const feed = (now: number) => {
    const due = nextDeadline(state.phase);
    const outcome = decide(state, { type: "clock" }, now);
    // Early, nothing happens; due, something does.
    expect(outcome.state === state).toBe(due === null || now < due.at);
    ({ state } = outcome);
    lines.push(...outcome.lines);
  };
  for (let now = since; now < until;) {
    feed(now);
    const due = nextDeadline(state.phase);
    const next = Math.min(due?.at ?? until, until);
    if (next - 1 > now) feed(next - 1);
    now = next;
  }
  feed(until);
  return { state, lines };
}

const withoutRev = (state: ConversationState) => ({ ...state, rev: 0 });
const wordsToDesk = (summary: Summary) => JSON.stringify({ ...summary, rev: 0 });

/** The stint whose units it takes: freed once, it must never be blocked again. */
function stintOf(state: ConversationState, before: string | null): string | null {
  if (blocked(toSummary(state)) === null) return null;
  return state.phase.state === "active" ? state.phase.offerId : before;
}

/** Holds one decision against what must be true of every one. */
function checkDecision(before: ConversationState, command: Command, now: number, outcome: Outcome): void {
  const { state, lines, reply } = outcome;
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  // A function of values: asked again, it says the same; and what it was given is as it was.
  expect(decide(structuredClone(before), command, now)).toEqual(outcome);
  const hasNews = wordsToDesk(toSummary(before)) !== wordsToDesk(toSummary(state));
  expect(state.rev > before.rev).toBe(hasNews);
  expect(state.rev - before.rev).toBeLessThanOrEqual(1);
  expect(before.phase.state === "closed" && state !== before).toBe(false);
  expect(reply.ok || lines.length === decide(before, { type: "clock" }, now).lines.length).toBe(true);
  const due = nextDeadline(state.phase);
  expect(due === null || due.at > now).toBe(true);
}

function checkModel(state: ConversationState, model: Model, lines: string[], now: number): void {
  expect(lines).toEqual(model.lines);
  expect(state.phase.state).toBe(stateIn(model));
  const takes = blocked(toSummary(state));
  expect(takes?.agentId ?? null).toBe(blockedIn(model, now));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const links = state.links.map(({ id, by, base, revokedAt }) => ({ id, by, base, isRevoked: revokedAt !== null }));
  expect(links.toSorted(byId)).toEqual(model.links.toSorted(byId));
  expect(state.arrived).toBe(model.hasBegun);
  for (const agentId of ["ana", "ben"])
    expect(mayRead(state, { agentId, role: "agent" })).toBe(readerIn(model) === agentId);
  expect(toBackstage(state)).toMatchObject({ notes: model.notes, subject: model.subject, page: model.page });
  expect(toBackstage(state).context).toEqual(model.facts);
  expect(toSummary(state).customer.name).toBe(model.name);
  const { phase } = toView(state);
  const side = "customer" in phase ? phase.customer : null;
  expect(side === null || side.at === (model.isAway ? "away" : "present")).toBe(true);
}

test(
  `a walk through any life: invariants 2, 6, 7 and 8 hold, and the design's table (seed ${SEED})`,
  { timeout: PATIENCE_MS },
  () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(terms, moves, (chosen, list) => {
        let state = beginning(chosen);
        const start = state.startedAt;
        let model = modelOf(state.terms, start);
        let lines: Line[] = [];
        let stint: string | null = null;
        const freed = new Set<string>();
        let last = start;
        for (const { now, command: each, isRepeated } of commandsOf(list, start, () => state)) {
          const onTime = fedOnTime(state, last, now);
          const late = decide(state, { type: "clock" }, now);
          expect(onTime.lines).toEqual(late.lines);
          expect(withoutRev(onTime.state)).toEqual(withoutRev(late.state));

          const outcome = decide(state, each, now);
          checkDecision(state, each, now, outcome);
          // What was done is not done again, wherever it comes from.
          const repeats = isRepeated && (each.type === "request" || each.type === "assign");
          const wasDone = repeats && state.recentRequests.includes(each.type === "request" ? each.id : each.offerId);
          expect(wasDone && JSON.stringify(outcome.state) !== JSON.stringify(late.state)).toBe(false);

          // The desk hears of it from the customer's first arrival on, and of everything then.
          const isDesks = wordsAfter(state, outcome.state).some(({ topic }) => topic === "desk");
          const isNews = outcome.state.rev !== state.rev;
          expect(isDesks).toBe(outcome.state.arrived && isNews);

          const expected = step(model, each, now);
          expect(outcome.reply.ok).toBe(expected.ok);
          ({ model } = expected);
          ({ state } = outcome);
          lines = [...lines, ...outcome.lines];
          checkModel(state, model, lines.map(inWords), now);
          // In the order of their times; only the desk may say late when an agent went.
          const ordered = lines.filter(({ what }) => what.type !== "left");
          expect(ordered.every((line, n) => line.at >= (ordered[n - 1]?.at ?? start))).toBe(true);
          expect(lines.every((line) => line.at <= now)).toBe(true);

          const next = stintOf(state, stint);
          if (stint !== null && stint !== next) freed.add(stint);
          expect(next !== null && freed.has(next)).toBe(false);
          stint = next;
          last = now;
          reached.add(state.phase.state);
        }
        const joined = lines.filter(({ what }) => what.type === "joined").length;
        expect(joined).toBeGreaterThanOrEqual(freed.size + (stint === null ? 0 : 1));
      }),
      { numRuns: WALKS, seed: SEED },
    );
    // A walk that never gets anywhere would show nothing.
    expect([...reached].toSorted()).toEqual(["active", "closed", "open", "waiting", "wrap-up"]);
  },
);
