import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { AgentApi } from "../client/agent.ts";
import { AlertsController } from "./alerts/alerts-controller.ts";
import { youMenu } from "./alerts/you-menu.ts";
import { createAsking } from "./asks/asking.ts";
import type { AskHost } from "./asks/asking.ts";
import { conversationAsks } from "./asks/conversation-asks.ts";
import { deskAsks } from "./asks/desk-asks.ts";
import { obedience, openConversation } from "./asks/obedience.ts";
import { obey } from "./asks/obey.ts";
import { BackController } from "./back-controller.ts";
import { chats } from "./chats.ts";
import { ConsoleController } from "./console-controller.ts";
import { doorScreen } from "./door-screens.ts";
import { selectsNothing } from "../parts/double-click.ts";
import { Elsewhere } from "./elsewhere.ts";
import { FocusKeeper } from "./focus-keeper.ts";
import { KeysController } from "./keys-controller.ts";
import { lineNotice } from "./line-notice.ts";
import { LatelyController } from "./past/lately-controller.ts";
import { PastController } from "./past/past-controller.ts";
import { SearchController } from "./past/search-controller.ts";
import { placeFor } from "./place.ts";
import type { Place } from "./place.ts";
import { PlaceController } from "./place-controller.ts";
import { rail } from "./rail.ts";
import { FIRST_SCREEN } from "./screen.ts";
import type { Screen } from "./screen.ts";
import { Seconds } from "./seconds.ts";
import { consoleStyles } from "./styles/console-styles.ts";
import { toast } from "./toast.ts";
import { Trouble } from "./trouble.ts";
import { WORDS } from "./words.ts";
import type { Workplace } from "./workplace.ts";

/** What a place tells the agent about what they last did: `<rejoin-settings>` and its like send it as `rejoin-said`. */
export type SaidEvent = CustomEvent<{ text: string }>;

/** The agents' console: `<rejoin-console>`. `routed`, it keeps its place in the page's address. */
export class RejoinConsole extends LitElement implements AskHost {
  static override properties = {
    server: {},
    routed: { type: Boolean },
    theme: { reflect: true },
    screen: { state: true },
  };
  static override styles = consoleStyles;

  /** The server's origin; the page's own if none is given. */
  declare server: string;
  /** The page is the console's own. */
  declare routed: boolean;
  /** Light or dark, or as the system is: what the agent wants in this browser. */
  declare theme: "auto" | "light" | "dark";
  declare screen: Screen;
  readonly past = new PastController(this);
  readonly finder = new SearchController(this);
  readonly lately = new LatelyController(this);
  readonly #running = new ConsoleController(this);
  readonly #places = new PlaceController(this);
  readonly #elsewhere = new Elsewhere(this);
  readonly #seconds = new Seconds(this);
  readonly #trouble = new Trouble();
  readonly #asking = createAsking(this);
  readonly #asks = { ...deskAsks(this, this.#asking), ...conversationAsks(this, this.#asking) };
  readonly #alerts = new AlertsController(
    this,
    (id) => this.#asks.open(id),
    (said) => this.show({ said }),
  );
  readonly #youAsks = {
    prefer: this.#alerts.prefer.bind(this.#alerts),
    askToNotify: () => void this.#alerts.askToNotify(),
    askKeys: () => this.show({ dialog: "keys" }),
    signOut: this.#asks.signOut,
  };
  readonly #doorAsks = {
    signIn: (token: string, name: string) => this.#running.signIn(token, name),
    retry: () => this.#running.retry(),
  };
  readonly #hear = (event: Event): void => {
    if (event instanceof CustomEvent) this.show({ said: (event as SaidEvent).detail.text });
  };
  readonly #go = (place: Place): void => {
    if (place.at === "chats") this.workplace?.refresh();
    this.#places.go(place);
  };

  /** What lies over the list: a conversation, and its details over that. */
  readonly #depth = (): number => {
    if (this.past.reading !== null) return 1;
    return openConversation(this.workplace) === null ? 0 : this.screen.detailed ? 2 : 1;
  };
  readonly #closeTo = (depth: number): void => (depth === 0 ? this.#asks.leave() : this.show({ detailed: false }));

  constructor() {
    super();
    this.server = "";
    this.routed = false;
    this.theme = "auto";
    this.screen = FIRST_SCREEN;
    this.addEventListener("rejoin-said", this.#hear);
    new FocusKeeper(this, () => this.renderRoot.querySelector<HTMLElement>(".body [tabindex='-1'], .door button"));
    this.addEventListener("mousedown", selectsNothing());
    new BackController(this, { depth: this.#depth, close: this.#closeTo });
    const can = obedience(this, this.#asks, this.#youAsks.askKeys);
    new KeysController(
      this,
      (command) => (command === "help" || this.#places.place.at === "chats") && obey(command, can),
    );
  }

  /** The agent's clients; null while nobody is signed in. */
  get workplace(): Workplace | null {
    return this.#running.workplace;
  }

  get api(): AgentApi | null {
    return this.#running.api;
  }

  show(change: Partial<Screen>): void {
    this.screen = { ...this.screen, ...change };
  }

  signOut(): void {
    this.screen = FIRST_SCREEN;
    this.past.leave();
    this.finder.close();
    void this.#running.signOut();
  }

  focusComposer(naming: boolean): void {
    const composer = this.renderRoot.querySelector("rejoin-composer");
    composer?.focus();
    if (naming) composer?.startNaming();
  }

  focusSearch(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#search")?.focus());
  }

  protected override willUpdate(): void {
    if (this.isConnected) this.#running.use(this.server === "" ? location.origin : this.server);
    this.theme = this.#alerts.preferences.theme;
    const { door, api } = this.#running;
    const feed = this.workplace?.snapshot().desk.feed;
    if (door.at !== "inside" || api === null || !feed) return;
    this.lately.follow(
      api,
      door.me.agentId,
      feed.mine.map(({ conversationId }) => conversationId),
    );
    const open = openConversation(this.workplace);
    this.lately.follows(api, open?.backstage?.subject ?? null, open?.conversationId ?? null);
  }

  protected override updated(): void {
    // Clocks run on this screen as long as somebody works at it.
    this.#seconds.want(this.workplace !== null);
    this.dispatchEvent(new CustomEvent("rejoin-changed"));
  }

  protected override render(): TemplateResult {
    const { door, api } = this.#running;
    const view = this.workplace?.snapshot();
    if (door.at !== "inside") return doorScreen(door, this.#doorAsks);
    if (view === undefined || api === null) return html`<p class="door muted">${WORDS.checking}</p>`;
    const { me } = door;
    const place = placeFor(this.#places.place, me.role);
    const { said } = this.#alerts;
    return html`<div class="frame">
      ${rail(place.at, me.role === "supervisor", this.#go, youMenu(me.name, this.#alerts.preferences, this.#youAsks), this.#alerts.needing)}
      <div class="place">
        <div>${lineNotice(view, this.#trouble, Date.now(), this.#asks.reconnect)}</div>
        ${
          place.at === "chats"
            ? chats(view, me, this, this.routed, this.#asks)
            : this.#elsewhere.show(place.at, { api, me, path: place.path }, this.#go)
        }
      </div>
      ${toast(this.screen.said, this.#asks.dismiss)}
      <p class="unseen" aria-live="assertive">${said.urgent === "" ? nothing : said.urgent}</p>
      <p class="unseen" aria-live="polite">${said.polite === "" ? nothing : said.polite}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-console": RejoinConsole;
  }
}
