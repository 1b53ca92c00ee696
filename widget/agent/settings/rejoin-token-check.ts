import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { CheckTokenAnswer } from "#protocol/checks.ts";
import type { TokenFinding } from "#protocol/checks.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import { icon } from "../icons.ts";
import { look } from "../look.ts";
import { typed } from "./fields.ts";
import { whyNot } from "./model.ts";
import { settingsStyles } from "./styles.ts";

const NAMES: Record<TokenFinding["field"], string> = {
  form: "Form",
  alg: "Algorithm",
  signature: "Signature",
  aud: "aud, the audience",
  exp: "exp, the expiry",
  nbf: "nbf, not before",
  sub: "sub, the customer",
  name: "name",
};

const VERDICTS: Record<CheckTokenAnswer["verdict"], string> = {
  valid: "This token is accepted.",
  expired: "This token has expired: the chat would ask your page for a fresh one.",
  invalid: "This token is refused.",
  unavailable: "Nothing can be said yet: the key set could not be fetched.",
};

/** Says what is wrong with an identity token, field by field. What is pasted goes to the server alone and is kept nowhere. */
export class RejoinTokenCheck extends LitElement {
  static override properties = {
    api: { attribute: false },
    widgetId: {},
    token: { state: true },
    answer: { state: true },
    trouble: { state: true },
  };
  static override styles = [look, controls, settingsStyles];

  declare api: AgentApi;
  declare widgetId: string;
  declare token: string;
  declare answer: CheckTokenAnswer | null;
  declare trouble: string;

  constructor() {
    super();
    this.token = "";
    this.answer = null;
    this.trouble = "";
  }

  readonly #check = async (event: Event): Promise<void> => {
    event.preventDefault();
    const path = `widgets/${this.widgetId}/check-token`;
    const answer = await this.api.save("POST", path, { token: this.token }, CheckTokenAnswer);
    this.answer = answer.ok ? answer.value : null;
    this.trouble = answer.ok ? "" : whyNot(answer);
  };

  #findings({ verdict, findings }: CheckTokenAnswer): TemplateResult {
    const isFine = verdict === "valid" && findings.every(({ ok }) => ok !== false);
    return html`<p class="verdict ${isFine ? "good" : "bad"}">
        ${icon(isFine ? "check" : "close", 16)}${VERDICTS[verdict]}
      </p>
      <dl class="findings">
        ${findings.map(
          ({ field, ok, detail }) =>
            html`<div class=${ok === null ? "muted" : ok ? "" : "bad"}>
              <dt>${ok === null ? nothing : icon(ok ? "check" : "close", 16)}${NAMES[field]}</dt>
              <dd>${detail}</dd>
            </div>`,
        )}
      </dl>`;
  }

  protected override render(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.#check}>
      <div class="field">
        <label for="token">A token of your backend</label>
        <textarea
          id="token"
          class="code"
          rows="3"
          spellcheck="false"
          autocomplete="off"
          placeholder="eyJhbGciOi…"
          aria-describedby="hint said"
          .value=${this.token}
          @input=${(event: Event) => (this.token = typed(event))}
        ></textarea>
        <p class="hint" id="hint">It is judged as a page's would be, and kept nowhere.</p>
      </div>
      <div class="buttons"><button>Test</button></div>
      <div id="said" role="status" class="form">
        ${this.trouble === "" ? nothing : html`<p class="verdict bad">${this.trouble}</p>`}
        ${this.answer === null ? nothing : this.#findings(this.answer)}
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-token-check": RejoinTokenCheck;
  }
}
