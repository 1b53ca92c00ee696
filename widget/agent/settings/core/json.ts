/** What a form holds: settings as they travel. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };
type Tree = { readonly [name: string]: Json | undefined };

function isTree(value: Json | undefined): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at `a.b.0`; null if there is none. */
export function valueAt(value: Json, path: string): Json {
  let at: Json | undefined = value;
  for (const name of path === "" ? [] : path.split(".")) {
    if (isTree(at)) at = at[name];
    else if (isList(at)) at = at[Number(name)];
    else return null;
  }
  return at ?? null;
}

/** The same with another value at `a.b.0`. */
export function withValue(value: Json, path: string, to: Json): Json {
  if (path === "") return to;
  const [name = "", ...rest] = path.split(".");
  const inner = (now: Json | undefined): Json => withValue(now ?? null, rest.join("."), to);
  if (isList(value)) return value.map((item, n) => (n === Number(name) ? inner(item) : item));
  const tree = isTree(value) ? value : {};
  return { ...tree, [name]: inner(tree[name]) };
}

/** All that is set, by its path. A list counts as one. */
export function leavesOf(value: Json, path = ""): Map<string, Json> {
  if (!isTree(value)) return new Map([[path, value]]);
  const leaves = new Map<string, Json>();
  for (const [name, inner] of Object.entries(value))
    for (const [at, leaf] of leavesOf(inner ?? null, path === "" ? name : `${path}.${name}`)) leaves.set(at, leaf);
  return leaves;
}

export function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The paths at which two values differ. */
export function differences(a: Json, b: Json): string[] {
  const [left, right] = [leavesOf(a), leavesOf(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (path) => !isSame(left.get(path) ?? null, right.get(path) ?? null),
  );
}
