import { html, LitElement, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Happening } from "#protocol/entries.ts";
import type { Delivery, Line } from "../client/customer.ts";
import { arrange } from "./arrange.ts";
import type { MessageLine, Row } from "./arrange.ts";
import { controls } from "./controls.ts";
import { logStyles } from "./log-styles.ts";
import { look } from "./look.ts";
import { clockTime, dayName, exactTime } from "./time.ts";

/** What a transcript says on one side of the conversation. */
export interface LogWords {
  label: string;
  earlier: string;
  retry: string;
  discard: string;
  typing: string;
  /** Null for what this side is not told. */
  event(what: Happening): string | null;
  delivery(delivery: Delivery): string;
}

/** What a person does in a transcript. */
export type LogAction = { do: "resend" | "discard"; key: string } | { do: "earlier" } | { do: "seen"; seq: number };

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
  #fromEnd = 0;
  #seen = 0;

  constructor() {
    super();
    this.of = null;
    this.lines = [];
    this.hasBefore = false;
    this.busy = false;
    this.typing = false;
    this.addEventListener("scroll", () => this.#look(), { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Keys scroll it, too.
    this.tabIndex = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#fromEnd = changed.has("of") ? 0 : this.scrollHeight - this.scrollTop - this.clientHeight;
    if (changed.has("of")) this.#seen = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const [before, now] = [changed.get("lines"), this.lines];
    const grewAbove = before !== undefined && before[0]?.key !== now[0]?.key;
    if (this.#fromEnd < NEAR_PX) this.scrollTop = this.scrollHeight;
    else if (grewAbove) this.scrollTop = this.scrollHeight - this.clientHeight - this.#fromEnd;
    this.#look();
  }

  /** Whoever looks at the end has read it. */
  #look(): void {
    const newest = this.lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    const atEnd = this.scrollHeight - this.scrollTop - this.clientHeight < NEAR_PX;
    if (document.hidden || !atEnd || newest <= this.#seen) return;
    this.#seen = newest;
    this.#tell({ do: "seen", seq: newest });
  }

  #tell(detail: LogAction): void {
    this.dispatchEvent(new CustomEvent("log-action", { detail }));
  }

  #under(line: MessageLine, show: boolean): TemplateResult | typeof nothing {
    const { key, at, mine, delivery } = line;
    if (mine && delivery.is === "failed") {
      return html`<p class="under bad">
        ${this.words.delivery(delivery)}
        <button class="plain" @click=${() => this.#tell({ do: "resend", key })}>${this.words.retry}</button>
        <button class="plain" @click=${() => this.#tell({ do: "discard", key })}>${this.words.discard}</button>
      </p>`;
    }
    return show
      ? html`<p class="under">
          <time title=${exactTime(at)}>${clockTime(at)}</time>${mine ? ` · ${this.words.delivery(delivery)}` : ""}
        </p>`
      : nothing;
  }

  #row(row: Row): TemplateResult {
    if (row.is === "day") return html`<p class="day">${dayName(row.at, Date.now())}</p>`;
    if (row.is === "event") return html`<p class="event" title=${exactTime(row.at)}>${row.text}</p>`;
    const { line, first, last, newestOfMine } = row;
    const { mine, delivery, agentName, text } = line;
    const unsure = mine && (delivery.is === "waiting" || delivery.is === "sending" || delivery.is === "failed");
    return html`<div
      class="message ${mine ? "mine" : ""} ${first ? "first" : ""} ${last ? "last" : ""} ${unsure ? "unsure" : ""}"
    >
      ${first && agentName !== null && !mine ? html`<p class="author">${agentName}</p>` : nothing}
      <div class="bubble" dir="auto">${text}</div>
      ${this.#under(line, mine ? newestOfMine : last)}
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words, lines, hasBefore, busy, typing } = this;
    return html`
      ${hasBefore ? html`<button class="earlier plain" @click=${() => this.#tell({ do: "earlier" })}>${words.earlier}</button>` : nothing}
      <div role="log" aria-label=${words.label} aria-busy=${busy ? "true" : "false"}>
        ${repeat(
          arrange(lines, (what) => words.event(what)),
          ({ key }) => key,
          (row) => this.#row(row),
        )}
      </div>
      <p class="typing">${typing ? words.typing : nothing}</p>
    `;
  }
}
