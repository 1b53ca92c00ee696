import { QUEUE_SHOWN } from "#protocol/limits.ts";
import { type Draft, patchItem } from "./desk-draft.ts";
import { queueOf } from "./desk-queue.ts";

/**
 * Tells customers who are there their place in their workstream's queue, as far as places are told and only when it
 * changed. Those who are away keep theirs and are counted, so that nobody's place grows when one of them returns.
 */
export function tellPlaces(draft: Draft): void {
  const counted = new Map<string, number>();
  for (const item of queueOf(draft)) {
    const { conversationId, workstreamId, phase } = item.summary;
    const nth = (counted.get(workstreamId) ?? 0) + 1;
    counted.set(workstreamId, nth);
    const place = nth <= QUEUE_SHOWN ? nth : null;
    if (!phase.present || place === item.toldPlace) continue;
    patchItem(draft, item, { toldPlace: place });
    draft.effects.push({ type: "place", conversationId, place });
  }
}
