import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Me } from "#protocol/console.ts";
import type { AskHost } from "./asks/asking.ts";
import type { DeskAsks } from "./asks/desk-asks.ts";
import { aroundOf, slotNames } from "./around.ts";
import { aside } from "./beside/aside.ts";
import type { AsideAsks } from "./beside/aside.ts";
import { keysDialog } from "./keys-dialog.ts";
import { listHeader } from "./list/header.ts";
import { list } from "./list/list.ts";
import { pastPane } from "./past/past-pane.ts";
import { searchPanel } from "./past/search-panel.ts";
import { endDialog, transferDialog } from "./talk/dialogs.ts";
import type { DialogAsks } from "./talk/dialogs.ts";
import { conversationPane } from "./talk/pane.ts";
import type { ConversationAsks } from "./talk/pane.ts";
import { WORDS } from "./words.ts";
import type { WorkplaceView } from "./workplace.ts";

export type ChatAsks = DeskAsks & ConversationAsks & DialogAsks & AsideAsks;

type Parts = Pick<AskHost, "screen" | "past" | "finder" | "lately">;

function dialog(
  view: WorkplaceView,
  { dialog: which }: Parts["screen"],
  asks: ChatAsks,
): TemplateResult | typeof nothing {
  switch (which) {
    case null:
      return nothing;
    case "end":
      return endDialog(asks);
    case "transfer":
      return transferDialog(view.desk.feed?.colleagues ?? [], view.settings?.workstreams ?? [], unitsOf(view), asks);
    case "keys":
      return keysDialog(asks.closeDialog);
  }
}

/** What the open conversation takes. */
function unitsOf({ selected, conversations }: WorkplaceView): number {
  return (selected === null ? null : conversations.get(selected)?.backstage)?.units ?? 1;
}

/** The place where agents live: the list, the conversation, and what stands beside it. */
export function chats(view: WorkplaceView, me: Me, parts: Parts, routed: boolean, asks: ChatAsks): TemplateResult {
  const { desk, selected, conversations } = view;
  const { feed } = desk;
  if (feed === null) return html`<p class="door muted">${WORDS.checking}</p>`;
  const { screen, past, finder, lately } = parts;
  const open = selected === null ? undefined : conversations.get(selected);
  const { is } = desk.status;
  const presence = { connected: is === "connected" || is === "catching-up", goingOffline: screen.goingOffline };
  const names = slotNames(view);
  const reading = past.reading;
  const around = aroundOf(view, me, screen, routed);
  const middle =
    reading !== null
      ? pastPane(reading, view.widgetName, asks)
      : open === undefined
        ? html`<div class="choose empty">
            <h2 tabindex="-1">${WORDS.choose}</h2>
            <p>${WORDS.chooseHint}</p>
          </div>`
        : conversationPane(open, around, asks);
  const chosen = open !== undefined || reading !== null;
  return html`<main class="body ${chosen ? "chosen" : ""} ${screen.detailed ? "detailed" : ""}">
      <h1 class="unseen">${WORDS.chats}</h1>
      <div class="left">
        ${listHeader(feed, presence, names, finder.search !== null, asks)}
        ${
          finder.search === null
            ? list(view, lately.closed, reading?.record.conversationId ?? null, asks)
            : searchPanel(finder.search, reading?.record.conversationId ?? null, view.widgetName, asks)
        }
      </div>
      ${middle}
      ${open === undefined || reading !== null ? nothing : aside(open, around.name, feed.me, names, lately.before, asks)}
    </main>
    ${dialog(view, screen, asks)}`;
}
