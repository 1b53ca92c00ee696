import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { clockTime } from "../time.ts";
import type { Around, BoundForm } from "./around.ts";
import { isDirty } from "./core/form.ts";
import type { Form } from "./core/form.ts";

function state(form: Form): { text: string; kind: string } {
  const { phase } = form;
  switch (phase.is) {
    case "saving":
      return { text: "Saving…", kind: "muted" };
    case "failed": {
      const count = form.errors.size;
      if (count === 0) return { text: phase.text, kind: "bad" };
      return {
        text: `Not saved. ${count === 1 ? "One field needs" : `${count} fields need`} your attention.`,
        kind: "bad",
      };
    }
    case "overtaken":
      return { text: phase.text, kind: "bad" };
    case "resting":
    case "saved":
      if (isDirty(form)) return { text: "Not saved yet", kind: "muted" };
      return phase.is === "saved"
        ? { text: `Saved ${clockTime(phase.at)}`, kind: "good" }
        : { text: "", kind: "muted" };
  }
}

/** How it stands with what was typed, and what can be done about it. The place for it is always there. */
export function saveBar({ key, form }: BoundForm, { model }: Around, does = "Save"): TemplateResult {
  const { text, kind } = state(form);
  const dirty = isDirty(form);
  const busy = form.phase.is === "saving";
  return html`<div class="savebar">
    <p class=${kind} role="status">${text}</p>
    <div class="buttons">
      ${dirty ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => model.discard(key)}>Discard</button>` : nothing}
      <button type="submit" class="main" ?disabled=${busy || !dirty}>${does}</button>
    </div>
  </div>`;
}

/** A form that saves with Enter and by its button; what is wrong then gets the keyboard. */
export function savingForm(
  bound: BoundForm,
  around: Around,
  content: TemplateResult,
  { does, saved }: { does?: string; saved?: () => void } = {},
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const { currentTarget } = event;
    void around.model.save(bound.key).then(async (done) => {
      if (done) return saved?.();
      await new Promise((drawn) => requestAnimationFrame(drawn));
      if (currentTarget instanceof HTMLElement)
        currentTarget.querySelector<HTMLElement>('[aria-invalid="true"], .theirs button')?.focus();
    });
  };
  return html`<form class="form saving" novalidate @submit=${submit}>${content} ${saveBar(bound, around, does)}</form>`;
}
