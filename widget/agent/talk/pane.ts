import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { QuickReply } from "#protocol/settings.ts";
import type { ConversationView } from "../../client/agent.ts";
import { LOG_WORDS } from "../log-words.ts";
import { shortNameOf } from "../names.ts";
import { WORDS } from "../words.ts";
import { holdBar } from "./hold-bar.ts";
import type { HoldAsks } from "./hold-bar.ts";
import { linkMenu } from "./link-menu.ts";
import type { LinkAsks } from "./link-menu.ts";
import { paneHeader } from "./pane-header.ts";
import type { PaneAsks } from "./pane-header.ts";
import { filled, linkTrouble } from "./quick-replies.ts";
import type { Composed, Mode } from "./composed.ts";

/** What an agent can do in a conversation. */
export interface ConversationAsks extends PaneAsks, HoldAsks, LinkAsks {
  composed(event: CustomEvent<Composed>): void;
  log(event: Event): void;
}

/** What of the rest of the console the open conversation needs. */
export interface Around {
  name: string;
  agentName: string;
  quickReplies: readonly QuickReply[];
  /** The widget's settings as far as links need them; null while they are not known. */
  reconnect: { enabled: boolean; portalUrl: string | null } | null;
  /** Where a supervisor sets what is missing. */
  settingsHref: string | null;
  mode: Mode;
  detailed: boolean;
}

/** What is missing for a link, and for those who may the way to set it. */
function hindrance(trouble: "no-portal" | "off", { settingsHref }: Around): TemplateResult {
  const text = trouble === "off" ? WORDS.reconnectOff : WORDS.noPortal;
  return html`<p class="small bad">
    ${text} ${settingsHref === null ? nothing : html`<a href=${settingsHref}>${WORDS.setIt}</a>`}
  </p>`;
}

/** What is good to know before one sends. The place stays, so that nothing jumps. */
function hint({ backstage, draft, clockOffset }: ConversationView, around: Around): TemplateResult {
  const trouble = around.mode === "note" ? null : linkTrouble(draft, around.reconnect);
  if (trouble !== null) return hindrance(trouble, around);
  const unstable = (backstage?.unstableUntil ?? 0) > Date.now() + clockOffset;
  const slug = around.mode === "reply" && draft.includes("{ReconnectUrl}");
  const said = slug ? WORDS.slugHint : unstable ? WORDS.unstable : "";
  return html`<p class="small muted">${said === "" ? html`<span class="by-keys">${WORDS.replyHint}</span>` : said}</p>`;
}

function writing(
  conversation: ConversationView,
  around: Around,
  asks: ConversationAsks,
): TemplateResult | typeof nothing {
  const { conversationId, view, backstage, draft } = conversation;
  const phase = view?.phase;
  if (phase === undefined || phase.state === "open" || phase.state === "closed") return nothing;
  const mayReply = phase.state !== "wrap-up";
  // With the hold over nobody has this conversation, so nobody can speak in it.
  const waiting = phase.state === "waiting";
  const here = phase.state === "active" && phase.customer.at === "present";
  const fill = (text: string): string =>
    filled(text, { customerName: view?.customer.name ?? null, agentName: around.agentName });
  const links =
    backstage === null || !mayReply || around.mode === "note" || view?.reconnect !== true ? null : backstage.links;
  const trouble = linkTrouble("{ReconnectUrl}", around.reconnect);
  return html`<rejoin-composer
    .of=${conversationId}
    .draft=${draft}
    .mode=${mayReply ? around.mode : "note"}
    .mayReply=${mayReply}
    .disabled=${waiting}
    .placeholder=${waiting ? WORDS.replyWaiting : `Reply to ${shortNameOf(view?.customer.name ?? null, WORDS.thatCustomer)}.${here ? "" : ` ${WORDS.replyAway}`}`}
    .replies=${around.quickReplies}
    .fill=${fill}
    @composed=${asks.composed}
  >
    ${
      links === null
        ? nothing
        : html`<span slot="tools">${linkMenu(links, trouble === null ? null : hindrance(trouble, around), asks)}</span>`
    }
  </rejoin-composer>`;
}

/** The open conversation. */
export function conversationPane(
  conversation: ConversationView,
  around: Around,
  asks: ConversationAsks,
): TemplateResult {
  const { conversationId, lines, hasBefore, status, typing } = conversation;
  return html`<section class="pane" aria-label="Conversation">
    ${paneHeader(conversation, around.name, around.detailed, asks)}
    <rejoin-log
      .of=${conversationId}
      .lines=${lines}
      .words=${LOG_WORDS}
      .hasBefore=${hasBefore}
      .busy=${status.is !== "connected"}
      .typing=${typing}
      @log-action=${asks.log}
    ></rejoin-log>
    <footer>${holdBar(conversation, asks)} ${writing(conversation, around, asks)} ${hint(conversation, around)}</footer>
  </section>`;
}
