import type { Me } from "#protocol/console.ts";
import type { DeskItem, Slot } from "#protocol/desk-frames.ts";
import { nameOf } from "./names.ts";
import type { Screen } from "./screen.ts";
import type { Around } from "./talk/pane.ts";
import type { WorkplaceView } from "./workplace.ts";

/** What the desk says of one's own, and of what one is offered. */
function itemOf({ desk }: WorkplaceView, conversationId: string): DeskItem | undefined {
  const { feed } = desk;
  return [...(feed?.mine ?? []), ...(feed?.offers.map(({ item }) => item) ?? [])].find(
    (item) => item.conversationId === conversationId,
  );
}

/** What a conversation is called, here as in its row. */
function nameIn(view: WorkplaceView, conversationId: string, customerName: string | null): string {
  const item = itemOf(view, conversationId);
  const known = view.conversations.get(conversationId)?.view?.customer;
  return nameOf({
    conversationId,
    customerName: known?.name ?? customerName ?? item?.customerName ?? null,
    verified: known?.verified ?? item?.verified ?? false,
    page: item?.page ?? null,
    widgetName: item === undefined ? "" : view.widgetName(item.widgetId),
  });
}

/** What one's slots are called. */
export function slotNames(view: WorkplaceView): (slot: Slot) => string {
  return ({ conversationId, customerName }) => nameIn(view, conversationId, customerName);
}

/** What the open conversation needs of the rest of the console. */
export function aroundOf(view: WorkplaceView, me: Me, { mode, detailed }: Screen, routed: boolean): Around {
  const { selected, settings, desk } = view;
  const open = selected === null ? undefined : view.conversations.get(selected);
  const widget = settings?.widgets.find(({ widgetId }) => widgetId === open?.backstage?.widgetId);
  const maySet = routed && me.role === "supervisor" && widget !== undefined;
  return {
    name: selected === null ? "" : nameIn(view, selected, null),
    agentName: desk.feed?.me.name ?? me.name,
    quickReplies: settings?.quickReplies ?? [],
    reconnect: widget?.reconnect ?? null,
    settingsHref: maySet ? `#/settings/widgets/${widget.widgetId}` : null,
    mode,
    detailed,
  };
}
