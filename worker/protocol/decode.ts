import * as v from "valibot";

/** A value that was read, or the reason why it could not be, and in which field (`a.b.c`) that lies. */
export type Decoded<T> = { ok: true; value: T } | { ok: false; problem: string; field: string | null };

/** Checks a value against a schema. Unknown fields are dropped, so that newer peers can say more than we know. */
export function check<S extends v.GenericSchema>(schema: S, value: unknown): Decoded<v.InferOutput<S>> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { ok: false, problem: path === null ? issue.message : `${path}: ${issue.message}`, field: path };
}

/** One thing that is wrong with a value: in which field (`a.b.c`; null: the whole), and what. */
export interface Issue {
  field: string | null;
  problem: string;
}

/** Checks a value and says everything that is wrong with it, each field once: for forms, where people correct what they read. */
export function checkAll<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): { ok: true; value: v.InferOutput<S> } | { ok: false; issues: [Issue, ...Issue[]] } {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const said = new Map<string | null, Issue>();
  for (const issue of result.issues) {
    const field = v.getDotPath(issue);
    if (!said.has(field)) said.set(field, { field, problem: issue.message });
  }
  const [first, ...rest] = said.values();
  return { ok: false, issues: [first ?? { field: null, problem: "cannot be read" }, ...rest] };
}

/** Reads JSON text and checks it. Nothing that came over a wire is used before it went through here. */
export function decode<S extends v.GenericSchema>(schema: S, text: string): Decoded<v.InferOutput<S>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: "not JSON", field: null };
  }
  return check(schema, value);
}

/** The `type` of a frame that no schema knows, to answer it by name; null if there is none. */
export function frameType(text: string): string | null {
  const frame = decode(v.object({ type: v.pipe(v.string(), v.maxLength(64)) }), text);
  return frame.ok ? frame.value.type : null;
}
