import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { WidgetRecord } from "#protocol/console.ts";
import type { IdentitySettings } from "#protocol/settings.ts";
import type { AgentApi, AgentResult } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import { look } from "../look.ts";
import { exactTime } from "../time.ts";
import { copyable } from "./copy.ts";
import { typed } from "./fields.ts";
import { changeForm, KEEP } from "./keys-form.ts";
import type { KeysDraft } from "./keys-form.ts";
import type { SettingsModel } from "./model.ts";
import { whyNot } from "./model.ts";
import { settingsStyles } from "./styles.ts";

const NO_DRAFT: KeysDraft = {
  kind: "secret",
  algorithm: "RS256",
  pem: "",
  url: "",
  keepOldForSeconds: KEEP[2]?.[0] ?? 0,
};

/** The keys that vouch for customers: what they are, and how they are exchanged without anybody being locked out. */
export class RejoinKeys extends LitElement {
  static override properties = {
    api: { attribute: false },
    model: { attribute: false },
    widget: { attribute: false },
    shown: { state: true },
    draft: { state: true },
    trouble: { state: true },
    problems: { state: true },
  };
  static override styles = [look, controls, settingsStyles];

  declare api: AgentApi;
  declare model: SettingsModel;
  declare widget: WidgetRecord;
  declare shown: boolean;
  /** What is typed for new keys; null while nobody exchanges them. */
  declare draft: KeysDraft | null;
  declare trouble: string;
  declare problems: ReadonlyMap<string, string>;

  constructor() {
    super();
    this.shown = false;
    this.draft = null;
    this.trouble = "";
    this.problems = new Map();
  }

  get #path(): string {
    return `widgets/${this.widget.widgetId}`;
  }

  async #do(ask: (api: AgentApi) => Promise<AgentResult<unknown>>): Promise<void> {
    const answer = await this.model.carryOut(ask, this.#path);
    if (answer.ok) {
      this.trouble = "";
      this.problems = new Map();
      this.draft = null;
      this.shown = false;
    } else {
      this.trouble = answer.problems.length === 0 ? whyNot(answer) : "";
      this.problems = new Map(answer.problems.map(({ field, detail }) => [field ?? "", detail]));
    }
  }

  readonly #change = (keys: object | undefined, keepOldForSeconds: number): void => {
    const body = { ...(keys !== undefined && { keys }), keepOldForSeconds, rev: this.widget.rev };
    void this.#do((api) => api.save("POST", `${this.#path}/keys`, body, WidgetRecord));
  };

  #present({ keys }: IdentitySettings): TemplateResult {
    switch (keys.kind) {
      case "secret":
        return html`<p>Tokens are signed with <strong>HS256</strong> by this secret, taken as text.</p>
          ${copyable(keys.secret, "The secret", { hidden: !this.shown })}`;
      case "public-key":
        return html`<p>Tokens are signed with <strong>${keys.algorithm}</strong>; this is the public key.</p>
          ${copyable(keys.pem, "The public key")}`;
      case "jwks":
        return html`<p>Tokens are signed with <strong>${keys.algorithm}</strong>, by a key of the set at</p>
          ${copyable(keys.url, "The key set's address")}`;
    }
  }

  #showing(): TemplateResult {
    return html`<button type="button" aria-pressed=${this.shown} @click=${() => (this.shown = !this.shown)}>
      ${this.shown ? "Hide the secret" : "Show the secret"}
    </button>`;
  }

  #previous({ previous }: IdentitySettings): TemplateResult | typeof nothing {
    if (previous === undefined || previous === null || previous.until <= Date.now()) return nothing;
    return html`<p class="notebox">
      The keys before these are still good until ${exactTime(previous.until)}.
      <button
        type="button"
        class="plain"
        @click=${() => this.#do((api) => api.save("DELETE", `${this.#path}/keys/previous`, undefined, WidgetRecord))}
      >
        End them now
      </button>
    </p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { identity } = this.widget;
    if (identity === undefined) return nothing;
    const draft = this.draft;
    return html`<div class="form">
      <h3>Identity keys</h3>
      ${this.#present(identity)} ${this.#previous(identity)}
      ${this.trouble === "" ? nothing : html`<p class="error" role="alert">${this.trouble}</p>`}
      <div class="buttons">
        ${identity.keys.kind === "secret" ? this.#showing() : nothing}
        ${
          draft === null
            ? html`<button type="button" @click=${() => (this.draft = NO_DRAFT)}>Change the keys</button>`
            : nothing
        }
      </div>
      ${
        draft === null
          ? nothing
          : changeForm(draft, this.problems, {
              edit: (name, event) =>
                (this.draft = { ...draft, [name]: name === "keepOldForSeconds" ? Number(typed(event)) : typed(event) }),
              change: this.#change,
              cancel: () => (this.draft = null),
            })
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-keys": RejoinKeys;
  }
}
