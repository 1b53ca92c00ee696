import { css, html, LitElement } from "lit";
import type { TemplateResult } from "lit";
import { controls } from "../controls.ts";
import { look } from "../look.ts";
import type { Json } from "./core/json.ts";

type View = "talk" | "greeting" | "closed";

const VIEWS: readonly (readonly [View, string])[] = [
  ["talk", "Chat"],
  ["greeting", "Greeting"],
  ["closed", "Closed"],
];

/** How long typing has to rest before the preview follows. */
const REST_MS = 250;

/**
 * The real widget, in a page of its own (`/preview`), with what stands in the form: the page answers its widget's questions from
 * here in place of the server. Nothing is saved, nobody can chat in it, and it takes the keyboard from nobody.
 */
export class RejoinPreview extends LitElement {
  static override properties = { widgetId: {}, value: { attribute: false }, view: { state: true } };
  static override styles = [
    look,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        align-self: start;
        position: sticky;
        inset-block-start: 24px;
      }
      .frame {
        overflow: hidden;
        block-size: 540px;
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      iframe {
        display: block;
        inline-size: 125%;
        block-size: 125%;
        border: 0;
        transform: scale(0.8);
        transform-origin: 0 0;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      .views {
        display: flex;
        gap: 2px;
      }
      .views [aria-pressed="true"] {
        background: var(--tint);
        font-weight: 600;
      }
      @media (forced-colors: active) {
        .views [aria-pressed="true"] {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare widgetId: string;
  declare value: Json;
  /** In the middle of a conversation, before it, or closed. */
  declare view: View;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.widgetId = "";
    this.value = null;
    this.view = "talk";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), changed.has("view") ? 0 : REST_MS);
  }

  readonly #show = (): void => {
    const { widgetId, value, view } = this;
    const page = this.renderRoot.querySelector("iframe")?.contentWindow;
    page?.postMessage({ preview: { widgetId, value, view } }, location.origin);
  };

  protected override render(): TemplateResult {
    return html`<header>
        <h3 id="title">Preview</h3>
        <div class="views" role="group" aria-labelledby="title">
          ${VIEWS.map(
            ([view, name]) =>
              html`<button
                type="button"
                class="quiet"
                aria-pressed=${view === this.view}
                @click=${() => (this.view = view)}
              >
                ${name}
              </button>`,
          )}
        </div>
      </header>
      <div class="frame"><iframe title="Preview of the chat" src="/preview" inert @load=${this.#show}></iframe></div>
      <p class="small muted">
        The real chat, with what stands in the form and a made-up conversation. Nobody can chat in it.
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-preview": RejoinPreview;
  }
}
