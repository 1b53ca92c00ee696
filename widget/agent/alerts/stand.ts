import type { DeskItem } from "#protocol/desk-frames.ts";
import { rowOf, unreadOf } from "../list/rows.ts";
import type { WorkplaceView } from "../workplace.ts";
import type { Stand } from "./news.ts";

/** What of a workplace makes news; null before the desk's first word. Who was asked once was asked, also while their yes is on its way. */
export function standOf(view: WorkplaceView, before: Stand | null): Stand | null {
  const { feed } = view.desk;
  if (feed === null) return null;
  const name = (item: DeskItem): string =>
    rowOf(item, view.conversations.get(item.conversationId), view.widgetName(item.widgetId), 0).name;
  return {
    offers: new Map(
      feed.offers.map(({ item, expiresAt }) => {
        const asked = expiresAt !== null || before?.offers.get(item.conversationId)?.asked === true;
        return [item.conversationId, { name: name(item), asked }];
      }),
    ),
    mine: new Map(
      feed.mine.map((item) => {
        const { state, present, holdUntil, resumableUntil } = item;
        const conversation = view.conversations.get(item.conversationId);
        const unread = conversation === undefined || state === "wrap-up" ? 0 : unreadOf(conversation);
        return [item.conversationId, { name: name(item), state, present, holdUntil, resumableUntil, unread }];
      }),
    ),
  };
}
