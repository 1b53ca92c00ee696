import { html, LitElement, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { QuickReply } from "#protocol/settings.ts";
import { controls } from "../controls.ts";
import { icon } from "../icons.ts";
import { look } from "../look.ts";
import { WORDS } from "../words.ts";
import { composerStyles } from "./composer-styles.ts";
import type { Composed, Mode } from "./composed.ts";
import { nameButton, noteButton } from "./composer-buttons.ts";
import { composes, steer } from "./composer-keys.ts";
import { matching, namingAt, placed } from "./quick-replies.ts";
import type { Naming } from "./quick-replies.ts";
import { replyList } from "./reply-list.ts";

/** The box one writes in: Enter sends, Shift+Enter breaks the line, `/` finds quick replies, and a note is told apart by its look. */
export class RejoinComposer extends LitElement {
  static override properties = {
    of: { attribute: false },
    draft: { attribute: false },
    mode: { attribute: false },
    mayReply: { attribute: false },
    disabled: { attribute: false },
    placeholder: { attribute: false },
    replies: { attribute: false },
    fill: { attribute: false },
    naming: { state: true },
    active: { state: true },
    noteText: { state: true },
  };
  static override styles = [look, controls, composerStyles];

  /** The conversation's id: with another one, everything begins anew. */
  declare of: string | null;
  declare draft: string;
  declare mode: Mode;
  declare mayReply: boolean;
  /** Nobody can be spoken to at the moment; what is written stays. */
  declare disabled: boolean;
  declare placeholder: string;
  declare replies: readonly QuickReply[];
  /** Fills a reply's slugs in. */
  declare fill: (text: string) => string;
  declare naming: Naming | null;
  declare active: number;
  declare noteText: string;

  constructor() {
    super();
    this.of = null;
    this.draft = "";
    this.mode = "reply";
    this.mayReply = true;
    this.disabled = false;
    this.placeholder = "";
    this.replies = [];
    this.fill = (text) => text;
    this.naming = null;
    this.active = 0;
    this.noteText = "";
  }

  get #box(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  get #found(): readonly QuickReply[] {
    return this.naming === null ? [] : matching(this.replies, this.naming.query);
  }

  get #text(): string {
    return this.mode === "note" ? this.noteText : this.draft;
  }

  override focus(): void {
    this.#box?.focus();
  }

  /** Begins to name a quick reply where the caret is. */
  startNaming(): void {
    const box = this.#box;
    if (box === null || this.mode === "note") return;
    const at = box.selectionStart;
    const before = box.value.slice(0, at);
    const slash = before === "" || /\s$/.test(before) ? "/" : " /";
    this.#put(before + slash + box.value.slice(at), at + slash.length);
    this.#name();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("of")) [this.naming, this.noteText] = [null, ""];
  }

  #tell(detail: Composed): void {
    this.dispatchEvent(new CustomEvent("composed", { detail }));
  }

  #put(text: string, caret: number): void {
    const box = this.#box;
    if (box === null) return;
    box.value = text;
    box.focus();
    box.setSelectionRange(caret, caret);
    this.#tell({ do: "draft", text });
  }

  #name(): void {
    const box = this.#box;
    const naming = box === null || this.mode === "note" ? null : namingAt(box.value, box.selectionStart);
    if (naming?.query !== this.naming?.query) this.active = 0;
    this.naming = naming;
  }

  readonly #typed = (): void => {
    const text = this.#box?.value ?? "";
    if (this.mode === "note") {
      this.noteText = text;
      return this.#tell({ do: "noting", text });
    }
    this.#tell({ do: "draft", text });
    this.#name();
  };

  readonly #choose = (reply: QuickReply | undefined): void => {
    const { naming } = this;
    if (naming === null || reply === undefined) return;
    this.naming = null;
    const { text, caret } = placed(this.#box?.value ?? "", naming, this.fill(reply.text));
    this.#put(text, caret);
  };

  readonly #submit = (): void => {
    if (this.#text.trim() === "") return;
    if (this.mode === "note") {
      this.#tell({ do: "note", text: this.noteText.trim() });
      this.noteText = "";
    } else if (!this.disabled) this.#tell({ do: "send" });
    this.#box?.focus();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (composes(event)) return;
    if (this.naming !== null && this.#steer(event)) return event.preventDefault();
    // From here on the console's own keys work.
    if (event.key === "Escape") return this.#box?.blur();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.#submit();
  };

  /** Keys while replies are offered; whether it was one of theirs. */
  #steer(event: KeyboardEvent): boolean {
    const found = this.#found;
    const step = steer(event, this.active, found.length);
    if (step.do === "move") this.active = step.to;
    else if (step.do === "leave") this.naming = null;
    else if (step.do === "choose") this.#choose(found[this.active]);
    return step.do !== "nothing";
  }

  protected override render(): TemplateResult {
    const { mode, disabled, naming, active } = this;
    const isNote = mode === "note";
    const found = this.#found;
    const open = naming !== null;
    return html`${replyList(open ? found : null, active, this.fill, this.#choose)}
      <div class="box ${mode}">
        ${isNote ? html`<p class="kind">${icon("note", 16)} ${WORDS.notesHint}</p>` : nothing}
        <textarea
          rows="1"
          aria-label=${isNote ? WORDS.noteLabel : WORDS.replyLabel}
          aria-autocomplete=${isNote ? nothing : "list"}
          aria-controls=${open ? "replies" : nothing}
          aria-activedescendant=${open && found.length > 0 ? `reply-${active}` : nothing}
          placeholder=${isNote ? WORDS.notePlaceholder : this.placeholder}
          maxlength=${isNote ? 8_000 : nothing}
          .value=${live(this.#text)}
          @input=${this.#typed}
          @keydown=${this.#pressed}
          @click=${this.#name.bind(this)}
          @blur=${() => (this.naming = null)}
        ></textarea>
        <div class="under">
          ${isNote ? nothing : nameButton(this.startNaming.bind(this))}
          <slot name="tools"></slot>
          ${this.mayReply ? noteButton(isNote, () => this.#tell({ do: "mode", mode: isNote ? "reply" : "note" })) : nothing}
          <button class="main go" ?disabled=${(!isNote && disabled) || this.#text.trim() === ""} @click=${this.#submit}>
            ${isNote ? WORDS.addNote : WORDS.send}
          </button>
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-composer": RejoinComposer;
  }
}
