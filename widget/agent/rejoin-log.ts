import { html, LitElement } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { Line } from "../client/customer.ts";
import { controls } from "./controls.ts";
import { FocusKeeper } from "./focus-keeper.ts";
import type { LogWords } from "../parts/log-rows.ts";
import { logStyles } from "./log-styles.ts";
import { createLogView } from "../parts/log-view.ts";
import type { LogView } from "../parts/log-view.ts";
import { look } from "./look.ts";

/** A conversation's transcript. Emits `log-action`, whose detail is a `LogAction`. */
export class RejoinLog extends LitElement {
  static override properties = {
    of: { attribute: false },
    lines: { attribute: false },
    words: { attribute: false },
    hasBefore: { attribute: false },
    busy: { attribute: false },
    typing: { attribute: false },
  };
  static override styles = [look, controls, logStyles];

  /** The conversation's id: with another one, everything begins anew. */
  declare of: string | null;
  declare lines: readonly Line[];
  declare words: LogWords;
  declare hasBefore: boolean;
  /** While missed lines come in they are not read out one by one. */
  declare busy: boolean;
  declare typing: boolean;
  #view: LogView | null = null;

  constructor() {
    super();
    this.of = null;
    this.lines = [];
    this.hasBefore = false;
    this.busy = false;
    this.typing = false;
    // The button of a row can go with its row.
    new FocusKeeper(this, () => this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Keys scroll it, too.
    this.tabIndex = 0;
    this.role = "group";
    this.ariaLabel = this.words.label;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.dispose();
    this.#view = null;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const rows = this.renderRoot.querySelector("div");
    if (!this.isConnected || rows === null) return;
    this.#view ??= createLogView(this, rows, (detail) => this.dispatchEvent(new CustomEvent("log-action", { detail })));
    const { of, lines, words, hasBefore, busy, typing } = this;
    this.#view.show({ of, lines, words, hasBefore, busy, typing, hint: "" });
  }

  protected override render(): TemplateResult {
    return html`<div></div>`;
  }
}
