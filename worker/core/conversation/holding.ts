import type { Line, Outcome } from "./commands.ts";
import { refused, unchanged } from "./commands.ts";
import type { Active, ConversationState, Held, Waiting } from "./state.ts";
import { noteAway } from "./presence.ts";
import { inPhase } from "./state.ts";

/** The phase if its agent is holding for an absent customer. */
function held(state: ConversationState): (Active & { side: Held }) | null {
  const { phase } = state;
  return phase.state === "active" && phase.side.at === "away" ? { ...phase, side: phase.side } : null;
}

/** Ends the hold: the units are free, the conversation can still be come back to. `givenUp`: by the agent, not the clock. */
export function giveUpHold(before: ConversationState, at: number, givenUp: boolean): Outcome {
  const { state, lines: noted } = noteAway(before, at);
  const phase = held(state);
  if (phase === null) return refused(before, "not-now");
  const { holdUntil: _, ...side } = phase.side;
  const waiting: Waiting = { state: "waiting", previousAgent: phase.agent, notTo: [], onlyTo: null, side };
  const lines: Line[] = [{ at, what: { type: "hold-over", agent: phase.agent, givenUp } }];
  return { ...unchanged(inPhase(state, waiting)), lines: [...noted, ...lines] };
}

/** Lengthens the hold by its own length (a minute at least), never past the limit. */
export function extendHold(state: ConversationState, now: number): Outcome {
  const phase = held(state);
  if (phase === null) return refused(state, "not-now");
  if (phase.side.holdUntil >= phase.side.limitAt) return refused(state, "beyond-limit");
  const until = Math.min(phase.side.holdUntil + Math.max(60, state.terms.holdSeconds) * 1_000, phase.side.limitAt);
  const lines: Line[] = [{ at: now, what: { type: "hold-extended", until } }];
  return { ...unchanged(inPhase(state, { ...phase, side: { ...phase.side, holdUntil: until } })), lines };
}
