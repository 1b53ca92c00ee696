import { choosePresence, connect, drop, leave, tellConversations } from "./agents.ts";
import { type Changes, concernedBy, isUnchanged } from "./changes.ts";
import type { DeskCommand, DeskEffect } from "./command.ts";
import { passTime } from "./deadlines.ts";
import { type Draft, draftOf, patchItem } from "./draft.ts";
import { forget, ingest } from "./ingest.ts";
import { makeOffers, settleAssign, withdrawOffers } from "./offers.ts";
import { tellPlaces } from "./places.ts";
import { accept, decline, take } from "./requests.ts";
import type { DeskState } from "./state.ts";

/** What the desk decided: the state after it, what is other in it, and what is to be done. */
export interface DeskDecision {
  state: DeskState;
  changes: Changes;
  effects: DeskEffect[];
}

/**
 * What the desk does about a command at `now` (epoch milliseconds). Total: any command is answered in any state. `seed` makes the ids of new offers and is never used twice. A command that
 * changes nothing returns the same state.
 */
export function decideDesk(state: DeskState, command: DeskCommand, now: number, seed: string): DeskDecision {
  const draft = draftOf(state, now, seed);
  passTime(draft);
  // Before the command: who comes back after their grace has lost what was theirs, and by being disconnected.
  tellConversations(draft);
  obey(draft, command);
  tellConversations(draft);
  withdrawOffers(draft);
  makeOffers(draft);
  tellPlaces(draft);
  const { roster, agents, items, places, effects } = draft;
  const changes = draft.changes();
  const isSame = isUnchanged(changes);
  const next = isSame && places === state.places ? state : { roster, agents, items, places };
  if (isSame) return { state: next, changes, effects };
  return { state: next, changes, effects: [...effects, { type: "feed", urgent: concernedBy(changes, state, next) }] };
}

function obey(draft: Draft, command: DeskCommand): void {
  switch (command.type) {
    case "roster":
      if (command.roster.rev > draft.roster.rev) draft.roster = command.roster;
      return;
    case "summary":
      return ingest(draft, command.summary);
    case "agent-connected":
      return connect(draft, command.agentId);
    case "agent-dropped":
      return drop(draft, command.agentId);
    case "agent-left":
      return leave(draft, command.agentId, { at: "absent" });
    case "woke":
      for (const agentId of draft.agents.keys()) if (!command.connected.includes(agentId)) drop(draft, agentId);
      return;
    case "presence":
      choosePresence(draft, command.asker.agentId, command.presence);
      return reply(draft, command, null);
    case "accept":
      return reply(draft, command, accept(draft, command));
    case "decline":
      return reply(draft, command, decline(draft, command));
    case "take":
      return reply(draft, command, take(draft, command));
    case "assign-answered":
      return settleAssign(draft, command.conversationId, command.offerId, command.answer);
    case "unassign-answered":
      return settleUnassign(draft, command);
    case "unknown-conversation":
      return forget(draft, command.conversationId);
    case "clock":
      return;
  }
}

function reply(
  draft: Draft,
  { asker }: Extract<DeskCommand, { asker: unknown }>,
  answer: ReturnType<typeof accept>,
): void {
  if (answer !== "later") draft.effects.push({ type: "reply", asker, code: answer });
}

function settleUnassign(
  draft: Draft,
  { conversationId, offerId, summary }: Extract<DeskCommand, { type: "unassign-answered" }>,
): void {
  ingest(draft, summary);
  const item = draft.items.get(conversationId);
  if (item?.hand.at === "taking-back" && item.hand.offerId === offerId)
    patchItem(draft, item, { hand: { ...item.hand, answered: true } });
}
