import fc from "fast-check";
import type { Rules } from "../support/shop.ts";
import { WEATHER } from "./people/network.ts";
import type { Weather } from "./people/network.ts";

/**
 * One thing that happens to somebody. All of it is data, so that a run can be printed, repeated and shrunk. `n` picks one of
 * those who are there; where nobody is, nothing happens.
 */
export type Step =
  | { do: PageStep; n: number }
  | { do: "open" | "sign-out" | "open-link"; n: number }
  | { do: "sign-in"; n: number; as: "ann" | "bob" }
  | { do: "weather"; n: number; is: Weather }
  | { do: "agent"; n: number; does: AgentAct }
  | { do: "agent-weather"; n: number; is: Weather }
  | { do: "kill" }
  /** The devices' clocks are set, forwards or back. */
  | { do: "clock"; byMs: number }
  | { do: "wait"; ms: number };

/** What happens to a customer's page. */
const PAGE_STEPS = [
  "say",
  "burst",
  "reload",
  "crash",
  "leave",
  "freeze",
  "thaw",
  "cache",
  "link",
  "end",
  "start-new",
  "dismiss",
  "read",
  "type",
  "earlier",
] as const;
export type PageStep = (typeof PAGE_STEPS)[number];

const AGENT_ACTS = [
  "say",
  "flood",
  "read",
  "end",
  "extend",
  "give-up",
  "give-back",
  "transfer",
  "close",
  "accept",
  "decline",
  "take",
  "away",
  "offline",
  "available",
  "reload",
  "crash",
  "freeze",
  "thaw",
] as const;
export type AgentAct = (typeof AGENT_ACTS)[number];

/** A whole run: the rules of a shop of its own, and what happens there. */
export interface Plan {
  rules: Rules;
  steps: readonly Step[];
}

const n = fc.nat(7);
const page = (does: PageStep) => fc.record({ do: fc.constant(does), n });
const agent = (does: AgentAct) => fc.record({ do: fc.constant("agent" as const), n, does: fc.constant(does) });

/** Talk is most of what happens, mishaps are plenty, and ends are few: what is over teaches little. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: page("say") },
  { weight: 4, arbitrary: page("burst") },
  { weight: 12, arbitrary: agent("say") },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("weather" as const), n, is: fc.constantFrom(...WEATHER) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("agent-weather" as const), n, is: fc.constantFrom(...WEATHER) }),
  },
  { weight: 4, arbitrary: page("reload") },
  { weight: 4, arbitrary: page("crash") },
  { weight: 6, arbitrary: fc.constantFrom(...PAGE_STEPS).chain(page) },
  { weight: 8, arbitrary: fc.constantFrom(...AGENT_ACTS).chain(agent) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("open" as const), n }) },
  { weight: 3, arbitrary: page("link") },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("open-link" as const), n }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("sign-in" as const),
      n,
      as: fc.constantFrom("ann" as const, "bob" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sign-out" as const), n }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("kill" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      byMs: fc.constantFrom(-3_600_000, -90_000, 90_000, 3_600_000),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(10, 30, 100, 300, 1_200) }),
  },
);

const rules: fc.Arbitrary<Rules> = fc.record({
  enabled: fc.constantFrom(true, true, true, false),
  limitSeconds: fc.constantFrom(2, 1_200),
  holdSeconds: fc.constantFrom(0, 1, 2),
  prompt: fc.constantFrom("return" as const, "always" as const, "never" as const),
  blocks: fc.constantFrom<NonNullable<Rules["blocks"]>>("none", "none", 1, "always"),
  offer: fc.constantFrom<NonNullable<Rules["offer"]>>(
    { mode: "automatic", seconds: 60 },
    { mode: "automatic", seconds: 60 },
    { mode: "by-hand", seconds: 1 },
  ),
});

export const plans = (longest: number): fc.Arbitrary<Plan> =>
  fc.record({ rules, steps: fc.array(step, { minLength: 1, maxLength: longest, size: "max" }) });
