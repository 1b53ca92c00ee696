import type { Away, ConversationState, Held, Phase, Present } from "./state.ts";
import { isLive } from "./state.ts";
import type { Absence, HoldEnd, Tally } from "./tally.ts";

/** How many absences are told one by one: somebody who comes and goes all day must not make the state grow. */
const TOLD_ABSENCES = 50;

/** The state after a change at `at`, with what it meant counted. */
export function counted(before: ConversationState, after: ConversationState, at: number): ConversationState {
  if (before.phase === after.phase) return after;
  const steps = [countWaiting, countHold, countAbsence, countJoin];
  const tally = steps.reduce((sum, step) => step(sum, before, after, at), after.tally);
  return tally === after.tally ? after : { ...after, tally };
}

type Count = (tally: Tally, before: ConversationState, after: ConversationState, at: number) => Tally;

const countWaiting: Count = (tally, _before, after, at) => {
  const waits = after.phase.state === "open" && after.phase.side.at === "present" && tally.agents.length === 0;
  if (waits === (tally.waitingSince !== null)) return tally;
  if (tally.waitingSince === null) return { ...tally, waitingSince: at };
  return { ...tally, waitingSince: null, waitMs: tally.waitMs + at - tally.waitingSince };
};

/** A hold begins, is made longer, or ends. */
const countHold: Count = (tally, before, after, at) => {
  const [was, is] = [heldIn(before.phase), heldIn(after.phase)];
  if (was === null || tally.away?.hold === null || tally.away === null) return tally;
  const { hold } = tally.away;
  if (is !== null) {
    const extended = hold.extended || is.holdUntil > was.holdUntil;
    return extended === hold.extended ? tally : { ...tally, away: { ...tally.away, hold: { ...hold, extended } } };
  }
  const ms = at - tally.away.noticedAt;
  return { ...tally, away: { ...tally.away, hold: { ...hold, ms, end: holdEnd(was, after.phase, at) } } };
};

function holdEnd({ holdUntil }: Held, { state }: Phase, at: number): HoldEnd {
  switch (state) {
    case "active":
      return "kept";
    case "open":
    case "waiting":
      return at >= holdUntil ? "over" : "let-go";
    case "wrap-up":
    case "closed":
      return "ended";
  }
}

const countAbsence: Count = (tally, before, after, at) => {
  const [was, is] = [sideIn(before.phase), sideIn(after.phase)];
  if (was === null) return tally;
  if (was.at === "present") return is?.at === "away" ? { ...tally, away: drop(after.phase, at) } : tally;
  if (is?.at === "away" || tally.away === null) return tally;
  // As in the transcript: what was too short to be written down, and led to nothing, was no absence.
  if (was.noteAt !== null) return { ...tally, away: null, blinks: tally.blinks + 1 };
  const { noticedAt, hold } = tally.away;
  const absence: Absence = {
    noticedAt,
    lastedMs: at - noticedAt,
    isBack: is !== null,
    byLink: is !== null && before.links.some(({ openedAt }) => openedAt !== null && openedAt >= was.since),
    hold,
    sameAgent: hold?.end === "kept" ? true : null,
  };
  const absences = tally.absences.length < TOLD_ABSENCES ? [...tally.absences, absence] : tally.absences;
  return { ...tally, away: null, absences, drops: tally.drops + 1 };
};

function drop(phase: Phase, at: number): Tally["away"] {
  const hold =
    phase.state === "active" ? { agentId: phase.agent.id, ms: 0, end: "ended" as const, extended: false } : null;
  return { noticedAt: at, hold };
}

/** An agent joins: for the first time, or to go on after a return. */
const countJoin: Count = (tally, before, { phase }) => {
  const was = before.phase;
  if (phase.state !== "active" || (was.state === "active" && was.offerId === phase.offerId)) return tally;
  const { agent } = phase;
  const agents = tally.agents.some(({ id }) => id === agent.id) ? tally.agents : [...tally.agents, agent];
  // Past the last that is told, the newest absence is not among them.
  const last = tally.drops > tally.absences.length ? undefined : tally.absences.at(-1);
  if (last === undefined || last.sameAgent !== null || last.hold === null) return { ...tally, agents };
  const back = { ...last, sameAgent: last.hold.agentId === agent.id };
  return { ...tally, agents, absences: [...tally.absences.slice(0, -1), back] };
};

function sideIn(phase: Phase): Present | Away | null {
  return isLive(phase) ? phase.side : null;
}

function heldIn(phase: Phase): Held | null {
  return phase.state === "active" && phase.side.at === "away" ? phase.side : null;
}
