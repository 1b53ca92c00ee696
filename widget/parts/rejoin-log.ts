import { html, LitElement, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Line } from "../client/customer.ts";
import { arrange } from "./arrange.ts";
import { controls } from "./controls.ts";
import { FocusKeeper } from "./focus-keeper.ts";
import { logRow } from "./log-rows.ts";
import type { LogAction, LogWords } from "./log-rows.ts";
import { logStyles } from "./log-styles.ts";
import { look } from "./look.ts";

/** Closer to its end than this, a transcript follows what is new, in CSS pixels. */
const NEAR_PX = 48;

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
  /** Where the person left it: how far from the end, in CSS pixels. */
  #fromEnd = 0;
  #seen = 0;
  readonly #resized = new ResizeObserver(() => this.#settle());

  constructor() {
    super();
    this.of = null;
    this.lines = [];
    this.hasBefore = false;
    this.busy = false;
    this.typing = false;
    // The button of a row can go with its row.
    new FocusKeeper(this, () => this);
    this.addEventListener("scroll", () => this.#look(), { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Keys scroll it, too.
    this.tabIndex = 0;
    this.role = "group";
    this.ariaLabel = this.words.label;
    this.#resized.observe(this);
    document.addEventListener("visibilitychange", this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    document.removeEventListener("visibilitychange", this.#look);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("of")) return;
    this.#fromEnd = 0;
    this.#seen = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("lines")?.[0]?.key;
    const grewAbove = before !== undefined && before !== this.lines[0]?.key;
    if (grewAbove) this.scrollTop = this.scrollHeight - this.clientHeight - this.#fromEnd;
    this.#settle();
  }

  /** Whoever was at the end stays there, whatever grows or shrinks. */
  #settle(): void {
    if (this.#fromEnd < NEAR_PX) this.scrollTop = this.scrollHeight;
    this.#look();
  }

  /** Whoever looks at the end has read it. */
  readonly #look = (): void => {
    this.#fromEnd = this.scrollHeight - this.scrollTop - this.clientHeight;
    const newest = this.lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    if (document.hidden || this.#fromEnd >= NEAR_PX || newest <= this.#seen) return;
    this.#seen = newest;
    this.#tell({ do: "seen", seq: newest });
  };

  readonly #tell = (detail: LogAction): void => {
    this.dispatchEvent(new CustomEvent("log-action", { detail }));
  };

  protected override render(): TemplateResult {
    const { words, lines, hasBefore, busy, typing } = this;
    const earlier = html`<button class="earlier plain" @click=${() => this.#tell({ do: "earlier" })}>
      ${words.earlier}
    </button>`;
    return html`
      ${hasBefore ? earlier : nothing}
      <div role="log" aria-label=${words.label} aria-busy=${busy ? "true" : "false"}>
        ${repeat(
          arrange(lines, (what) => words.event(what)),
          ({ key }) => key,
          (row) => logRow(row, words, this.#tell),
        )}
      </div>
      <p class="typing">${typing ? words.typing : nothing}</p>
    `;
  }
}
