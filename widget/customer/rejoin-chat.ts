import { html, LitElement, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { Chat, ChatView } from "../client/customer.ts";
import { controls } from "../parts/controls.ts";
import { FocusKeeper } from "../parts/focus-keeper.ts";
import { look } from "../parts/look.ts";
import { Seconds } from "../parts/seconds.ts";
import { Trouble } from "../parts/trouble.ts";
import { announcement } from "./announce.ts";
import { ChatController } from "./chat-controller.ts";
import type { Identity } from "./chat-controller.ts";
import { chatStyles } from "./chat-styles.ts";
import { chatFooter, chatHeader, chatLog, notice } from "./chat-parts.ts";
import { asksOf } from "./asks.ts";
import { screenOf } from "./screen.ts";
import type { Screen } from "./screen.ts";
import { endedScreen, overFooter, promptScreen, refusedScreen, unreachableScreen, welcomeScreen } from "./screens.ts";
import type { Sheet } from "./sheet.ts";
import { StartAgain } from "./start-again.ts";
import { WORDS } from "./words.ts";

/** The customer's chat with one widget: `<rejoin-chat widget="…" server="https://…">`. */
export class RejoinChat extends LitElement {
  static override properties = {
    widget: {},
    server: {},
    identity: { attribute: false },
    sheet: { state: true },
    reading: { state: true },
    said: { state: true },
  };
  static override styles = [look, controls, chatStyles];

  /** The widget's id. */
  declare widget: string;
  /** The server's origin; the page's own if none is given. */
  declare server: string;
  /** Set by the site when its customer is signed in; set to null when they sign out. */
  declare identity: Identity | null;
  declare sheet: Sheet;
  /** The person reads in a chat that they came too late for. */
  declare reading: boolean;
  declare said: string;
  readonly #running = new ChatController(this);
  readonly #seconds = new Seconds(this);
  readonly #trouble = new Trouble();
  readonly #asks = asksOf(this);

  constructor() {
    super();
    this.widget = "";
    this.server = "";
    this.identity = null;
    this.sheet = { is: "none" };
    this.reading = false;
    this.said = "";
    new StartAgain(this, this.#asks.retry);
    new FocusKeeper(this, () => this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"], textarea'));
  }

  /** The client that runs behind it; null while the element is on no page. */
  get chat(): Chat | null {
    return this.#running.chat;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const running = this.chat;
    const server = this.server === "" ? location.origin : this.server;
    const ask: Identity = async (fresh) => (await this.identity?.(fresh)) ?? null;
    if (this.isConnected && this.widget !== "") this.#running.use(server, this.widget, ask);
    if (changed.has("widget")) this.reading = false;
    if (!changed.has("identity") || running === null || running !== this.chat) return;
    if (this.identity !== null) return void running.signedIn();
    running.signOut();
    // Whoever is there now is a guest.
    void running.lookUp();
  }

  protected override updated(): void {
    const { widget } = this.#running;
    if (widget !== null) this.style.setProperty("--rejoin-accent", widget.accent);
    this.dispatchEvent(new CustomEvent("rejoin-changed"));
  }

  #screen(screen: Screen, view: ChatView): TemplateResult | typeof nothing {
    const asks = this.#asks;
    switch (screen.is) {
      case "loading":
        return html`<p class="screen muted">${WORDS.loading}</p>`;
      case "welcome":
        return welcomeScreen(screen, this.#running.widget?.greeting ?? "", this.#running.deadLink, {
          draft: view.draft,
          onDraft: asks.draft,
          onSend: asks.start,
        });
      case "prompt":
        return promptScreen(screen, Date.now() + view.clockOffset, asks);
      case "ended":
        return endedScreen(screen, view, asks);
      case "unreachable":
        return unreachableScreen(screen, asks);
      case "refused":
        return refusedScreen(asks);
      case "chat":
      case "over":
        return chatLog(view, asks);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.chat?.snapshot();
    if (view === undefined) return nothing;
    const screen = screenOf(view, this.reading);
    const now = Date.now() + view.clockOffset;
    const judged = screen.is === "chat" || screen.is === "over" ? this.#trouble.judge(view.status, Date.now()) : "none";
    this.#seconds.want(judged !== "none");
    return html`
      ${chatHeader(screen, view, this.#running.widget?.name ?? "", this.#asks)}
      <main>${notice(view, judged === "told", this.#asks)} ${this.#screen(screen, view)}</main>
      <p class="said bad small" ?hidden=${this.said === ""}>${this.said}</p>
      ${screen.is === "chat" ? chatFooter(view, this.sheet, this.#asks) : nothing}
      ${screen.is === "over" ? overFooter(screen, view.lines, this.#asks) : nothing}
      <p class="unseen" role="status">
        ${this.said === "" ? announcement(screen, this.sheet, view, now, this.#running.deadLink) : this.said}
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-chat": RejoinChat;
  }
}
