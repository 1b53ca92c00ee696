import { differences, isSame, valueAt, withValue } from "./json.ts";
import type { Json } from "./json.ts";

/** How it stands with what was typed. */
export type Phase =
  | { readonly is: "resting" }
  | { readonly is: "saved"; readonly at: number }
  | { readonly is: "saving" }
  /** It was not saved, and why; what was typed is all there. */
  | { readonly is: "failed"; readonly text: string }
  /** Somebody else was faster: their changes are in here now, except where this person changed the same. */
  | { readonly is: "overtaken"; readonly text: string };

/** Settings as somebody is changing them. */
export interface Form {
  /** As they were saved last. */
  readonly base: Json;
  readonly rev: number;
  readonly value: Json;
  /** What is wrong, by field. */
  readonly errors: ReadonlyMap<string, string>;
  /** What somebody else set meanwhile where this person set something, too. */
  readonly theirs: ReadonlyMap<string, Json>;
  readonly phase: Phase;
}

export function openForm(base: Json, rev: number): Form {
  return { base, rev, value: base, errors: new Map(), theirs: new Map(), phase: { is: "resting" } };
}

export function isDirty({ base, value }: Form): boolean {
  return !isSame(base, value);
}

function without<V>(map: ReadonlyMap<string, V>, path: string): ReadonlyMap<string, V> {
  return new Map([...map].filter(([at]) => at !== path && !at.startsWith(`${path}.`)));
}

/** Somebody types: what was wrong with this field is no longer said. */
export function edit(form: Form, path: string, to: Json): Form {
  const value = withValue(form.value, path, to);
  const phase: Phase = form.phase.is === "saved" ? { is: "resting" } : form.phase;
  return { ...form, value, phase, errors: without(form.errors, path), theirs: without(form.theirs, path) };
}

export function saving(form: Form): Form {
  return { ...form, phase: { is: "saving" }, errors: new Map() };
}

/** `sent` was stored as `record`. What was typed while it was on its way is kept. */
export function saved(form: Form, sent: Json, record: Json, rev: number, at: number): Form {
  const later = differences(sent, form.value);
  const value = later.reduce((now, path) => withValue(now, path, valueAt(form.value, path)), record);
  return { base: record, rev, value, errors: new Map(), theirs: new Map(), phase: { is: "saved", at } };
}

/** Not stored. `problems` stand at their fields, whatever belongs to none in the words beside the button. */
export function failed(
  form: Form,
  text: string,
  problems: readonly { field: string | null; detail: string }[] = [],
): Form {
  const errors = new Map(problems.flatMap(({ field, detail }) => (field === null ? [] : [[field, detail] as const])));
  return { ...form, phase: { is: "failed", text }, errors };
}

/**
 * Somebody else has saved meanwhile. Their changes are taken over; where this person changed the same field, theirs is shown
 * beside it, and nothing typed is lost.
 */
export function overtaken(form: Form, record: Json, rev: number, text: string): Form {
  const mine = differences(form.base, form.value);
  const value = mine.reduce((now, path) => withValue(now, path, valueAt(form.value, path)), record);
  const theirs = new Map(
    mine.flatMap((path) => {
      const now = valueAt(record, path);
      const unlike = !isSame(now, valueAt(form.base, path)) && !isSame(now, valueAt(form.value, path));
      return unlike ? [[path, now] as const] : [];
    }),
  );
  const next =
    theirs.size > 0 ? "Look at what is marked, and save again." : "Their changes are in the form now; save again.";
  return { base: record, rev, value, errors: new Map(), theirs, phase: { is: "overtaken", text: `${text} ${next}` } };
}

/** The record has changed by something that is no save of this form (a button beside it): what was typed is kept. */
export function refreshed(form: Form, record: Json, rev: number): Form {
  const { value } = overtaken(form, record, rev, "");
  return { ...form, base: record, rev, value };
}

export function discarded(form: Form): Form {
  return openForm(form.base, form.rev);
}
