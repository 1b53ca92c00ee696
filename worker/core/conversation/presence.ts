import type { Outcome } from "./commands.ts";
import { unchanged } from "./commands.ts";
import type { ConversationState, Live } from "./state.ts";
import { goneAway, holdOf, inPhase, isLive } from "./state.ts";

/** Drops within this span count towards calling a connection unstable; so many of them make it so. */
const UNSTABLE_WITHIN_MS = 60_000;
const UNSTABLE_DROPS = 4;

/** The customer has a live connection again, or for the first time. */
export function arrive(before: ConversationState, now: number): Outcome {
  const { phase } = before;
  if (!isLive(phase) || phase.side.at === "present") return unchanged(before);
  const state = { ...before, arrived: true };
  const { side } = phase;
  const lines =
    side.noteAt === null
      ? [{ at: now, what: { type: "back", afterSeconds: Math.round((now - side.since) / 1_000) } as const }]
      : [];
  const present = { at: "present" } as const;
  switch (phase.state) {
    case "open":
      return { ...unchanged(inPhase(state, { ...phase, side: present })), lines };
    case "active":
      return { ...unchanged(inPhase(state, { ...phase, side: present })), lines };
    case "waiting": {
      const { previousAgent, notTo, onlyTo } = phase;
      const open = {
        state: "open",
        side: present,
        queuedAt: now,
        front: true,
        place: null,
        previousAgent,
        notTo,
        onlyTo,
      } as const;
      return { ...unchanged(inPhase(state, open)), lines };
    }
  }
}

/** The customer's last live connection is gone. With no hold at all, the clock takes the next step at once. */
export function leave(before: ConversationState, since: number, now: number): Outcome {
  const { phase, terms } = before;
  if (!isLive(phase) || phase.side.at === "away") return unchanged(before);
  const state = {
    ...before,
    drops: [...before.drops.filter((at) => at > now - UNSTABLE_WITHIN_MS), now].slice(-UNSTABLE_DROPS),
  };
  const away = goneAway(terms, Math.min(since, now), now);
  switch (phase.state) {
    case "open":
      return unchanged(inPhase(state, { ...phase, side: away }));
    case "active": {
      const holdUntil = Math.min(now + terms.holdSeconds * 1_000, away.limitAt);
      const noteAt = Math.min(away.noteAt, holdUntil);
      return unchanged(inPhase(state, { ...phase, side: { ...away, noteAt, holdUntil } }));
    }
    // A waiting conversation has nobody present to lose.
    case "waiting":
      return unchanged(state);
  }
}

/** The absence is long enough to stand in the transcript, or leads to something; written once. */
export function noteAway(state: ConversationState, at: number): Outcome {
  const { phase } = state;
  if (!isLive(phase) || phase.side.at === "present" || phase.side.noteAt === null) return unchanged(state);
  const lines = [{ at, what: { type: "away", since: phase.side.since, holdUntil: holdOf(phase) } as const }];
  return { ...unchanged(inPhase(state, noted(phase))), lines };
}

function noted(phase: Live): Live {
  switch (phase.state) {
    case "open":
      return phase.side.at === "away" ? { ...phase, side: { ...phase.side, noteAt: null } } : phase;
    case "active":
      return phase.side.at === "away" ? { ...phase, side: { ...phase.side, noteAt: null } } : phase;
    case "waiting":
      return { ...phase, side: { ...phase.side, noteAt: null } };
  }
}

/** Until when to call the customer's connection unstable, or null. */
export function unstableUntil(state: ConversationState): number | null {
  const [first, last] = [state.drops[0], state.drops.at(-1)];
  if (state.drops.length < UNSTABLE_DROPS || first === undefined || last === undefined) return null;
  return last - first < UNSTABLE_WITHIN_MS ? last + UNSTABLE_WITHIN_MS : null;
}
