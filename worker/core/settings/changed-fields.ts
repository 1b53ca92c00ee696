import type { ChangedField, ChangedValue } from "#protocol/changes.ts";

/** Longer texts are cut in the record of changes: it says what changed, it is no copy. */
const SHOWN_CHARS = 300;
/** Never shown, whatever their value. */
const SECRET = /(^|\.)secret$/;

type Leaves = Map<string, ChangedValue>;

function shown(field: string, value: ChangedValue, mark: (secret: string) => string): ChangedValue {
  if (SECRET.test(field)) return value === null ? null : mark(String(value));
  if (typeof value === "string" && value.length > SHOWN_CHARS) return `${value.slice(0, SHOWN_CHARS)}…`;
  return value;
}

function leavesOf(value: unknown, path: string, into: Leaves): Leaves {
  if (Array.isArray(value)) into.set(path, value.map(String));
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) leavesOf(inner, path === "" ? name : `${path}.${name}`, into);
  else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") into.set(path, value);
  else into.set(path, null);
  return into;
}

function same(a: ChangedValue, b: ChangedValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What differs between two states of a setting, leaf by leaf; null for one that is not there. `mark` makes of a secret something
 * that tells it from another and gives nothing of it away.
 */
export function changedFields(before: unknown, after: unknown, mark: (secret: string) => string): ChangedField[] {
  const [was, is] = [leavesOf(before ?? {}, "", new Map()), leavesOf(after ?? {}, "", new Map())];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [old, now] = [was.get(field) ?? null, is.get(field) ?? null];
    return same(old, now) ? [] : [{ field, before: shown(field, old, mark), after: shown(field, now, mark) }];
  });
}
