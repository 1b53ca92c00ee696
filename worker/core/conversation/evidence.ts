import type { Ending } from "#protocol/view.ts";
import type { Evidence } from "../resume.ts";
import type { ConversationState } from "./state.ts";
import { holdOf, isLive } from "./state.ts";

/** What the question "what may this visitor resume?" needs to know of one conversation. */
export function toEvidence(state: ConversationState): Evidence {
  const { phase, terms } = state;
  const away = isLive(phase) && phase.side.at === "away" ? phase.side : null;
  return {
    conversationId: state.id,
    widgetId: terms.widgetId,
    subject: state.customer.subject,
    customerName: state.customer.name,
    starter: state.starter,
    generation: state.generation,
    reconnect: terms.reconnect,
    linkIds: state.links.filter((link) => link.revokedAt === null).map((link) => link.id),
    startedAt: state.startedAt,
    ended: endingOf(state),
    awaySince: away?.since ?? null,
    holdUntil: holdOf(phase),
    resumableUntil: away?.limitAt ?? null,
    agentName: phase.state === "active" ? phase.agent.name : isLive(phase) ? (phase.previousAgent?.name ?? null) : null,
  };
}

function endingOf({ phase }: ConversationState): Ending | null {
  return phase.state === "wrap-up" || phase.state === "closed" ? phase.ended : null;
}
