import type { AssignAnswer, Summary, SummaryPhase } from "../summary.ts";
import type { ConversationState, Phase } from "./state.ts";

/** What is answered to an assignment, by the state after it. */
export function toAssignAnswer(state: ConversationState, offerId: string, accepted: boolean): AssignAnswer {
  const answer = accepted ? "accepted" : state.recentRequests.includes(offerId) ? "spent" : "gone";
  return { answer, summary: toSummary(state) };
}

/** What the desk is told: the whole summary, every time. */
export function toSummary(state: ConversationState): Summary {
  const { id, rev, workstreamId, terms, customer, startedAt, opening, phase } = state;
  return {
    conversationId: id,
    rev,
    workstreamId,
    widgetId: terms.widgetId,
    units: terms.units,
    customer: { name: customer.name, verified: customer.subject !== null },
    startedAt,
    opening,
    phase: summaryPhase(phase),
  };
}

function summaryPhase(phase: Phase): SummaryPhase {
  switch (phase.state) {
    case "open": {
      const { side, queuedAt, front, previousAgent, notTo, onlyTo } = phase;
      const [awaySince, resumableUntil] = side.at === "away" ? [side.since, side.limitAt] : [null, null];
      return {
        state: "open",
        present: side.at === "present",
        queuedAt,
        front,
        previousAgent,
        notTo,
        onlyTo,
        awaySince,
        resumableUntil,
      };
    }
    case "active": {
      const { side, agent, offerId, since } = phase;
      // Kept from the desk until it is noted: a page that is loaded again is no news there. Units are taken either way.
      const away =
        side.at === "away" && side.noteAt === null
          ? { since: side.since, holdUntil: side.holdUntil, resumableUntil: side.limitAt }
          : null;
      return { state: "active", agent, offerId, since, away };
    }
    case "waiting":
      return {
        state: "waiting",
        previousAgent: phase.previousAgent,
        awaySince: phase.side.since,
        resumableUntil: phase.side.limitAt,
      };
    case "wrap-up":
      return {
        state: "wrap-up",
        agent: phase.agent,
        endedAt: phase.ended.at,
        blocks: phase.blocks,
        closesAt: phase.closesAt,
      };
    case "closed":
      return { state: "closed" };
  }
}
