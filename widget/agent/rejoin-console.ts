import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { connectionText } from "./connection-text.ts";
import { controls } from "./controls.ts";
import { FocusKeeper } from "./focus-keeper.ts";
import { noticeLine } from "./notice.ts";
import { look } from "./look.ts";
import { Seconds } from "./seconds.ts";
import { Trouble } from "./trouble.ts";
import { consoleAsks } from "./console-asks.ts";
import { ConsoleController } from "./console-controller.ts";
import { consoleStyles } from "./console-styles.ts";
import { conversationPane } from "./conversation-pane.ts";
import { doorScreen } from "./door-screens.ts";
import { Elsewhere } from "./elsewhere.ts";
import { icon } from "./icons.ts";
import { placeFor } from "./place.ts";
import type { Place } from "./place.ts";
import { PlaceController } from "./place-controller.ts";
import { rail } from "./rail.ts";
import { railStyles } from "./rail-styles.ts";
import { listStyles } from "./list-styles.ts";
import { lists } from "./lists.ts";
import { paneStyles } from "./pane-styles.ts";
import { topBar } from "./top-bar.ts";
import { WORDS } from "./words.ts";
import type { Workplace, WorkplaceView } from "./workplace.ts";

/** What a place tells the agent about what they last did: `<rejoin-settings>` and its like send it as `rejoin-said`. */
export type SaidEvent = CustomEvent<{ text: string }>;

/** The agents' console: `<rejoin-console>`. With `demo` it signs in as the demo's agent; `routed`, it keeps its place in the page's address. */
export class RejoinConsole extends LitElement {
  static override properties = {
    server: {},
    demo: { type: Boolean },
    routed: { type: Boolean },
    said: { state: true },
    ending: { state: true },
    goingOffline: { state: true },
  };
  static override styles = [look, controls, consoleStyles, railStyles, listStyles, paneStyles];

  /** The server's origin; the page's own if none is given. */
  declare server: string;
  declare demo: boolean;
  /** The page is the console's own. */
  declare routed: boolean;
  declare said: string;
  declare ending: boolean;
  declare goingOffline: boolean;
  readonly #running = new ConsoleController(this);
  readonly #places = new PlaceController(this);
  readonly #elsewhere = new Elsewhere(this);
  readonly #go = (place: Place): void => this.#places.go(place);
  readonly #seconds = new Seconds(this);
  readonly #trouble = new Trouble();
  readonly #asks = consoleAsks(this);
  readonly #doorAsks = {
    signIn: (token: string, name: string) => this.#running.signIn(token, name),
    retry: () => this.#running.retry(),
  };

  readonly #hear = (event: Event): void => {
    if (event instanceof CustomEvent) ({ text: this.said } = (event as SaidEvent).detail);
  };

  constructor() {
    super();
    this.server = "";
    this.demo = false;
    this.routed = false;
    this.said = "";
    this.ending = false;
    this.goingOffline = false;
    this.addEventListener("rejoin-said", this.#hear);
    new FocusKeeper(this, () => this.renderRoot.querySelector<HTMLElement>(".body [tabindex='-1'], .door button"));
  }

  /** The agent's clients; null while nobody is signed in. */
  get workplace(): Workplace | null {
    return this.#running.workplace;
  }

  signOut(): void {
    void this.#running.signOut();
  }

  protected override willUpdate(): void {
    if (this.isConnected) this.#running.use(this.server === "" ? location.origin : this.server, this.demo);
  }

  protected override updated(): void {
    // Clocks run on this screen as long as somebody works at it.
    this.#seconds.want(this.workplace !== null);
    this.dispatchEvent(new CustomEvent("rejoin-changed"));
  }

  #notice({ desk }: WorkplaceView): TemplateResult {
    const now = Date.now();
    const told = this.#trouble.judge(desk.status, now) === "told";
    const trouble = told ? connectionText(desk.status, WORDS.theServer, now) : null;
    return html`${noticeLine(trouble, WORDS.tryNow, this.#asks.reconnect)}
      <div class="said ${this.said === "" ? "unseen" : ""}">
        <p role="status">${this.said}</p>
        ${this.said === "" ? nothing : html`<button class="plain" @click=${this.#asks.dismiss}>${WORDS.dismiss}</button>`}
      </div>`;
  }

  #chats(view: WorkplaceView): TemplateResult {
    const { feed } = view.desk;
    if (feed === null) return html`<p class="door muted">${WORDS.checking}</p>`;
    const open = view.selected === null ? undefined : view.conversations.get(view.selected);
    const around = { colleagues: feed.colleagues, quickReplies: view.quickReplies, ending: this.ending };
    const { is } = view.desk.status;
    const presence = { connected: is === "connected" || is === "catching-up", goingOffline: this.goingOffline };
    return html`<div class="chats">
      <div>${topBar(feed, presence, this.#asks)}</div>
      <div class="body ${open === undefined ? "" : "chosen"}">
        ${lists(view, this.#asks)}
        ${open === undefined ? html`<p class="choose muted" tabindex="-1">${WORDS.choose}</p>` : conversationPane(open, around, this.#asks)}
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { door, api } = this.#running;
    const view = this.workplace?.snapshot();
    if (door.at !== "inside") return doorScreen(door, this.#doorAsks);
    if (view === undefined || api === null) return html`<p class="door muted">${WORDS.checking}</p>`;
    const { me } = door;
    const place = placeFor(this.#places.place, me.role);
    const tools = html`<button
      class="quiet icon"
      title=${WORDS.signOut}
      aria-label=${WORDS.signOut}
      @click=${this.#asks.signOut}
    >
      ${icon("leave")}
    </button>`;
    return html`<div class="frame">
      ${rail(place.at, me.role === "supervisor", this.#go, tools)}
      <div class="place">
        <div>${this.#notice(view)}</div>
        ${place.at === "chats" ? this.#chats(view) : this.#elsewhere.show(place.at, { api, me, path: place.path }, this.#go)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-console": RejoinConsole;
  }
}
