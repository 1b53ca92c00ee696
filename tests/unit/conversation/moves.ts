import fc from "fast-check";
import type { Actor, Command, Request } from "../../../worker/core/conversation/commands.ts";
import { LINK_SLUG } from "#protocol/limits.ts";
import type { Terms } from "../../../worker/core/terms.ts";
import { PORTAL } from "./support.ts";

/** How many lives a walk tries, and by which chance: WALKS=20000 SEED=$RANDOM for a long one. */
export const WALKS = Number(process.env["WALKS"] ?? 300);
export const SEED = Number(process.env["SEED"] ?? 20_261_123);
/** No bound on how long it takes; only on how long a walk that hangs is waited for. */
export const PATIENCE_MS = 30_000 + WALKS * 100;

/** Something happens `after` so many milliseconds; or what happened so many steps ago is said again. */
export type Move = { after: number; command: Command } | { after: number; again: number };

/** Like what comes out of storage: JSON knows no objects without a prototype. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T>(model, { noNullPrototype: true });
const agents = ["ana", "ana", "ben"].map((id) => ({ id, name: id }));
const actor = fc.constantFrom<Actor>(
  { side: "customer" },
  { side: "agent", agentId: "ana", role: "agent" },
  { side: "agent", agentId: "ana", role: "agent" },
  { side: "agent", agentId: "ben", role: "agent" },
  { side: "agent", agentId: "sue", role: "supervisor" },
);

const request: fc.Arbitrary<Request> = fc.oneof(
  { arbitrary: fc.constantFrom<Request>({ type: "extend-hold" }, { type: "give-up-hold" }), weight: 4 },
  { arbitrary: fc.constantFrom<Request>({ type: "set-notes", text: "tea" }, { type: "close" }), weight: 2 },
  fc.constant<Request>({ type: "give-back" }),
  fc.constantFrom<Request>({ type: "end", reason: "ended" }, { type: "end", reason: "started-new" }),
  fc.constantFrom<Request>(
    { type: "transfer", to: { agentId: "ben" } },
    { type: "transfer", to: { workstreamId: "help" } },
  ),
  {
    arbitrary: record({
      type: fc.constant("make-link" as const),
      linkId: fc.constant(""),
      portalUrl: fc.constantFrom(PORTAL, PORTAL, PORTAL, null),
    }),
    weight: 4,
  },
  record({ type: fc.constant("revoke-links" as const), linkId: fc.constant(null) }),
);

export const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: fc.constant<Command>({ type: "clock" }), weight: 3 },
  { arbitrary: fc.constant<Command>({ type: "customer-present" }), weight: 9 },
  { arbitrary: fc.nat(40_000).map<Command>((since) => ({ type: "customer-dropped", since })), weight: 5 },
  {
    arbitrary: fc.constantFrom(...agents).map<Command>((agent) => ({ type: "assign", offerId: "", agent })),
    weight: 9,
  },
  record({
    type: fc.constant("unassign" as const),
    agentId: fc.constantFrom("ana", "ben"),
    reason: fc.constantFrom("disconnected" as const, "offline" as const),
    at: fc.nat(40_000),
  }),
  record({
    type: fc.constant("agent-connection" as const),
    agentId: fc.constantFrom("ana", "ben"),
    connected: fc.boolean(),
  }),
  record({ type: fc.constant("placed" as const), place: fc.constantFrom(null, 1, 2) }),
  record({ type: fc.constant("link-opened" as const), linkId: fc.nat(30).map((n) => `request-${n}`) }),
  record({
    type: fc.constant("identify" as const),
    subject: fc.constantFrom("s-1", "s-2"),
    device: fc.constantFrom("laptop", "phone"),
  }),
  record({
    type: fc.constant("say" as const),
    actor,
    text: fc.constantFrom("hello", LINK_SLUG),
    linkId: fc.constant(""),
    portalUrl: fc.constantFrom(PORTAL, null),
  }),
  {
    arbitrary: record({ type: fc.constant("request" as const), id: fc.constant(""), actor, request }),
    weight: 8,
  },
);

/** Mostly moments, at times as long as a deadline, and now and then a jump over all of them. */
const after = fc.oneof(
  { arbitrary: fc.nat(3_000), weight: 40 },
  { arbitrary: fc.nat(20_000), weight: 12 },
  { arbitrary: fc.constantFrom(0, 10_000, 30_000, 60_000, 120_000), weight: 6 },
  { arbitrary: fc.nat(200_000), weight: 2 },
  fc.constant(86_400_000),
);

/** How many begin: with nobody there yet, with a customer, or with an agent too. */
const openings = [
  [],
  [{ after: 100, command: { type: "customer-present" } }],
  [
    { after: 100, command: { type: "customer-present" } },
    { after: 900, command: { type: "assign", offerId: "", agent: { id: "ana", name: "ana" } } },
  ],
] satisfies Move[][];

export const moves: fc.Arbitrary<Move[]> = fc
  .tuple(
    fc.constantFrom(...openings),
    fc.array(
      fc.oneof(
        { arbitrary: record({ after, command }), weight: 5 },
        record({ after, again: fc.integer({ min: 1, max: 12 }) }),
      ),
      { minLength: 1, maxLength: 40, size: "max" },
    ),
  )
  .map(([opening, list]) => [...opening, ...list]);

export const terms: fc.Arbitrary<Pick<Terms, "reconnect" | "holdSeconds" | "limitSeconds" | "wrapUp">> = record({
  reconnect: fc.boolean(),
  holdSeconds: fc.constantFrom(0, 5, 30, 60, 120),
  limitSeconds: fc.constantFrom(120, 121, 300),
  wrapUp: record({
    blocks: fc.constantFrom("none" as const, "always" as const, 0, 30, 90),
    autoCloseSeconds: fc.constantFrom(0, 30, 60),
  }),
});

/** Gives each command the time and the ids that it has in this walk. */
export function commandsOf(list: Move[], start: number): { now: number; command: Command; isRepeated: boolean }[] {
  const all: { now: number; command: Command; isRepeated: boolean }[] = [];
  let now = start;
  for (const [index, move] of list.entries()) {
    now += move.after;
    if ("again" in move) {
      const earlier = all[index - move.again];
      if (earlier !== undefined) all.push({ now, command: earlier.command, isRepeated: true });
      else all.push({ now, command: { type: "clock" }, isRepeated: false });
    } else {
      all.push({ now, command: named(move.command, index, now), isRepeated: false });
    }
  }
  return all;
}

export function named(each: Command, index: number, now: number): Command {
  if (each.type === "assign") return { ...each, offerId: `offer-${index}` };
  if (each.type === "customer-dropped") return { ...each, since: now - each.since };
  if (each.type === "unassign") return { ...each, at: now - each.at };
  if (each.type === "say") return { ...each, linkId: `words-${index}` };
  if (each.type !== "request") return each;
  const id = `request-${index}`;
  const wish = each.request.type === "make-link" ? { ...each.request, linkId: id } : each.request;
  return { ...each, id, request: wish };
}
