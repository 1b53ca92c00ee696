import type { Backstage, Phase as PhaseView, Side as SideView, View } from "#protocol/view.ts";
import { unstableUntil } from "./presence.ts";
import type { Away, ConversationState, Held, Phase, Present } from "./state.ts";
import { liveLinks } from "./state.ts";

/** What everyone in the conversation may know of it. */
export function toView(state: ConversationState): View {
  return {
    conversationId: state.id,
    startedAt: state.startedAt,
    reconnect: state.terms.reconnect,
    holdSeconds: state.terms.holdSeconds,
    customer: { name: state.customer.name, verified: state.customer.subject !== null },
    phase: phaseView(state.phase),
  };
}

function sideView(side: Present | Away | Held): SideView {
  if (side.at === "present") return { at: "present" };
  const { since, limitAt: resumableUntil } = side;
  return "holdUntil" in side
    ? { at: "away", since, holdUntil: side.holdUntil, resumableUntil }
    : { at: "away", since, resumableUntil };
}

function phaseView(phase: Phase): PhaseView {
  switch (phase.state) {
    case "open": {
      const base = { state: "open", customer: sideView(phase.side), place: phase.place } as const;
      return phase.previousAgent === null ? base : { ...base, previousAgent: phase.previousAgent };
    }
    case "active":
      return {
        state: "active",
        customer: sideView(phase.side),
        agent: phase.agent,
        agentConnected: phase.agentConnected,
      };
    case "waiting":
      return { state: "waiting", customer: sideView(phase.side), previousAgent: phase.previousAgent };
    case "wrap-up":
      return { state: "wrap-up", agent: phase.agent, ended: phase.ended, closesAt: phase.closesAt };
    case "closed":
      return { state: "closed", ended: phase.ended, closedAt: phase.closedAt };
  }
}

/** What agents know beyond it. */
export function toBackstage(state: ConversationState): Backstage {
  const { terms, customer, phase } = state;
  return {
    widgetId: terms.widgetId,
    workstreamId: state.workstreamId,
    units: terms.units,
    holdSeconds: terms.holdSeconds,
    limitSeconds: terms.limitSeconds,
    subject: customer.subject,
    links: liveLinks(state).map(({ id, by, madeAt, openedAt }) => ({ id, by, madeAt, openedAt })),
    notes: state.notes,
    unstableUntil: unstableUntil(state),
    blocks: phase.state === "wrap-up" ? phase.blocks : null,
    page: customer.page,
    context: { ...customer.facts },
  };
}
