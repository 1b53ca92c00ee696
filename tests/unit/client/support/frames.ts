import fc from "fast-check";

// What a server may say, as plain data: written by the protocol's page, not by either reader.

const instant = fc.integer({ min: 0, max: 2 ** 45 });
const seq = fc.nat(1_000);
const text = fc.string({ maxLength: 12 });
const flag = fc.boolean();
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const side = fc.constantFrom("customer", "agent");
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const is = <T extends string>(value: T) => fc.constant(value);

/** Objects whose optional fields are there, or are not. */
function some(fields: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>> = {}) {
  return fc
    .tuple(fc.record(fields), fc.record(optional, { requiredKeys: [] }))
    .map(([must, may]): Record<string, unknown> => ({ ...must, ...may }));
}

const agent = some({ id, name: text });
const endedBy = fc.constantFrom("customer", "agent", "limit");
const endReason = fc.constantFrom("ended", "started-new", "expired");
const ending = some({ at: instant, by: endedBy, reason: endReason }, { awaySince: instant });

const happening = fc.oneof(
  some({ type: fc.constantFrom("started", "identified", "closed") }),
  some({ type: is("joined"), agent }),
  some({ type: is("left"), agent, reason: fc.constantFrom("gave-back", "transferred", "disconnected", "offline") }),
  some({ type: is("away"), since: instant, holdUntil: orNull(instant) }),
  some({ type: is("back"), afterSeconds: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
  some({ type: is("hold-extended"), until: instant }),
  some({ type: is("hold-over"), agent, givenUp: flag }),
  some({ type: is("link-made"), linkId: text, by: side }),
  some({ type: is("links-revoked"), linkIds: fc.array(text, { maxLength: 2 }) }),
  some({ type: is("ended"), by: endedBy, reason: endReason }),
);
const entry = fc.oneof(
  some({ seq, at: instant, kind: is("message"), id: text, from: side, text }, { agent, linkId: text }),
  some({ seq, at: instant, kind: is("event"), what: happening }),
);
const entries = fc.array(entry, { maxLength: 3 });

const customer = fc.oneof(
  some({ at: is("present") }),
  some({ at: is("away"), since: instant, resumableUntil: instant }, { holdUntil: instant }),
);
const phase = fc.oneof(
  some({ state: is("open"), customer, place: orNull(fc.nat(30)) }, { previousAgent: agent }),
  some({ state: is("active"), customer, agent, agentConnected: flag }),
  some({ state: is("waiting"), customer, previousAgent: agent }),
  some({ state: is("wrap-up"), agent, ended: ending, closesAt: instant }),
  some({ state: is("closed"), ended: ending, closedAt: instant }),
);
const view = some(
  {
    conversationId: text,
    startedAt: instant,
    reconnect: flag,
    customer: some({ name: orNull(text), verified: flag }),
    phase,
  },
  { holdSeconds: fc.nat() },
);
const seen = some({ customer: seq, agent: seq });

/** Every frame that a customer's socket may hear. */
export const serverFrames: readonly fc.Arbitrary<Record<string, unknown>>[] = [
  some({
    type: is("welcome"),
    epoch: text,
    head: seq,
    mode: fc.constantFrom("resumed", "snapshot"),
    entries,
    hasBefore: flag,
    more: flag,
    view,
    seen,
    serverTime: instant,
  }),
  some({ type: is("page"), entries, head: seq, more: flag }),
  some({ type: is("history"), before: seq, entries, hasBefore: flag }),
  some({ type: is("update"), entries, serverTime: instant }, { view }),
  some({ type: is("ack"), id: text }, { seq, at: instant, url: text, linkId: text }),
  some({ type: is("nack"), id: text, code: text }),
  some({ type: is("typing"), from: side, on: flag }),
  some({ type: is("seen"), seen }),
  some({ type: is("error"), code: text }, { ref: text }),
  some({ type: is("bye"), code: fc.nat(5_000) }),
];

export const access = some({ conversationId: id, credential: text, identityUntil: orNull(instant) });

const via = fc.constantFrom("link", "credential", "identity");
const offer = some(
  { agentName: orNull(text), awaySince: orNull(instant), holdUntil: orNull(instant), resumableUntil: orNull(instant) },
  { customerName: orNull(text) },
);
const refused = some({ answer: is("refused"), reason: fc.constantFrom("identity-invalid", "identity-expired") });

export const resumeAnswer = fc.oneof(
  some({ answer: is("resume"), access, via, drop: flag }),
  some({ answer: is("offer"), offer, drop: flag }),
  some({
    answer: is("ended"),
    redirectUrl: orNull(text),
    ended: orNull(ending),
    access: orNull(access),
    via,
    drop: flag,
  }),
  some({ answer: is("none"), drop: flag }),
  refused,
);
export const startAnswer = fc.oneof(some({ answer: is("started"), access, joined: flag }), refused);

/** What nobody expects in a field: another type, another kind, another number, or names that every object knows. */
const surprise = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", 0, -1, 1.5, 2 ** 60, [], {}, ["message"], ["x"]),
  fc.constantFrom("unknown", "constructor", "toString", "__proto__", "valueOf", "hasOwnProperty", "teleported"),
  fc.constantFrom("message", "event", "closed", "away", "ended", "agent", "customer", "welcome", "bye", "refused"),
  fc.stringMatching(/^[A-Za-z0-9_\-. é]{0,70}$/),
  fc.jsonValue({ maxDepth: 1 }),
);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (!isObject(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (!isObject(value)) return value;
  const inner = changed(value[key], rest, change);
  if (Array.isArray(value))
    return value.flatMap((item, at) => (String(at) === key ? (inner === undefined ? [] : [inner]) : [item]));
  const { [key]: _, ...others } = value;
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** The same with up to three mishaps somewhere in it: a field dropped, of another type or kind, or one that nobody knows. */
export function mishandled(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const mishap = fc.oneof(
    surprise.map((value) => () => value),
    fc.constant(() => undefined),
    fc.tuple(fc.constantFrom("hue", "at", "type", "kind", "name", "drop", "toString"), surprise).map(
      ([name, extra]) =>
        (value: unknown) =>
          isObject(value) && !Array.isArray(value) ? { ...value, [name]: extra } : value,
    ),
  );
  return fc.tuple(whole, fc.array(fc.tuple(fc.nat(), mishap), { maxLength: 3 })).map(([value, mishaps]) =>
    mishaps.reduce<unknown>((now, [at, change]) => {
      const places = placesIn(now);
      return changed(now, places[at % places.length] ?? [], change);
    }, value),
  );
}
