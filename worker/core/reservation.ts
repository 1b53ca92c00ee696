/** A conversation as its customer's object knows it. `reserved`: promised, but perhaps not begun. */
export interface Owned {
  conversationId: string;
  widgetId: string;
  /** With reconnect off a start belongs to one browser; else to the customer. */
  device: string | null;
  startId: string;
  startedAt: number;
}

/** What a start asks of the customer's object. */
export interface Start {
  widgetId: string;
  /** The browser, where conversations are not shared between devices (reconnect off); else null. */
  device: string | null;
  startId: string;
  /** The id that the conversation would get. */
  conversationId: string;
}

/**
 * Which conversation a start leads to: the one that the same start made, else the live one that is there, else a new one.
 * Whoever loses the race joins.
 */
export function reserve(live: Owned[], start: Start, now: number): { conversationId: string; reserved: Owned | null } {
  const here = live.filter((owned) => owned.widgetId === start.widgetId);
  const there =
    here.find((owned) => owned.startId === start.startId) ??
    here.find((owned) => start.device === null || owned.device === start.device);
  if (there !== undefined) return { conversationId: there.conversationId, reserved: null };
  const { widgetId, device, startId, conversationId } = start;
  return { conversationId, reserved: { conversationId, widgetId, device, startId, startedAt: now } };
}
