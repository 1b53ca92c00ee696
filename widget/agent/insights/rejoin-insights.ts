import { html, LitElement } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { Me, SettingsAnswer } from "#protocol/console.ts";
import { InsightsAnswer } from "#protocol/insights.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import type { PlaceProperties } from "../elsewhere.ts";
import { look } from "../look.ts";
import { refusalText } from "../refusals.ts";
import { filters } from "./filters.ts";
import { answering, clocks, endings, holds, load, recovery, returning, tiles, waiting } from "./sections.ts";
import { insightsStyles } from "./styles.ts";
import { type InsightsView, pathOf, queryOf, viewIn } from "./view.ts";

type Shown =
  | { is: "asking" }
  | { is: "refused"; code: string }
  | { is: "known"; answer: InsightsAnswer; query: string };

const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The console's place for figures: how many dropped and came back, what holds cost, and what that suggests for the two clocks. */
export class RejoinInsights extends LitElement implements PlaceProperties {
  static override properties = {
    api: { attribute: false },
    me: { attribute: false },
    path: {},
    shown: { state: true },
    settings: { state: true },
    busy: { state: true },
  };
  static override styles = [look, controls, insightsStyles];

  declare api: AgentApi;
  declare me: Me;
  declare path: string;
  declare shown: Shown;
  declare settings: SettingsAnswer | null;
  declare busy: boolean;
  /** Counts the questions: an answer to an older one is not shown. */
  #asked = 0;

  constructor() {
    super();
    this.path = "";
    this.shown = { is: "asking" };
    this.settings = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("path")) void this.#ask();
  }

  protected override firstUpdated(): void {
    void this.api.settings().then((answer) => {
      if (answer.ok) this.settings = answer.value;
    });
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.busy = true;
    const query = queryOf(viewIn(this.path), Date.now(), ZONE);
    const answer = await this.api.read(`insights?${query}`, InsightsAnswer);
    if (asked !== this.#asked) return;
    this.busy = false;
    this.shown = answer.ok ? { is: "known", answer: answer.value, query } : { is: "refused", code: answer.code };
  }

  #go(view: InsightsView): void {
    this.dispatchEvent(new CustomEvent("rejoin-go", { detail: { path: pathOf(view) }, bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    return html`<main class="page">
      <header>
        <h1 tabindex="-1">Insights</h1>
        ${
          shown.is === "known" && shown.answer.conversations.count > 0
            ? html`<a class="button" href=${this.api.address(`insights.csv?${shown.query}`)} download
                >Download as CSV</a
              >`
            : ""
        }
      </header>
      ${filters(viewIn(this.path), this.settings, (view) => this.#go(view))}
      <div class=${this.busy && shown.is === "known" ? "page-body stale" : "page-body"} aria-busy=${String(this.busy)}>
        ${this.#body()}
      </div>
    </main>`;
  }

  #body(): TemplateResult {
    const { shown } = this;
    switch (shown.is) {
      case "asking":
        return html`<p class="empty">One moment…</p>`;
      case "refused":
        return html`<p class="empty" role="alert">
          ${refusalText(shown.code)} <button @click=${() => this.#ask()}>Try again</button>
        </p>`;
      case "known":
        return shown.answer.conversations.count === 0 ? nothingYet() : figures(shown.answer);
    }
  }
}

function nothingYet(): TemplateResult {
  return html`<section class="empty">
    <h2>No ended conversations in this period</h2>
    <p>
      Once some have ended, this page says how many customers dropped and came back, how long they were away, what
      holding agents for them cost, and whether the two clocks should be shorter or longer.
    </p>
  </section>`;
}

function figures(answer: InsightsAnswer): TemplateResult {
  return html`${tiles(answer)} ${clocks(answer)}
    <div class="cards">
      ${recovery(answer)} ${holds(answer)} ${returning(answer)} ${waiting(answer)} ${answering(answer)}
      ${endings(answer)} ${load(answer)}
    </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-insights": RejoinInsights;
  }
}
