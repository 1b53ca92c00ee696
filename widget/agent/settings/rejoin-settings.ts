import { css, html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Me } from "#protocol/console.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import type { PlaceProperties } from "../elsewhere.ts";
import { look } from "../look.ts";
import { refusalText } from "../refusals.ts";
import type { Around, Question } from "./around.ts";
import { askedDialog, leavingDialog } from "./asking.ts";
import { clockStyles } from "./clock-styles.ts";
import { listStyles } from "./list-styles.ts";
import { ModelController } from "./model-controller.ts";
import { tabs } from "./page-head.ts";
import { openDialogs } from "./question-dialog.ts";
import { formOf, page, SECTIONS, sectionOf } from "./sections.ts";
import { settingsStyles } from "./styles.ts";

const place = css`
  :host {
    display: block;
    overflow-y: auto;
  }
`;

/** The console's place for what an owner sets. */
export class RejoinSettings extends LitElement implements PlaceProperties {
  static override properties = {
    api: { attribute: false },
    me: { attribute: false },
    path: {},
    shown: { state: true },
    question: { state: true },
  };
  static override styles = [look, controls, settingsStyles, clockStyles, listStyles, place];

  declare api: AgentApi;
  declare me: Me;
  declare path: string;
  /** What is on the screen: `path`, unless that would leave something unsaved behind and nobody has said what to do with it. */
  declare shown: string;
  declare question: Question | null;
  /** The page that was come to last. */
  #arrivedAt: string | null = null;
  readonly #running = new ModelController(this);

  constructor() {
    super();
    this.path = "";
    this.shown = "";
    this.question = null;
  }

  readonly #go = (path: string): void => {
    this.dispatchEvent(new CustomEvent("rejoin-go", { detail: { path } }));
  };

  protected override willUpdate(): void {
    const model = this.#running.use(this.api, this.me.agentId);
    const form = formOf(this.shown);
    if (this.path === this.shown) return;
    const leaves = form !== formOf(this.path) && model.dirty().includes(form);
    if (leaves) return;
    if (formOf(this.path) !== form) model.said = "";
    this.shown = this.path;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    openDialogs(this.renderRoot);
    if (this.#arrivedAt !== this.shown && this.#running.model.known.is === "known") this.#arrive();
    // Somebody came here by a link of ours: the keyboard goes where reading begins.
    if (
      changed.has("shown") &&
      changed.get("shown") !== undefined &&
      this.renderRoot instanceof ShadowRoot &&
      this.renderRoot.activeElement === null
    )
      this.renderRoot.querySelector<HTMLElement>(".head h2")?.focus({ preventScroll: true });
  }

  /** Another page begins at its top; where the sections are a row, the present one is in sight. */
  #arrive(): void {
    this.#arrivedAt = this.shown;
    this.scrollTop = 0;
    this.renderRoot
      .querySelector(".sections [aria-current=page]")
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  #questions(): TemplateResult {
    const { model } = this.#running;
    const key = formOf(this.shown);
    const leaves = this.path !== this.shown && model.dirty().includes(key);
    const moves = { stay: () => this.#go(this.shown), go: () => this.requestUpdate() };
    return html`${leaves ? leavingDialog(model, key, moves) : nothing}
    ${askedDialog(this.question, () => (this.question = null))}`;
  }

  protected override render(): TemplateResult {
    const { model } = this.#running;
    const { known, said } = model;
    const section = sectionOf(this.shown);
    const items = SECTIONS.map(([path, title]) => ({ path, title, current: path === section }));
    if (known.is !== "known")
      return html`<main class="page">
        <header><h1>Settings</h1></header>
        ${
          known.is === "asking"
            ? html`<p class="empty">One moment…</p>`
            : html`<p class="empty" role="alert">
                ${refusalText(known.code)}<button @click=${() => model.load()}>Try again</button>
              </p>`
        }
      </main>`;
    const around: Around = {
      model,
      settings: known.settings,
      api: this.api,
      me: this.me,
      path: this.shown,
      go: this.#go,
      redraw: () => this.requestUpdate(),
      ask: (question) => (this.question = question),
    };
    return html`<main class="page split">
      <header><h1>Settings</h1></header>
      ${tabs("Settings", items, this.#go, "sections")}
      <div class="content">
        ${said === "" ? nothing : html`<p class="notebox" role="alert">${said} <button type="button" class="plain" @click=${() => model.dismiss()}>Dismiss</button></p>`}
        ${page(around)} ${this.#questions()}
      </div>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-settings": RejoinSettings;
  }
}
