import type { DeskItem } from "#protocol/desk-frames.ts";
import { keptFor, mayTakeKept } from "./kept.ts";
import type { OpenItem } from "./queue.ts";
import type { DeskState, Item } from "./state.ts";

/** The row of a conversation that waits in the queue, as this agent may take it. */
export function queuedItemOf(state: DeskState, item: OpenItem, me: Parameters<typeof mayTakeKept>[1]): DeskItem[] {
  const kept = keptFor(state, item);
  const waitsFor = kept === null ? null : { id: kept.id, name: kept.name, mayTake: mayTakeKept(item, me) };
  return itemOf(item).map((row) => ({ ...row, waitsFor }));
}

/** The row of a conversation; none once it is closed. */
export function itemOf({ summary }: Item): DeskItem[] {
  const { conversationId, workstreamId, widgetId, units, customer, opening, phase } = summary;
  const row = {
    conversationId,
    workstreamId,
    widgetId,
    customerName: customer.name,
    verified: customer.verified,
    units,
    page: opening?.page ?? null,
    words: opening?.words ?? null,
  };
  const none = { holdUntil: null, resumableUntil: null, previousAgentName: null, closesAt: null, waitsFor: null };
  switch (phase.state) {
    case "open": {
      const { present, queuedAt, awaySince, resumableUntil } = phase;
      const previousAgentName = phase.previousAgent?.name ?? null;
      return [
        {
          ...row,
          ...none,
          state: "open",
          present,
          since: present ? queuedAt : (awaySince ?? queuedAt),
          resumableUntil,
          previousAgentName,
        },
      ];
    }
    case "active": {
      const { away, since } = phase;
      if (away === null) return [{ ...row, ...none, state: "active", present: true, since }];
      return [{ ...row, ...none, state: "active", present: false, ...away }];
    }
    case "waiting": {
      const { awaySince, resumableUntil, previousAgent } = phase;
      return [
        {
          ...row,
          ...none,
          state: "waiting",
          present: false,
          since: awaySince,
          resumableUntil,
          previousAgentName: previousAgent.name,
        },
      ];
    }
    case "wrap-up":
      return [{ ...row, ...none, state: "wrap-up", present: false, since: phase.endedAt, closesAt: phase.closesAt }];
    case "closed":
      return [];
  }
}
