import { html, LitElement } from "lit";
import type { TemplateResult } from "lit";
import type { Chat } from "../client/customer.ts";
import type { Workplace } from "../agent/workplace.ts";
import { controls } from "../agent/controls.ts";
import { look } from "../agent/look.ts";
import { Seconds } from "../agent/seconds.ts";
import { demoStyles } from "./demo-styles.ts";
import { factsOf, newsOf, NOTHING } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { factsTable, newsList } from "./known.ts";
import type { News } from "./known.ts";

type Side = "customer" | "agent";

/** News kept on the screen. */
const NEWS_SHOWN = 40;

/** Both sides of a conversation, to talk between, to drop and to bring back; and what each of them knows. */
export class RejoinDemo extends LitElement {
  static override properties = { news: { state: true }, dropped: { state: true } };
  static override styles = [look, controls, demoStyles];

  declare news: readonly News[];
  declare dropped: Readonly<Record<Side, boolean>>;
  #facts: Record<Side, Facts> = { customer: NOTHING, agent: NOTHING };
  readonly #opened = new Set<string>();
  readonly #seconds = new Seconds(this);

  constructor() {
    super();
    this.news = [];
    this.dropped = { customer: false, agent: false };
  }

  get #chat(): Chat | null {
    return this.querySelector("rejoin-chat")?.chat ?? null;
  }

  get #workplace(): Workplace | null {
    return this.querySelector("rejoin-console")?.workplace ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seconds.want(true);
    // Either side says when it has something new to show.
    for (const side of this.children) side.addEventListener("rejoin-changed", this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const side of this.children) side.removeEventListener("rejoin-changed", this.#look);
  }

  /** The conversation that the agent has open; the only one there is, to begin with. */
  #agentFacts(now: number): Facts {
    const view = this.#workplace?.snapshot();
    if (view === undefined) return NOTHING;
    const open =
      (view.selected === null ? undefined : view.conversations.get(view.selected)) ??
      [...view.conversations.values()].at(-1);
    return open === undefined ? { ...NOTHING, connection: view.desk.status.is } : factsOf(open, now);
  }

  /** What comes to an agent who looks at nothing is opened at once, and only once; whoever is at something stays there. */
  #openNew(): void {
    const workplace = this.#workplace;
    const view = workplace?.snapshot();
    const active = view?.desk.feed?.mine.filter(({ state }) => state === "active") ?? [];
    const fresh = active.find(({ conversationId }) => !this.#opened.has(conversationId));
    for (const { conversationId } of active) this.#opened.add(conversationId);
    if (fresh !== undefined && view?.selected === null) workplace?.select(fresh.conversationId);
  }

  readonly #look = (): void => {
    this.#openNew();
    const now = Date.now();
    const chat = this.#chat?.snapshot();
    const next = { customer: chat === undefined ? NOTHING : factsOf(chat, now), agent: this.#agentFacts(now) };
    const fresh = (["customer", "agent"] as const).flatMap((side) =>
      newsOf(this.#facts[side], next[side]).map((text): News => ({ at: now, side, text })),
    );
    this.#facts = next;
    if (fresh.length > 0) this.news = [...fresh.toReversed(), ...this.news].slice(0, NEWS_SHOWN);
    else this.requestUpdate();
  };

  #toggle(side: Side): void {
    const line = side === "customer" ? this.#chat : this.#workplace;
    if (this.dropped[side]) line?.return();
    else line?.drop();
    this.dropped = { ...this.dropped, [side]: !this.dropped[side] };
  }

  #side(side: Side, title: string, drop: string): TemplateResult {
    const dropped = this.dropped[side];
    return html`<section class="side" aria-label=${title}>
      <h2>${title}</h2>
      <div class="bar">
        <button @click=${() => this.#toggle(side)}>${dropped ? "Return" : drop}</button>
      </div>
      <slot name=${side}></slot>
    </section>`;
  }

  /** The console's session is the browser's: whoever is signed in on this server is the agent here, too. */
  #who(): string {
    const name = this.#workplace?.snapshot().desk.feed?.me.name;
    if (name === undefined) return "";
    return `The agent is ${name}: whoever is signed in on this server in this browser, or else the demo's own agent.`;
  }

  protected override render(): TemplateResult {
    return html`
      <h1>Rejoin</h1>
      <p class="muted">
        Start a chat, and answer it in the console. Drop either side, write meanwhile, and return. ${this.#who()}
      </p>
      <div class="sides">
        ${this.#side("customer", "The customer, on the site", "Drop the customer's connection")}
        ${this.#side("agent", "The agent, in the console", "Drop the agent's connection")}
      </div>
      <div class="known">${factsTable(this.#facts.customer, this.#facts.agent)} ${newsList(this.news)}</div>
    `;
  }
}
