import { html, LitElement } from "lit";
import type { TemplateResult } from "lit";
import { controls } from "../controls.ts";
import { look } from "../look.ts";
import { copyable } from "./copy.ts";
import type { Example } from "./examples.ts";
import { settingsStyles } from "./styles.ts";

/** Code for several languages, of which one is shown. */
export class RejoinExamples extends LitElement {
  static override properties = { examples: { attribute: false }, shown: { state: true } };
  static override styles = [look, controls, settingsStyles];

  declare examples: readonly Example[];
  declare shown: number;

  constructor() {
    super();
    this.examples = [];
    this.shown = 0;
  }

  /** Arrows go from one to the next, as in any row of tabs. */
  readonly #pressed = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    if (step === 0) return;
    event.preventDefault();
    this.shown = (this.shown + step + this.examples.length) % this.examples.length;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  protected override render(): TemplateResult {
    const example = this.examples[this.shown];
    return html`<div class="tabs" role="tablist" aria-label="Your backend's language" @keydown=${this.#pressed}>
        ${this.examples.map(
          ({ name }, n) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${n}"
              aria-controls="shown"
              aria-selected=${n === this.shown}
              tabindex=${n === this.shown ? 0 : -1}
              @click=${() => (this.shown = n)}
            >
              ${name}
            </button>`,
        )}
      </div>
      <div id="shown" role="tabpanel" aria-labelledby="tab-${this.shown}" class="form">
        <p class="small muted">${example?.needs}</p>
        ${copyable(example?.text ?? "", `Example in ${example?.name ?? ""}`)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-examples": RejoinExamples;
  }
}
