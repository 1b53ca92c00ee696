import { describe, expect, test } from "vitest";
import type { Actor } from "../../../worker/core/conversation/commands.ts";
import {
  type Claim,
  isSameStart,
  mayAct,
  mayEnd,
  mayRead,
  refusalOf,
} from "../../../worker/core/conversation/rights.ts";
import type { Beginning } from "../../../worker/core/conversation/beginning.ts";
import {
  ana,
  asks,
  at,
  ben,
  byAgent,
  clock,
  comes,
  customer,
  drops,
  ends,
  given,
  life,
  signsIn,
  type Step,
} from "./support.ts";

const ANA = byAgent(ana);
const active = [comes(0), given(20, ana)];

describe("who may read it, act on it and end it", () => {
  const waiting: Step[] = [...active, drops(50), clock(400)];
  const PEOPLE: [when: string, steps: Step[], ana: string, ben: string][] = [
    ["open", [comes(0)], "-", "-"],
    ["active", active, "read act end", "-"],
    ["active, away", [...active, drops(50)], "read act end", "-"],
    ["active, with another", [...active, asks(50, ANA, { type: "give-back" }), given(60, ben)], "-", "read act end"],
    ["waiting", waiting, "read end", "-"],
    ["waiting, given back", [...active, drops(50), asks(55, ANA, { type: "give-back" })], "read end", "-"],
    ["back from waiting", [...waiting, comes(500)], "-", "-"],
    ["given back", [...active, asks(50, ANA, { type: "give-back" })], "-", "-"],
    ["wrap-up", [...active, ends(50, customer)], "read act end", "-"],
    ["closed", [...active, ends(50, customer), clock(2000)], "read act end", "-"],
    ["closed while waiting", [...active, drops(50), clock(2000)], "read act end", "-"],
    ["closed while open", [comes(0), ends(50, customer)], "-", "-"],
  ];

  test.each(PEOPLE)("%s", (_when, steps, anas, bens) => {
    const { state } = life({}, ...steps);
    const rightsOf = (actor: Extract<Actor, { side: "agent" }>) => {
      const rights = { read: mayRead(state, actor), act: mayAct(state, actor), end: mayEnd(state, actor) };
      const has = Object.entries(rights).flatMap(([name, isTheirs]) => (isTheirs ? [name] : []));
      return has.length === 0 ? "-" : has.join(" ");
    };
    expect(rightsOf({ side: "agent", agentId: "ana", role: "agent" })).toBe(anas);
    expect(rightsOf({ side: "agent", agentId: "ben", role: "agent" })).toBe(bens);
    expect(rightsOf({ side: "agent", agentId: "ana", role: "supervisor" })).toBe("read act end");
    expect(rightsOf({ side: "agent", agentId: "sue", role: "supervisor" })).toBe("read act end");
    expect([mayAct(state, customer), mayEnd(state, customer)]).toEqual([true, true]);
  });
});

describe("who may have a seat", () => {
  const NOW = at(100);
  const guest = life({}, ...active).state;
  const claimed = life({}, ...active, signsIn(30, "s-1", "laptop")).state;
  const born = life({ subject: "s-1" }, ...active).state;
  const ofCustomer = (generation: number, identityUntil: number | null): Claim => ({
    side: "customer",
    generation,
    identityUntil,
  });
  const ofAgent = (agentId: string, validUntil: number, role: "agent" | "supervisor" = "agent"): Claim => ({
    side: "agent",
    agentId,
    role,
    validUntil,
  });
  const CLAIMS: [what: string, state: typeof guest, claim: Claim, code: number | null][] = [
    ["a guest's own credential", guest, ofCustomer(1, null), null],
    ["a guest's, whose identity nobody asks for", guest, ofCustomer(1, NOW - 1), null],
    ["P11 one from before it was claimed", claimed, ofCustomer(1, null), 4001],
    ["P11 one from before, however fresh the identity", claimed, ofCustomer(1, NOW + 1), 4001],
    ["one from after it was claimed", claimed, ofCustomer(2, NOW + 1), null],
    ["an owned conversation without an identity", born, ofCustomer(1, null), 4020],
    ["an identity until just now", born, ofCustomer(1, NOW), 4020],
    ["a fresh identity", born, ofCustomer(1, NOW + 1), null],
    ["the agent who has it", guest, ofAgent("ana", NOW + 1), null],
    ["the agent who has it, with rights of long ago", guest, ofAgent("ana", NOW), 4201],
    ["an agent who does not", guest, ofAgent("ben", NOW + 1), 4006],
    ["an agent who does not, with rights of long ago", guest, ofAgent("ben", NOW), 4201],
    ["a supervisor", guest, ofAgent("sue", NOW + 1, "supervisor"), null],
    ["a supervisor with rights of long ago", guest, ofAgent("sue", NOW - 1, "supervisor"), 4201],
    [
      "who had it last, while it waits",
      life({}, ...active, drops(50), clock(400)).state,
      ofAgent("ana", NOW + 1),
      null,
    ],
    [
      "who gave it back",
      life({}, ...active, asks(50, ANA, { type: "give-back" })).state,
      ofAgent("ana", NOW + 1),
      4006,
    ],
    ["its customer, after the end", life({}, ...active, ends(50, ANA)).state, ofCustomer(1, null), null],
  ];

  test.each(CLAIMS)("%s → %j", (_what, state, claim, code) => {
    expect(refusalOf(state, claim, NOW)).toBe(code);
  });
});

describe("whether a start leads to a conversation that is there", () => {
  const guest = life({}, ...active).state;
  const owned = life({ subject: "s-1" }, ...active).state;
  const STARTS: [what: string, state: typeof guest, startId: string, subject: string | null, isSame: boolean][] = [
    ["the very start that made it", guest, "start", null, true],
    ["another guest's", guest, "other", null, false],
    ["a verified customer's under a guest's start", guest, "start", "s-1", false],
    ["its customer's", owned, "start", "s-1", true],
    ["T05 its customer's from another device", owned, "other", "s-1", true],
    ["another customer's, even under the same start", owned, "start", "s-2", false],
    ["a guest's under a customer's start", owned, "start", null, false],
    [
      "P11 the guest's that made it, when it was claimed",
      life({}, signsIn(1, "s-1", "laptop")).state,
      "start",
      null,
      false,
    ],
  ];

  test.each(STARTS)("%s", (_what, state, startId, subject, isSame) => {
    const start: Beginning = {
      id: "talk",
      startId,
      terms: state.terms,
      device: "phone",
      customer: { name: null, nameSigned: false, subject, page: null, facts: {} },
    };
    expect(isSameStart(state, start)).toBe(isSame);
  });
});
