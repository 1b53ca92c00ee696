import fc from "fast-check";
import type { Actor, Command, Request } from "../../../worker/core/conversation/commands.ts";
import { LINK_SLUG } from "#protocol/limits.ts";
import type { ConversationState } from "../../../worker/core/conversation/state.ts";
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

/** The portal moves, or is taken away. */
const portal = fc.constantFrom(PORTAL, PORTAL, PORTAL, PORTAL, "https://new.example/", null);
/** Whose assignment a word is about: the present one if it is theirs, or the one before, or the one before that. */
const offer = fc.constantFrom("of:ana", "of:ana", "of:ben", "ago:1", "ago:2");

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
      portalUrl: portal,
    }),
    weight: 4,
  },
  record({ type: fc.constant("revoke-links" as const), linkId: fc.constantFrom(null, "newest") }),
);

export const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: fc.constant<Command>({ type: "clock" }), weight: 3 },
  { arbitrary: fc.constant<Command>({ type: "customer-present" }), weight: 9 },
  { arbitrary: fc.nat(40_000).map<Command>((since) => ({ type: "customer-dropped", since })), weight: 5 },
  {
    arbitrary: fc.constantFrom(...agents).map<Command>((agent) => ({ type: "assign", offerId: "", agent })),
    weight: 9,
  },
  {
    arbitrary: record({
      type: fc.constant("unassign" as const),
      offerId: offer,
      reason: fc.constantFrom("disconnected" as const, "offline" as const),
      at: fc.nat(40_000),
    }),
    weight: 2,
  },
  record({
    type: fc.constant("agent-connection" as const),
    offerId: offer,
    connected: fc.boolean(),
  }),
  record({ type: fc.constant("placed" as const), place: fc.constantFrom(null, 1, 2) }),
  record({ type: fc.constant("link-opened" as const), linkId: fc.nat(30).map((n) => `request-${n}`) }),
  record({
    type: fc.constant("identify" as const),
    subject: fc.constantFrom("s-1", "s-2"),
    name: fc.constantFrom(null, "Samira"),
    device: fc.constantFrom("laptop", "phone"),
  }),
  fc
    .constantFrom(
      { name: "Sam" },
      { name: "Kim", page: "https://shop.example/" },
      { facts: { plan: "pro" } },
      { facts: {} },
      {},
    )
    .map<Command>((told) => ({ type: "context", told })),
  record({
    type: fc.constant("say" as const),
    actor,
    text: fc.constantFrom("hello", LINK_SLUG),
    linkId: fc.constant(""),
    portalUrl: portal,
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

/** How many begin: with nobody there yet, with a customer, with an agent too, or with an agent who has just begun to hold. */
const openings = [
  [],
  [{ after: 100, command: { type: "customer-present" } }],
  [
    { after: 100, command: { type: "customer-present" } },
    { after: 900, command: { type: "assign", offerId: "", agent: { id: "ana", name: "ana" } } },
  ],
  [
    { after: 100, command: { type: "customer-present" } },
    { after: 900, command: { type: "assign", offerId: "", agent: { id: "ana", name: "ana" } } },
    { after: 9_000, command: { type: "customer-dropped", since: 500 } },
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

/**
 * Gives each command the time and the ids that it has in this walk, one by one, as some are of what `state` tells by then. One
 * that is said again is said as it was: about an assignment that is perhaps over.
 */
export function* commandsOf(
  list: Move[],
  start: number,
  state: () => ConversationState,
): Generator<{ now: number; command: Command; isRepeated: boolean }> {
  const said: Command[] = [];
  let now = start;
  for (const [index, move] of list.entries()) {
    now += move.after;
    const earlier = "again" in move ? said[index - move.again] : undefined;
    const fresh: Command = "again" in move ? { type: "clock" } : named(move.command, index, now, state());
    const command = earlier ?? fresh;
    said.push(command);
    yield { now, command, isRepeated: earlier !== undefined };
  }
}

export function named(each: Command, index: number, now: number, state: ConversationState): Command {
  switch (each.type) {
    case "assign":
      return { ...each, offerId: `offer-${index}` };
    case "customer-dropped":
      return { ...each, since: now - each.since };
    case "unassign":
      return { ...each, offerId: offerIn(state, each.offerId), at: now - each.at };
    case "agent-connection":
      return { ...each, offerId: offerIn(state, each.offerId) };
    case "say":
      return { ...each, linkId: `words-${index}` };
    case "request": {
      const id = `request-${index}`;
      return { ...each, id, request: requestIn(state, each.request, id) };
    }
    default:
      return each;
  }
}

function offerIn({ phase, recentRequests }: ConversationState, offerId: string): string {
  const current = phase.state === "active" ? phase.offerId : null;
  if (phase.state === "active" && offerId === `of:${phase.agent.id}`) return phase.offerId;
  const past = recentRequests.filter((id) => id.startsWith("offer") && id !== current);
  return past.at(offerId === "ago:2" ? -2 : -1) ?? "offer-never";
}

function requestIn({ links }: ConversationState, request: Request, id: string): Request {
  if (request.type === "make-link") return { ...request, linkId: id };
  if (request.type !== "revoke-links" || request.linkId === null) return request;
  return { ...request, linkId: links.at(-1)?.id ?? "request-never" };
}
