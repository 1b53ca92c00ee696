import { describe, expect, test } from "vitest";
import type { Command } from "../../../worker/core/conversation/commands.ts";
import { decide } from "../../../worker/core/conversation/decide.ts";
import { toEvidence } from "../../../worker/core/conversation/evidence.ts";
import { admit } from "../../../worker/objects/conversation/admission.ts";
import { wordsAfter } from "../../../worker/core/conversation/words.ts";
import {
  ana,
  asks,
  at,
  ben,
  beginning,
  byAgent,
  clock,
  comes,
  connection,
  customer,
  drops,
  ends,
  given,
  goOn,
  life,
  makesLink,
  placed,
  refusal,
  signsIn,
  type Step,
} from "./support.ts";

const ANA = byAgent(ana);
const active = [comes(0), given(20, ana)];

describe("a guest signs in", () => {
  test("P11 in the browser that started it: theirs from then on, and older credentials are void", () => {
    const before = life({}, ...active);
    const claimed = goOn(before.state, signsIn(30, "s-1", "laptop"));
    expect(claimed.reply).toEqual({ ok: true });
    expect(claimed.lines).toEqual([[30, { type: "identified" }]]);
    expect(claimed.backstage.subject).toBe("s-1");
    expect(claimed.view.customer).toEqual({ name: null, verified: true });
    expect(claimed.state.generation).toBe(before.state.generation + 1);
    expect(claimed.summary).toMatchObject({ customer: { verified: true }, rev: before.summary.rev + 1 });
    expect(claimed.view.phase).toEqual(before.view.phase);
  });

  test("P11 under the name that their site has signed, which the page changes no more", () => {
    const told: Step = [25, { type: "context", told: { name: "Sam at home" } }];
    const claimed = goOn(life({}, ...active, told).state, signsIn(30, "s-1", "laptop", "Sam Ortiz"));
    expect(claimed.view.customer).toEqual({ name: "Sam Ortiz", verified: true });
    expect(claimed.summary.customer).toEqual({ name: "Sam Ortiz", verified: true });
    expect(goOn(claimed.state, [40, { type: "context", told: { name: "Somebody" } }]).state).toBe(claimed.state);
  });

  test("P11 their site signs no name: what the page told stays", () => {
    const told: Step = [25, { type: "context", told: { name: "Sam" } }];
    const claimed = goOn(life({}, ...active, told).state, signsIn(30, "s-1", "laptop"));
    expect(claimed.view.customer).toEqual({ name: "Sam", verified: true });
  });

  test("P11 in any other browser it does not come to be theirs", () => {
    const before = life({}, ...active);
    const other = goOn(before.state, signsIn(30, "s-1", "phone"));
    expect(other.reply).toEqual(refusal("not-allowed"));
    expect(other.state).toBe(before.state);
  });

  test("P11 once theirs it is nobody else's, not even in that browser", () => {
    const owned = life({}, ...active, signsIn(30, "s-1", "laptop"));
    expect(goOn(owned.state, signsIn(40, "s-2", "laptop")).reply).toEqual(refusal("not-allowed"));
    const again = goOn(owned.state, signsIn(40, "s-1", "laptop"));
    expect(again.reply).toEqual({ ok: true });
    expect(again.state).toBe(owned.state);
  });

  test("P11 after the end it is too late", () => {
    expect(life({}, ...active, ends(25, ANA), signsIn(30, "s-1", "laptop")).reply).toEqual(refusal("ended"));
  });

  test("P11 the customer object learns of it, as of an end; the desk of whatever it reads differently", () => {
    const start = beginning();
    const claimed = goOn(start, comes(1), signsIn(30, "s-1", "laptop")).state;
    const owned = { subject: "s-1", conversationId: "talk", widgetId: "shop", startedAt: at(0) };
    expect(wordsAfter(start, claimed)).toMatchObject([
      { topic: "desk" },
      { topic: "customer", body: { ...owned, live: true } },
    ]);
    const over = goOn(claimed, ends(40, customer)).state;
    expect(wordsAfter(claimed, over)).toMatchObject([
      { topic: "desk" },
      { topic: "customer", body: { ...owned, live: false } },
      { topic: "record" },
    ]);
    expect(wordsAfter(over, goOn(over, clock(50)).state)).toEqual([]);
  });
});

describe("a start whose customer has not come yet", () => {
  const topics = (...[before, after]: Parameters<typeof wordsAfter>) =>
    wordsAfter(before, after).map(({ topic }) => topic);

  test("the customer object knows, and the desk does not", () => {
    expect(topics(null, beginning())).toEqual([]);
    expect(topics(null, beginning({ subject: "s-1" }))).toEqual(["customer"]);
    const claimed = goOn(beginning(), signsIn(5, "s-1", "laptop")).state;
    expect(topics(beginning(), claimed)).toEqual(["customer"]);
  });

  test("the desk hears of it when they come, and of everything from then on", () => {
    const here = life({}, comes(1)).state;
    expect(topics(beginning(), here)).toEqual(["desk"]);
    const away = goOn(here, drops(2)).state;
    expect(topics(here, away)).toEqual(["desk"]);
    expect(topics(away, goOn(away, comes(3)).state)).toEqual(["desk"]);
    expect(topics(here, goOn(here, clock(99)).state)).toEqual([]);
  });

  test("one who never comes is never the desk's business, nor is one who comes too late", () => {
    const start = beginning({ subject: "s-1" });
    const over = goOn(start, clock(1200)).state;
    expect(topics(start, over)).toEqual(["customer"]);
    const late = goOn(start, comes(1200)).state;
    expect(late).toMatchObject({ arrived: false, phase: { state: "closed" } });
    expect(topics(start, late)).toEqual(["customer"]);
    expect(topics(start, goOn(start, ends(5, customer)).state)).toEqual(["customer"]);
  });
});

describe("a connection that comes and goes", () => {
  const flap = (from: number, times: number, every: number): Step[] =>
    Array.from({ length: times }, (_, n) => [drops(from + n * every), comes(from + n * every + every / 2)]).flat();

  test("N09 fifty drops in a minute: one mark, not a line each", () => {
    const before = life({}, ...active);
    const flapped = goOn(before.state, ...flap(60, 50, 1.2));
    expect(flapped.lines).toEqual([]);
    expect(flapped.backstage.unstableUntil).toBe(at(60 + 49 * 1.2 + 60));
    expect(flapped.view).toEqual(before.view);
  });

  test("N09 four drops within a minute make it unstable, three do not, nor four in a longer time", () => {
    expect(life({}, ...active, ...flap(60, 3, 5)).backstage.unstableUntil).toBeNull();
    expect(life({}, ...active, ...flap(60, 4, 5)).backstage.unstableUntil).toBe(at(60 + 15 + 60));
    expect(life({}, ...active, ...flap(60, 4, 20)).backstage.unstableUntil).toBeNull();
  });

  test("N09 what is remembered of drops does not grow", () => {
    expect(life({}, ...active, ...flap(60, 500, 0.1)).state.drops.length).toBeLessThanOrEqual(4);
  });

  test("N05 a second drop without a return is the same absence", () => {
    const before = life({}, ...active, drops(50)).state;
    expect(goOn(before, drops(55, 1)).state).toBe(before);
  });
});

describe("the agent's own connection", () => {
  test("the customer is told while it is lost; the desk, who says it, is told nothing", () => {
    const before = life({}, ...active);
    const lost = goOn(before.state, connection(30, "offer-ana-20", false));
    expect(lost.view.phase).toMatchObject({ agentConnected: false });
    expect(lost.lines).toEqual([]);
    expect(lost.summary).toEqual(before.summary);
    expect(goOn(lost.state, connection(31, "offer-ana-20", false)).state).toBe(lost.state);
    expect(goOn(lost.state, connection(31, "offer-ana-20", true)).view.phase).toMatchObject({ agentConnected: true });
  });

  test("a late word about an earlier assignment, also of the same agent, changes nothing", () => {
    for (const next of [ana, ben]) {
      const again = life({}, ...active, asks(40, ANA, { type: "give-back" }), given(50, next)).state;
      expect(goOn(again, connection(51, "offer-ana-20", false)).state).toBe(again);
      const lost = goOn(again, connection(51, `offer-${next.id}-50`, false));
      expect(lost.view.phase).toMatchObject({ agentConnected: false });
      expect(goOn(lost.state, connection(52, "offer-ana-20", true)).state).toBe(lost.state);
    }
  });

  test("whoever takes it next begins connected", () => {
    const steps = [connection(30, "offer-ana-20", false), asks(40, ANA, { type: "give-back" }), given(50, ben)];
    expect(life({}, ...active, ...steps).view.phase).toMatchObject({ agent: ben, agentConnected: true });
  });
});

describe("the place in the queue", () => {
  test("is the desk's word, and nothing that the desk is told again", () => {
    const before = life({}, comes(0));
    const told = goOn(before.state, placed(1, 2));
    expect(told.view.phase).toMatchObject({ place: 2 });
    expect(told.summary).toEqual(before.summary);
    expect(goOn(told.state, placed(2, 2)).state).toBe(told.state);
    expect(goOn(told.state, given(3, ana), placed(4, 1)).view.phase).not.toHaveProperty("place");
  });
});

describe("evidence", () => {
  const facts = {
    conversationId: "talk",
    widgetId: "shop",
    subject: null,
    starter: "laptop",
    generation: 1,
    reconnect: true,
    linkIds: [],
    startedAt: at(0),
    ended: null,
    awaySince: null,
    holdUntil: null,
    resumableUntil: null,
    agentName: null,
    customerName: null,
  };
  const revokesN = asks(32, customer, { type: "revoke-links", linkId: "n" });
  const CASES: [when: string, steps: Step[], change: Partial<ReturnType<typeof toEvidence>>][] = [
    ["open", [comes(0)], {}],
    ["active", active, { agentName: "Ana" }],
    ["P11 signed in", [...active, signsIn(30, "s-1", "laptop")], { agentName: "Ana", subject: "s-1", generation: 2 }],
    [
      "active, away",
      [...active, drops(50)],
      { agentName: "Ana", awaySince: at(50), holdUntil: at(350), resumableUntil: at(1250) },
    ],
    ["waiting", [...active, drops(50), clock(400)], { agentName: "Ana", awaySince: at(50), resumableUntil: at(1250) }],
    ["wrap-up", [...active, ends(50, customer)], { ended: { at: at(50), by: "customer", reason: "ended" } }],
    [
      "links that are not revoked",
      [
        ...active,
        ...["l", "m"].map((id) => makesLink(30, customer, id)),
        makesLink(30, ANA, "n"),
        makesLink(31, ANA, "o"),
        revokesN,
      ],
      { agentName: "Ana", linkIds: ["l", "o"] },
    ],
    [
      "L06 links that are not revoked, after the end",
      [...active, makesLink(30, ANA, "n"), makesLink(31, ANA, "o"), revokesN, ends(50, customer)],
      { linkIds: ["o"], ended: { at: at(50), by: "customer", reason: "ended" } },
    ],
    [
      "K12 closed",
      [...active, drops(50), clock(2000)],
      { ended: { at: at(1250), by: "limit", reason: "expired", awaySince: at(50) } },
    ],
  ];

  test.each(CASES)("%s", (_when, steps, change) => {
    expect(toEvidence(life({}, ...steps).state)).toEqual({ ...facts, ...change });
  });
});

test("P11 a Worker from before that says nothing of a name claims for one without a name", () => {
  let state = beginning();
  const run = (command: Command) => {
    const before = state;
    const { state: after, reply } = decide(before, command, at(1));
    state = after;
    return { before, after, entries: [], reply };
  };
  const admitted = admit(run, { device: "laptop", subject: "sam", linkId: null, claim: true });
  expect(admitted).toMatchObject({ outcome: "in", owned: true });
  expect(state.customer).toMatchObject({ subject: "sam", name: null, nameSigned: false });
});
