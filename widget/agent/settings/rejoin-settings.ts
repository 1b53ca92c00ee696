import { css, html, LitElement } from "lit";
import type { TemplateResult } from "lit";
import type { Me, SettingsAnswer } from "#protocol/console.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import type { PlaceProperties } from "../elsewhere.ts";
import { look } from "../look.ts";
import { refusalText } from "../refusals.ts";
import { longSpan } from "../time.ts";

type Known = { is: "asking" } | { is: "refused"; code: string } | { is: "known"; settings: SettingsAnswer };

/** The console's place for what an owner sets; to be read, for now. */
export class RejoinSettings extends LitElement implements PlaceProperties {
  static override properties = {
    api: { attribute: false },
    me: { attribute: false },
    path: {},
    known: { state: true },
  };
  static override styles = [
    look,
    controls,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
    `,
  ];

  declare api: AgentApi;
  declare me: Me;
  declare path: string;
  declare known: Known;

  constructor() {
    super();
    this.known = { is: "asking" };
  }

  protected override firstUpdated(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.known = { is: "asking" };
    const answer = await this.api.settings();
    this.known = answer.ok ? { is: "known", settings: answer.value } : { is: "refused", code: answer.code };
  }

  protected override render(): TemplateResult {
    const { known } = this;
    return html`<main class="page">
      <header><h1 tabindex="-1">Settings</h1></header>
      ${
        known.is === "known"
          ? lists(known.settings)
          : known.is === "asking"
            ? html`<p class="empty">One moment…</p>`
            : html`<p class="empty" role="alert">
                ${refusalText(known.code)}<button @click=${() => this.#ask()}>Try again</button>
              </p>`
      }
    </main>`;
  }
}

function lists({ widgets, workstreams, agents, quickReplies }: SettingsAnswer): TemplateResult {
  const clocks = ({ reconnect, limitSeconds }: SettingsAnswer["widgets"][number]): string =>
    reconnect.enabled
      ? `kept for ${longSpan(reconnect.previousAgentForSeconds * 1_000)}, resumable for ${longSpan(limitSeconds * 1_000)}`
      : "reconnect is off";
  const section = (title: string, rows: readonly TemplateResult[]): TemplateResult =>
    html`<section class="card">
      <h2>${title}</h2>
      <ul>
        ${rows}
      </ul>
    </section>`;
  return html`${section(
    "Widgets",
    widgets.map((widget) => html`<li>${widget.name}: ${clocks(widget)}</li>`),
  )}
  ${section(
    "Workstreams",
    workstreams.map(({ name, units }) => html`<li>${name}: ${units} ${units === 1 ? "unit" : "units"}</li>`),
  )}
  ${section(
    "Agents",
    agents.map(({ name, role, capacity }) => html`<li>${name}: ${role}, ${capacity} units</li>`),
  )}
  ${section(
    "Quick replies",
    quickReplies.map(({ shortcut, text }) => html`<li>/${shortcut}: ${text}</li>`),
  )}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-settings": RejoinSettings;
  }
}
