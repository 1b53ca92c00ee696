import type { EndedBy, EndReason } from "#protocol/entries.ts";
import type { Actor, Line, Outcome } from "./commands.ts";
import { refused, unchanged } from "./commands.ts";
import { mayEnd } from "./rights.ts";
import type { ConversationState } from "./state.ts";
import { inPhase, isLive } from "./state.ts";

/** Ends it: from an agent's hands into wrap-up, else closed at once. Link and prompt die with it. */
export function end(state: ConversationState, by: EndedBy, reason: EndReason, at: number): Outcome {
  const { phase, terms } = state;
  if (!isLive(phase)) return unchanged(state);
  const awaySince = reason === "expired" && phase.side.at === "away" ? { awaySince: phase.side.since } : {};
  const ended = { at, by, reason, ...awaySince };
  const lines: Line[] = [{ at, what: { type: "ended", by, reason } }];
  if (phase.state === "active") {
    const { blocks, autoCloseSeconds } = terms.wrapUp;
    const wrapUp = {
      state: "wrap-up",
      agent: phase.agent,
      ended,
      blocks: blocks === "none" || blocks === 0 ? null : blocks === "always" ? "close" : at + blocks * 1_000,
      closesAt: at + Math.max(autoCloseSeconds, typeof blocks === "number" ? blocks : 0) * 1_000,
    } as const;
    return { ...unchanged(inPhase(state, wrapUp)), lines };
  }
  const agent = phase.previousAgent;
  return { ...unchanged(inPhase(state, { state: "closed", agent, ended, closedAt: at })), lines };
}

/** A person ends it. An end that is repeated, or comes second, is as good as the first. */
export function endByPerson(state: ConversationState, actor: Actor, reason: EndReason, now: number): Outcome {
  if (!mayEnd(state, actor)) return refused(state, "not-allowed");
  return end(state, actor.side, actor.side === "agent" ? "ended" : reason, now);
}

/** The wrap-up no longer takes units. */
export function unblock(state: ConversationState): Outcome {
  const { phase } = state;
  return phase.state === "wrap-up" ? unchanged(inPhase(state, { ...phase, blocks: null })) : unchanged(state);
}

/** The end of wrap-up, by its agent or by its time. Nothing follows. */
export function close(state: ConversationState, at: number): Outcome {
  const { phase } = state;
  if (phase.state === "closed") return unchanged(state);
  if (phase.state !== "wrap-up") return refused(state, "not-now");
  const closed = { state: "closed", agent: phase.agent, ended: phase.ended, closedAt: at } as const;
  return { ...unchanged(inPhase(state, closed)), lines: [{ at, what: { type: "closed" } }] };
}
