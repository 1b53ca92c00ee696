/** Reads a value: gives back what is known of it, without the rest, or throws. */
export type Shape<T> = (value: unknown) => T;

/** The shapes of an object's fields. */
export type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K] | (object extends Pick<T, K> ? undefined : never)> };

type Tagged<Tag extends string> = { readonly [K in Tag]: string };

/** What passes the test. */
export function only<T>(test: (value: unknown) => value is T): Shape<T> {
  return (value) => {
    if (test(value)) return value;
    throw new TypeError();
  };
}

export const STRING = only((value) => typeof value === "string");
export const NUMBER = only((value) => typeof value === "number");
export const BOOLEAN = only((value) => typeof value === "boolean");

export function oneOf<const T>(...values: readonly T[]): Shape<T> {
  return only((value): value is T => values.some((known) => known === value));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? value : shape(value));
}

/** Of a field that may be missing. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value) => (value === undefined ? value : shape(value));
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value) => only(Array.isArray)(value).map((item) => shape(item));
}

/** The first shape, or the second where the first does not fit. */
export function or<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value) => {
    try {
      return first(value);
    } catch {
      return second(value);
    }
  };
}

export function object<T extends object>(fields: Fields<T>): Shape<T>;
export function object(fields: Readonly<Record<string, Shape<unknown>>>): Shape<object> {
  // A long gap brings hundreds of the same shape: what can be prepared for all of them is.
  const shapes = Object.entries(fields);
  return (value) => {
    const from: Readonly<Record<string, unknown>> = Object(value);
    return Object.fromEntries(shapes.map(([name, shape]) => [name, shape(from[name])]));
  };
}

/** Objects of several kinds, told apart by one field that names the kind. */
export function kinds<Tag extends string, T extends Tagged<Tag>>(
  tag: Tag,
  shapes: { readonly [K in T[Tag]]: Fields<Omit<Extract<T, { readonly [_ in Tag]: K }>, Tag>> },
): Shape<T>;
export function kinds(tag: string, shapes: Readonly<Record<string, Fields<object>>>): Shape<object> {
  const readers = new Map(Object.entries(shapes).map(([kind, fields]) => [kind, object({ [tag]: STRING, ...fields })]));
  return (value) => {
    const read = readers.get(Object(value)[tag]);
    if (!read) throw new TypeError();
    return read(value);
  };
}

/** What a text holds as JSON; null where there is none, or none of this shape. */
export function parse<T>(shape: Shape<T>, text: string | null): T | null {
  try {
    return shape(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}
