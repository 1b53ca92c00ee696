import { QUEUE_SHOWN } from "#protocol/limits.ts";
import { type Draft, patchItem } from "./draft.ts";
import { type OpenItem, queueOf } from "./queue.ts";

/** When one leaves the front, everybody's place changes; a crowd that is served quickly is told so at most once in this time. */
export const PLACES_EVERY_MS = 3_000;

/**
 * Tells customers who are there their place in their workstream's queue, as far as places are told and only when it
 * changed: a first one at once, others together and not too often. Those who are away keep theirs and are counted, so that
 * nobody's place grows when one of them returns.
 */
export function tellPlaces(draft: Draft): void {
  const moved: [OpenItem, number | null][] = [];
  const counted = new Map<string, number>();
  for (const item of queueOf(draft)) {
    const { workstreamId, phase } = item.summary;
    const nth = (counted.get(workstreamId) ?? 0) + 1;
    counted.set(workstreamId, nth);
    const place = nth <= QUEUE_SHOWN ? nth : null;
    // Who is just being given to somebody waits for that, not for a place.
    if (!phase.present || place === item.toldPlace || item.hand.at === "assigning") continue;
    if (item.toldPlace === null) tellPlace(draft, item, place);
    else moved.push([item, place]);
  }
  const { toldAt, dueAt } = draft.places;
  const nextAt = toldAt + PLACES_EVERY_MS;
  if (moved.length > 0 && nextAt <= draft.now) {
    for (const [item, place] of moved) tellPlace(draft, item, place);
    draft.places = { toldAt: draft.now, dueAt: null };
  } else {
    const due = moved.length > 0 ? nextAt : null;
    if (due !== dueAt) draft.places = { toldAt, dueAt: due };
  }
}

function tellPlace(draft: Draft, item: OpenItem, place: number | null): void {
  patchItem(draft, item, { toldPlace: place });
  draft.effects.push({ type: "place", conversationId: item.summary.conversationId, place });
}
