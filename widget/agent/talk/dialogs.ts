import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { WorkstreamRecord } from "#protocol/console.ts";
import type { Colleague } from "#protocol/desk-frames.ts";
import { closeModal, modal } from "../modal.ts";
import { PRESENCE, WORDS } from "../words.ts";
import { byRoom, snagOf, snagText } from "./targets.ts";

/** Whom a conversation is handed to. */
export type Target = { agentId: string } | { workstreamId: string };

export interface DialogAsks {
  end(): void;
  transfer(to: Target): void;
  closeDialog(): void;
}

/** Asks once, since an end can't be taken back. */
export function endDialog(asks: DialogAsks): TemplateResult {
  const sure = (event: Event): void => {
    closeModal(event);
    asks.end();
  };
  return modal(
    WORDS.reallyEnd,
    html`<p>${WORDS.endHint}</p>
      <div class="buttons">
        <button @click=${closeModal}>${WORDS.no}</button>
        <button class="main" autofocus @click=${sure}>${WORDS.yesEnd}</button>
      </div>`,
    asks.closeDialog,
  );
}

function colleague(other: Colleague, units: number): TemplateResult {
  const { id, name, presence, connected, used, capacity } = other;
  const shown = connected ? presence : "offline";
  const snag = snagText(snagOf(other, units), units);
  return html`<label class="target">
    <input type="radio" name="to" value="agent ${id}" />
    <span class="dot ${shown}" aria-hidden="true"></span>
    <span>${name}${snag === "" ? nothing : html`<span class="muted tiny snag">${snag}</span>`}</span>
    <span class="muted tiny">${PRESENCE[shown]}, ${used}/${capacity}</span>
  </label>`;
}

function workstream({ workstreamId, name }: WorkstreamRecord): TemplateResult {
  return html`<label class="target">
    <input type="radio" name="to" value="workstream ${workstreamId}" /><span>${name}</span>
  </label>`;
}

function targetOf(form: HTMLFormElement): Target | null {
  const to = new FormData(form).get("to");
  const [kind, id] = typeof to === "string" ? to.split(" ") : [];
  if (id === undefined) return null;
  return kind === "agent" ? { agentId: id } : { workstreamId: id };
}

/** Fewer than these are looked through at a glance. */
const MANY = 8;

/** Leaves those in sight whose names have what was typed; whoever is chosen stays. */
function narrow({ target }: Event): void {
  if (!(target instanceof HTMLInputElement)) return;
  const words = target.value.trim().toLowerCase();
  for (const row of target.form?.querySelectorAll<HTMLElement>(".target") ?? [])
    row.hidden = row.querySelector(":checked") === null && !row.textContent.toLowerCase().includes(words);
}

/** There is nothing to do before somebody is chosen. */
function choose({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLFormElement)) return;
  const sure = currentTarget.querySelector<HTMLButtonElement>("button.main");
  if (sure !== null) sure.disabled = targetOf(currentTarget) === null;
}

/** To whom: agents with what they have room for, or the queue of another workstream. `units`: what the conversation takes. */
export function transferDialog(
  colleagues: readonly Colleague[],
  workstreams: readonly WorkstreamRecord[],
  units: number,
  asks: DialogAsks,
): TemplateResult {
  const chosen = (event: Event): void => {
    event.preventDefault();
    const to = event.target instanceof HTMLFormElement ? targetOf(event.target) : null;
    closeModal(event);
    if (to !== null) asks.transfer(to);
  };
  // A row goes along when its agent gets another place: whoever is chosen stays it.
  const group = <Row>(
    title: string,
    rows: readonly Row[],
    id: (row: Row) => string,
    of: (row: Row) => TemplateResult,
  ) =>
    rows.length === 0
      ? nothing
      : html`<fieldset>
          <legend class="muted tiny">${title}</legend>
          ${repeat(rows, id, of)}
        </fieldset>`;
  return modal(
    WORDS.transfer,
    html`<form @submit=${chosen} @change=${choose}>
      <p class="muted">${WORDS.transferHint}</p>
      ${
        colleagues.length + workstreams.length < MANY
          ? nothing
          : html`<input type="search" aria-label=${WORDS.narrow} placeholder=${WORDS.narrow} @input=${narrow} />`
      }
      <div class="targets">
        ${group(
          WORDS.toAgent,
          byRoom(colleagues, units),
          ({ id }) => id,
          (other) => colleague(other, units),
        )}
        ${group(WORDS.toWorkstream, workstreams, ({ workstreamId }) => workstreamId, workstream)}
      </div>
      <div class="buttons">
        <button type="button" @click=${closeModal}>${WORDS.no}</button>
        <button class="main" disabled>${WORDS.transfer}</button>
      </div>
    </form>`,
    asks.closeDialog,
  );
}
