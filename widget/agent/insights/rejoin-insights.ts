import { css, html, LitElement } from "lit";
import type { TemplateResult } from "lit";
import type { Me } from "#protocol/console.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import type { PlaceProperties } from "../elsewhere.ts";
import { look } from "../look.ts";

/** The console's place for figures. */
export class RejoinInsights extends LitElement implements PlaceProperties {
  static override properties = { api: { attribute: false }, me: { attribute: false }, path: {} };
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

  protected override render(): TemplateResult {
    return html`<main class="page">
      <header><h1 tabindex="-1">Insights</h1></header>
      <section class="empty">
        <h2>No figures yet</h2>
        <p>They will say how many customers dropped, how many came back, and what the two clocks cost.</p>
      </section>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-insights": RejoinInsights;
  }
}
