import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ChangesAnswer } from "#protocol/changes.ts";
import type { SettingsAnswer } from "#protocol/console.ts";
import type { AgentApi } from "../../client/agent.ts";
import { controls } from "../controls.ts";
import { look } from "../look.ts";
import { clockTime, dayName, exactTime } from "../time.ts";
import { changeInWords, fieldsInWords } from "./change-words.ts";
import { listStyles } from "./list-styles.ts";
import { whyNot } from "./model.ts";
import { settingsStyles } from "./styles.ts";

type Said = ChangesAnswer["changes"][number];

/** Who changed what and when, the newest first. */
export class RejoinChanges extends LitElement {
  static override properties = {
    api: { attribute: false },
    settings: { attribute: false },
    changes: { state: true },
    next: { state: true },
    trouble: { state: true },
  };
  static override styles = [look, controls, settingsStyles, listStyles];

  declare api: AgentApi;
  declare settings: SettingsAnswer;
  declare changes: readonly Said[] | null;
  declare next: number | null;
  declare trouble: string;

  constructor() {
    super();
    this.changes = null;
    this.next = null;
    this.trouble = "";
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  readonly #load = async (): Promise<void> => {
    const cursor = this.next === null ? "" : `?cursor=${this.next}`;
    const answer = await this.api.read(`changes${cursor}`, ChangesAnswer);
    this.trouble = answer.ok ? "" : whyNot(answer);
    if (!answer.ok) return;
    this.changes = [...(this.changes ?? []), ...answer.value.changes];
    this.next = answer.value.next;
  };

  readonly #nameOf = (id: string): string => {
    const { workstreams } = this.settings;
    return workstreams.find(({ workstreamId }) => workstreamId === id)?.name ?? id;
  };

  #day(day: string, changes: readonly Said[]): TemplateResult {
    return html`<section>
      <h3 class="muted">${day}</h3>
      <ol class="changes">
        ${changes.map(
          (change) =>
            html`<li class="change">
              <time class="muted" title=${exactTime(change.at)} datetime=${new Date(change.at).toISOString()}
                >${clockTime(change.at)}</time
              >
              <p><strong>${change.by.name}</strong> ${changeInWords(change)}</p>
              <ul>
                ${fieldsInWords(change, this.#nameOf, exactTime).map(
                  ({ name, before, after }) =>
                    html`<li>
                      ${name}: ${before === null ? nothing : html`<del>${before}</del> → `}<ins>${after}</ins>
                    </li>`,
                )}
              </ul>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { changes, trouble } = this;
    const now = Date.now();
    const days = Map.groupBy(changes ?? [], ({ at }) => dayName(at, now));
    return html`<div class="form">
      ${changes === null && trouble === "" ? html`<p class="empty">One moment…</p>` : nothing}
      ${changes?.length === 0 ? html`<p class="empty">Nothing was changed yet.</p>` : nothing}
      ${[...days].map(([day, its]) => this.#day(day, its))}
      ${trouble === "" ? nothing : html`<p class="error" role="alert">${trouble} <button type="button" @click=${this.#load}>Try again</button></p>`}
      ${this.next === null ? nothing : html`<div class="buttons"><button type="button" @click=${this.#load}>Show earlier ones</button></div>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-changes": RejoinChanges;
  }
}
