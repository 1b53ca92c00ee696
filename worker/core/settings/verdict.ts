import type { Issue } from "#protocol/decode.ts";

/** One thing that is wrong, as a sentence for people, and the field (`a.b.c`) that it is to stand at; null: the whole. */
export interface FieldProblem {
  field: string | null;
  detail: string;
}

/** Why a save is refused; nothing of it was stored. `field` and `detail` are those of the first problem, by its name in the protocol. */
export interface SettingsRefusal extends FieldProblem {
  ok: false;
  code: "hold-above-limit" | "invalid-settings";
  /** Everything that is wrong. */
  problems: FieldProblem[];
}
export type SettingsVerdict<T> = { ok: true; value: T } | SettingsRefusal;

/** A problem of the rules that more than one field has a part in. */
export interface Breach extends FieldProblem {
  code: SettingsRefusal["code"];
}

export function invalid(field: string | null, detail: string): Breach {
  return { code: "invalid-settings", field, detail };
}

/** `value`, unless some rule is broken. */
export function judge<T>(value: T, breaches: readonly (Breach | null)[]): SettingsVerdict<T> {
  const broken = breaches.filter((breach) => breach !== null);
  const [first] = broken;
  if (first === undefined) return { ok: true, value };
  const problems = broken.map(({ field, detail }) => ({ field, detail }));
  return { ok: false, ...first, problems };
}

/** What reading a value came to, with all that is wrong with its fields. */
export function verdictOf<T>(
  read: { ok: true; value: T } | { ok: false; issues: readonly [Issue, ...Issue[]] },
): SettingsVerdict<T> {
  if (read.ok) return read;
  const [{ field, problem }] = read.issues;
  return {
    ok: false,
    code: "invalid-settings",
    field,
    detail: field === null ? problem : `${field}: ${problem}`,
    problems: read.issues.map((issue) => ({ field: issue.field, detail: sentence(issue.problem) })),
  };
}

/** "must not be empty" as a sentence that can stand under its field. */
function sentence(problem: string): string {
  const [first = "", ...rest] = problem;
  return `${first.toUpperCase()}${rest.join("")}${problem.endsWith(".") ? "" : "."}`;
}
