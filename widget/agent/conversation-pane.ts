import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Colleague } from "#protocol/desk-frames.ts";
import type { QuickReply } from "#protocol/settings.ts";
import type { ConversationView } from "../client/agent.ts";
import { composer } from "./composer.ts";
import { countdown } from "./time.ts";
import { LOG_WORDS } from "./log-words.ts";
import { moreMenu, notesBox } from "./more-menu.ts";
import { awayText, stateText, WORDS } from "./words.ts";

/** What an agent can do in a conversation. */
export interface ConversationAsks {
  leave(): void;
  draft(text: string): void;
  send(): void;
  insert(text: string): void;
  insertLink(): void;
  copyLink(): void;
  extend(): void;
  giveUp(): void;
  giveBack(): void;
  transfer(agentId: string): void;
  setEnding(on: boolean): void;
  end(): void;
  close(): void;
  /** Typed, and not saved yet. */
  typeNotes(text: string): void;
  saveNotes(text: string): void;
  log(event: Event): void;
}

/** What of the rest of the console the open conversation needs. */
export interface Around {
  colleagues: readonly Colleague[];
  quickReplies: readonly QuickReply[];
  /** Whether the agent is being asked if it is to end. */
  ending: boolean;
}

function paneHeader(
  { view, backstage, status }: ConversationView,
  { ending, colleagues }: Around,
  asks: ConversationAsks,
): TemplateResult {
  const phase = view?.phase;
  const name = view?.customer.name ?? `Guest${backstage === null ? "" : ` · ${backstage.widgetId}`}`;
  const verified = view?.customer.verified === true ? "Verified · " : "";
  const active = phase?.state === "active";
  const cut = active && status.is !== "connected" && status.is !== "catching-up";
  const buttons = ending
    ? html`<span>${WORDS.reallyEnd}</span><button class="main" @click=${asks.end}>${WORDS.yesEnd}</button
        ><button @click=${() => asks.setEnding(false)}>${WORDS.no}</button>`
    : html`${active || phase?.state === "waiting" ? html`<button @click=${() => asks.setEnding(true)}>${WORDS.end}</button>` : nothing}
      ${phase?.state === "wrap-up" ? html`<button class="main" @click=${asks.close}>${WORDS.close}</button>` : nothing}
      ${active ? moreMenu(colleagues, asks) : nothing}`;
  return html`<header>
    <button class="plain fold" @click=${asks.leave}>${WORDS.back}</button>
    <div>
      <h2 tabindex="-1">${name}</h2>
      <p class="small muted" role="status">
        ${phase === undefined ? nothing : cut ? WORDS.notConnected : verified + stateText(phase)}
      </p>
    </div>
    <div class="buttons">${buttons}</div>
  </header>`;
}

/** The customer is away: until when what is theirs is kept, and what can be done about it. */
function awayNotice({ view, clockOffset }: ConversationView, asks: ConversationAsks): TemplateResult | typeof nothing {
  const phase = view?.phase;
  const text = phase === undefined ? null : awayText(phase);
  if (phase === undefined || text === null) return nothing;
  const held = phase.state === "active" && phase.customer.at === "away" ? (phase.customer.holdUntil ?? null) : null;
  return html`<div class="away" role="status">
    ${held === null ? nothing : html`<strong class="clock" aria-hidden="true">${countdown(held - Date.now() - clockOffset)}</strong>`}
    <p>${text}</p>
    ${held === null ? nothing : html`<span class="buttons"><button @click=${asks.extend}>${WORDS.extend}</button><button @click=${asks.giveUp}>${WORDS.giveUp}</button></span>`}
  </div>`;
}

/** What is good to know beside: of links and of the connection. */
function hints({ backstage, clockOffset }: ConversationView): TemplateResult {
  const opened = backstage?.links.some(({ openedAt }) => openedAt !== null) === true;
  const unstable = (backstage?.unstableUntil ?? 0) > Date.now() + clockOffset;
  return html`<p class="hints small muted" role="status">
    ${opened ? WORDS.linkOpened : nothing} ${unstable ? WORDS.unstable : nothing}
  </p>`;
}

function writing(
  { view, draft }: ConversationView,
  { quickReplies }: Around,
  asks: ConversationAsks,
): TemplateResult | typeof nothing {
  const phase = view?.phase;
  if (phase?.state !== "active" && phase?.state !== "waiting") return nothing;
  // With the hold over nobody has this conversation, so nobody can speak in it.
  const disabled = phase.state === "waiting";
  const placeholder = disabled ? WORDS.replyWaiting : phase.customer.at === "present" ? WORDS.reply : WORDS.replyAway;
  return html`<footer>
    <div class="buttons" role="group" aria-label=${WORDS.quickReplies}>
      ${quickReplies.map(({ shortcut, text }) => html`<button class="chip" title=${text} @click=${() => asks.insert(text)}>/${shortcut}</button>`)}
      ${view?.reconnect === true ? html`<button class="chip" @click=${asks.insertLink}>${WORDS.link}</button><button class="chip" @click=${asks.copyLink}>${WORDS.copyLink}</button>` : nothing}
    </div>
    ${composer({ draft, label: WORDS.replyLabel, placeholder, send: WORDS.send, disabled, onDraft: asks.draft, onSend: asks.send })}
  </footer>`;
}

/** The open conversation. */
export function conversationPane(view: ConversationView, around: Around, asks: ConversationAsks): TemplateResult {
  const { conversationId, lines, hasBefore, status, typing } = view;
  return html`<section class="pane" aria-label="Conversation">
    ${paneHeader(view, around, asks)}
    <rejoin-log
      .of=${conversationId}
      .lines=${lines}
      .words=${LOG_WORDS}
      .hasBefore=${hasBefore}
      .busy=${status.is !== "connected"}
      .typing=${typing}
      @log-action=${asks.log}
    ></rejoin-log>
    <div>${awayNotice(view, asks)} ${hints(view)} ${writing(view, around, asks)} ${notesBox(view, asks)}</div>
  </section>`;
}
