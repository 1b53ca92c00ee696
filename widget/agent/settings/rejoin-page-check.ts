import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { CheckPageAnswer } from "#protocol/checks.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import { icon } from "../icons.ts";
import { look } from "../look.ts";
import { typed } from "./fields.ts";
import { whyNot } from "./model.ts";
import { settingsStyles } from "./styles.ts";

/** Says whether a page may have the widget, and what to add if not. */
export class RejoinPageCheck extends LitElement {
  static override properties = {
    api: { attribute: false },
    widgetId: {},
    url: { state: true },
    answer: { state: true },
    trouble: { state: true },
    added: { state: true },
    formHref: { attribute: false },
  };
  static override styles = [look, controls, settingsStyles];

  declare api: AgentApi;
  declare widgetId: string;
  declare url: string;
  declare answer: CheckPageAnswer | null;
  declare trouble: string;
  /** The origin that went into the form. */
  declare added: string;
  /** Where that form is. */
  declare formHref: string;

  constructor() {
    super();
    this.url = "";
    this.answer = null;
    this.trouble = "";
    this.added = "";
    this.formHref = "";
  }

  readonly #check = async (event: Event): Promise<void> => {
    event.preventDefault();
    const path = `widgets/${this.widgetId}/check-page`;
    const answer = await this.api.save("POST", path, { url: this.url }, CheckPageAnswer);
    this.added = "";
    this.answer = answer.ok ? answer.value : null;
    this.trouble = answer.ok ? "" : whyNot(answer);
  };

  #add(origin: string): void {
    this.dispatchEvent(new CustomEvent("rejoin-add-origin", { detail: origin }));
    this.answer = null;
    this.added = origin;
  }

  #said(): TemplateResult | typeof nothing {
    const { answer } = this;
    if (this.added !== "")
      return html`<p class="verdict">
        <span
          >${this.added} is in the form. It counts once you save it under
          <a href=${this.formHref}>Site and customers</a>.</span
        >
      </p>`;
    if (this.trouble !== "") return html`<p class="verdict bad">${this.trouble}</p>`;
    switch (answer?.answer) {
      case "allowed":
        return html`<p class="verdict good">${icon("check", 16)}Pages on ${answer.origin} may have this chat.</p>`;
      case "not-allowed":
        return html`<p class="verdict bad">${icon("close", 16)}${answer.detail}</p>
          <div class="buttons">
            <button type="button" @click=${() => this.#add(answer.origin)}>Add ${answer.origin}</button>
          </div>`;
      case "unreadable":
        return html`<p class="verdict">${answer.detail}</p>`;
      case undefined:
        return nothing;
    }
  }

  protected override render(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.#check}>
      <div class="field">
        <label for="url">Address of a page that has the tag</label>
        <div class="row">
          <input
            id="url"
            type="text"
            inputmode="url"
            spellcheck="false"
            autocomplete="off"
            placeholder="https://shop.example/help"
            aria-describedby="said"
            .value=${this.url}
            @input=${(event: Event) => (this.url = typed(event))}
          />
          <button>Check</button>
        </div>
      </div>
      <div id="said" role="status" class="form">${this.#said()}</div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-page-check": RejoinPageCheck;
  }
}
