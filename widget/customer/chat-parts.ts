import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ChatView } from "../client/customer.ts";
import { composer } from "../parts/composer.ts";
import { connectionText } from "../parts/connection-text.ts";
import { noticeLine } from "../parts/notice.ts";
import type { ChatAsks } from "./asks.ts";
import { LOG_WORDS } from "./log-words.ts";
import type { Screen } from "./screen.ts";
import { sheetOf } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";
import { agentLost, statusLine, WORDS } from "./words.ts";

/** Who one talks with, and where things stand. */
export function chatHeader(
  screen: Screen,
  { view, lines, status }: ChatView,
  widgetName: string,
  asks: ChatAsks,
): TemplateResult {
  const phase = screen.is === "chat" || screen.is === "over" ? view?.phase : undefined;
  const agent = phase !== undefined && "agent" in phase ? phase.agent.name : widgetName;
  const goesOn = screen.is === "chat" && view !== null;
  const mayLink = goesOn && view.reconnect && lines.some(({ kind }) => kind === "message");
  return html`<header>
    <div>
      <h2>${agent}</h2>
      <p role="status">${phase === undefined ? nothing : statusLine(phase, status.is === "connected")}</p>
    </div>
    ${mayLink ? html`<button @click=${asks.showLink}>${WORDS.takeAlong}</button>` : nothing}
    ${goesOn ? html`<button @click=${asks.showEnd}>${WORDS.end}</button>` : nothing}
  </header>`;
}

/** Over the messages: trouble with the connection (once it is `told`), else with the agent's. */
export function notice({ status, view }: ChatView, told: boolean, asks: ChatAsks): TemplateResult {
  const phase = view?.phase;
  const trouble = told ? connectionText(status, WORDS.yourChat, Date.now()) : null;
  const gone = phase?.state === "active" && !phase.agentConnected ? phase.agent.name : null;
  const agentGone = gone === null ? null : { text: agentLost(gone), next: "", tryNow: false };
  return noticeLine(trouble ?? agentGone, WORDS.tryNow, asks.reconnect);
}

export function chatLog(view: ChatView, asks: ChatAsks): TemplateResult {
  const { conversationId, lines, hasBefore, status, typing } = view;
  const queued =
    view.view?.phase.state === "open" && lines.every((line) => line.kind !== "event" || line.what.type !== "joined");
  return html`<rejoin-log
      .of=${conversationId}
      .lines=${lines}
      .words=${LOG_WORDS}
      .hasBefore=${hasBefore}
      .busy=${status.is !== "connected"}
      .typing=${typing}
      @log-action=${asks.log}
    ></rejoin-log>
    ${queued ? html`<p class="hint muted small">${WORDS.queued}</p>` : nothing}`;
}

/** Where one writes, and what is asked above it. */
export function chatFooter({ draft }: ChatView, sheet: Sheet, asks: ChatAsks): TemplateResult {
  return html`<footer>
    ${sheetOf(sheet, asks)}
    ${composer({ draft, label: WORDS.message, placeholder: WORDS.message, send: WORDS.send, disabled: false, onDraft: asks.draft, onSend: asks.send })}
  </footer>`;
}
