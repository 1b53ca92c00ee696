import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConversationView } from "../../client/agent.ts";
import { icon } from "../icons.ts";
import { closeMenu, menu } from "../menu.ts";
import { initialsOf, pathText } from "../names.ts";
import { leftOf, ring } from "../ring.ts";
import type { Ring } from "../ring.ts";
import { stateText, WORDS } from "../words.ts";

export interface PaneAsks {
  leave(): void;
  askEnd(): void;
  askTransfer(): void;
  giveBack(): void;
  close(): void;
  showDetails(on: boolean): void;
}

/** The ring of a conversation that is open. */
export function ringOf({ view, clockOffset }: ConversationView): Ring {
  const phase = view?.phase;
  if (phase?.state !== "active") return { is: "none" };
  const { customer } = phase;
  if (customer.at === "present") return { is: "here" };
  const until = customer.holdUntil ?? customer.since;
  return { is: "held", left: leftOf(customer.since, until, Date.now() + clockOffset) };
}

/** Where there is no room for the word, its mark stays. */
const verified = html`<span class="badge verified" title=${WORDS.vouched}
  >${icon("check", 14)}<span class="where-room">${WORDS.verified}</span></span
>`;

function subtitle({ view, backstage, status }: ConversationView): TemplateResult {
  const phase = view?.phase;
  const cut = phase?.state === "active" && status.is !== "connected" && status.is !== "catching-up";
  const page = backstage?.page ?? null;
  const parts = [
    phase === undefined ? "" : cut ? WORDS.notConnected : stateText(phase),
    page === null ? "" : pathText(page),
  ];
  return html`${parts.filter((part) => part !== "").join(" · ")}`;
}

function buttons(conversation: ConversationView, detailed: boolean, asks: PaneAsks): TemplateResult {
  const phase = conversation.view?.phase;
  const active = phase?.state === "active";
  const live = active || phase?.state === "waiting";
  /** Closes the menu that it stands in, and does it. */
  const chosen =
    (act: () => void) =>
    (event: Event): void => {
      closeMenu(event);
      act();
    };
  const rest = html`${active ? html`<button class="quiet narrow-only transfer" @click=${chosen(asks.askTransfer)}>${WORDS.transfer}</button>` : nothing}
    ${active ? html`<button class="quiet" @click=${chosen(asks.giveBack)}>${WORDS.giveBack}</button>` : nothing}
    <button class="quiet narrow-only" @click=${chosen(asks.askEnd)}>${WORDS.end}</button>`;
  return html`<div class="buttons">
    ${active ? html`<button class="wide-only transfer" @click=${asks.askTransfer}>${WORDS.transfer}</button>` : nothing}
    ${
      live
        ? html`<button class="wide-only" @click=${asks.askEnd}>
            <span>${WORDS.endInParts[0]}<span class="where-room">${WORDS.endInParts[1]}</span></span> <kbd>E</kbd>
          </button>`
        : nothing
    }
    ${phase?.state === "wrap-up" ? html`<button class="main" @click=${asks.close}>${WORDS.close}</button>` : nothing}
    ${
      live
        ? menu(
            active ? "more" : "more narrow-only",
            html`<span class="unseen">${WORDS.more}</span>${icon("more")}`,
            rest,
          )
        : nothing
    }
    <button
      class="quiet icon details"
      aria-label=${WORDS.details}
      title=${WORDS.details}
      aria-expanded=${detailed ? "true" : "false"}
      @click=${() => asks.showDetails(!detailed)}
    >
      ${icon("panel")}
    </button>
  </div>`;
}

/** Who it is, how they are, and what can be done with the conversation as a whole. */
export function paneHeader(
  conversation: ConversationView,
  name: string,
  detailed: boolean,
  asks: PaneAsks,
): TemplateResult {
  return html`<header>
    <button class="quiet icon fold" aria-label=${WORDS.back} @click=${asks.leave}>${icon("back")}</button>
    ${ring(ringOf(conversation), initialsOf(name), "m")}
    <div class="who">
      <div class="title">
        <h2 tabindex="-1">${name}</h2>
        ${conversation.view?.customer.verified === true ? verified : nothing}
      </div>
      <p class="small muted">${subtitle(conversation)}</p>
    </div>
    ${buttons(conversation, detailed, asks)}
  </header>`;
}
