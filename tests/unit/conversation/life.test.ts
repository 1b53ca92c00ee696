import { describe, expect, test } from "vitest";
import type { Actor } from "../../../worker/core/conversation/commands.ts";
import {
  ana,
  asks,
  at,
  ben,
  blocked,
  byAgent,
  clock,
  comes,
  connection,
  customer,
  drops,
  ends,
  type Given,
  given,
  goOn,
  life,
  makesLink,
  opens,
  placed,
  refusal,
  says,
  signsIn,
  type Step,
  sue,
  taken,
} from "./support.ts";

const ANA = byAgent(ana);
const BEN = byAgent(ben);

/** How each state of the table is reached. All are reached within the first hundred seconds. */
const FROM = {
  "open, present": [comes(0)],
  "open, away": [comes(0), placed(2, 3), drops(50)],
  "active, present": [comes(0), given(20, ana)],
  "active, away": [comes(0), given(20, ana), drops(50)],
  waiting: [comes(0), given(20, ana), drops(50), asks(60, ANA, { type: "give-up-hold" })],
  "wrap-up": [comes(0), given(20, ana), ends(50, customer)],
  closed: [comes(0), ends(50, customer)],
} satisfies Record<string, Step[]>;

interface Row {
  from: keyof typeof FROM;
  given?: Given;
  event: string;
  steps: Step[];
  to: string;
  /** Whose units it takes then. */
  units: typeof ana | null;
  /** What the transcript says of it. */
  lines: [number, object][];
}

/** The states as the design's table names them. */
function nameOf({ state, summary }: ReturnType<typeof life>): string {
  const { phase } = state;
  const side = "side" in phase && phase.state !== "waiting" ? `, ${phase.side.at}` : "";
  const front = summary.phase.state === "open" && summary.phase.front ? ", at the front" : "";
  return `${phase.state}${side}${front}`;
}

function wordsFor([, command]: Step): string {
  if (command.type === "say") return `${whoIs(command.actor)} says something`;
  return command.type === "request" ? `${whoIs(command.actor)} asks: ${command.request.type}` : command.type;
}

function whoIs(actor: Actor): string {
  return actor.side === "agent" ? actor.agentId : "customer";
}

const away = (since: number, holdUntil: number | null) => ({
  type: "away",
  since: at(since),
  holdUntil: holdUntil === null ? null : at(holdUntil),
});
const ended = (by: string, reason = "ended") => ({ type: "ended", by, reason });
const left = (reason: string) => ({ type: "left", agent: ana, reason });

const ROWS: Row[] = [
  {
    from: "open, present",
    event: "taken",
    steps: [given(100, ana)],
    to: "active, present",
    units: ana,
    lines: [[100, { type: "joined", agent: ana }]],
  },
  {
    from: "open, present",
    event: "customer drops",
    steps: [drops(100)],
    to: "open, away",
    units: null,
    lines: [],
  },
  {
    from: "open, present",
    event: "customer ends",
    steps: [ends(100, customer)],
    to: "closed",
    units: null,
    lines: [[100, ended("customer")]],
  },
  {
    from: "open, away",
    event: "customer returns",
    steps: [comes(100)],
    to: "open, present",
    units: null,
    lines: [
      [60, away(50, null)],
      [100, { type: "back", afterSeconds: 50 }],
    ],
  },
  {
    from: "open, away",
    event: "customer ends",
    steps: [ends(55, customer, "started-new")],
    to: "closed",
    units: null,
    lines: [[55, ended("customer", "started-new")]],
  },
  {
    from: "open, away",
    event: "limit passes",
    steps: [clock(50 + 1200)],
    to: "closed",
    units: null,
    lines: [
      [60, away(50, null)],
      [1250, ended("limit", "expired")],
    ],
  },
  {
    from: "active, present",
    event: "customer's connection drops",
    steps: [drops(100)],
    to: "active, away",
    units: ana,
    lines: [],
  },
  {
    from: "active, away",
    event: "customer returns before holdUntil",
    steps: [comes(92)],
    to: "active, present",
    units: ana,
    lines: [
      [60, away(50, 350)],
      [92, { type: "back", afterSeconds: 42 }],
    ],
  },
  {
    from: "active, away",
    event: "holdUntil passes",
    steps: [clock(350)],
    to: "waiting",
    units: null,
    lines: [
      [60, away(50, 350)],
      [350, { type: "hold-over", agent: ana, givenUp: false }],
    ],
  },
  {
    from: "active, away",
    event: "agent extends the hold",
    steps: [asks(55, ANA, { type: "extend-hold" })],
    to: "active, away",
    units: ana,
    lines: [[55, { type: "hold-extended", until: at(650) }]],
  },
  {
    from: "active, away",
    event: "agent gives up the hold",
    steps: [asks(55, ANA, { type: "give-up-hold" })],
    to: "waiting",
    units: null,
    lines: [
      [55, away(50, 350)],
      [55, { type: "hold-over", agent: ana, givenUp: true }],
    ],
  },
  {
    from: "waiting",
    event: "customer returns before the limit",
    steps: [comes(1249)],
    to: "open, present, at the front",
    units: null,
    lines: [[1249, { type: "back", afterSeconds: 1199 }]],
  },
  {
    from: "waiting",
    event: "limit passes",
    steps: [clock(1250)],
    to: "closed",
    units: null,
    lines: [[1250, ended("limit", "expired")]],
  },
  {
    from: "waiting",
    event: "customer ends",
    steps: [ends(100, customer, "started-new")],
    to: "closed",
    units: null,
    lines: [[100, ended("customer", "started-new")]],
  },
  {
    from: "waiting",
    event: "agent ends",
    steps: [ends(100, ANA)],
    to: "closed",
    units: null,
    lines: [[100, ended("agent")]],
  },
  ...(["disconnected", "offline"] as const).flatMap((reason): Row[] => [
    {
      from: "active, present",
      event: `agent is gone: ${reason}`,
      steps: [taken(100, "offer-ana-20", reason)],
      to: "open, present, at the front",
      units: null,
      lines: [[100, left(reason)]],
    },
    {
      from: "active, away",
      event: `agent is gone: ${reason}`,
      steps: [taken(55, "offer-ana-20", reason)],
      to: "waiting",
      units: null,
      lines: [
        [55, away(50, 350)],
        [55, left(reason)],
      ],
    },
  ]),
  ...(
    [
      ["gives it back", { type: "give-back" }, "gave-back"],
      ["transfers it to an agent", { type: "transfer", to: { agentId: "ben" } }, "transferred"],
      ["transfers it to a workstream", { type: "transfer", to: { workstreamId: "help" } }, "transferred"],
    ] as const
  ).flatMap(([what, request, reason]): Row[] => [
    {
      from: "active, present",
      event: `agent ${what}`,
      steps: [asks(100, ANA, request)],
      to: "open, present, at the front",
      units: null,
      lines: [[100, left(reason)]],
    },
    {
      from: "active, away",
      event: `agent ${what}`,
      steps: [asks(55, ANA, request)],
      to: "waiting",
      units: null,
      lines: [
        [55, away(50, 350)],
        [55, left(reason)],
      ],
    },
  ]),
  {
    from: "active, away",
    given: { holdSeconds: 1200 },
    event: "limit passes where hold and limit fall together",
    steps: [clock(1250)],
    to: "wrap-up",
    units: null,
    lines: [
      [60, away(50, 1250)],
      [1250, ended("limit", "expired")],
    ],
  },
  ...[ANA, sue, customer].flatMap((actor): Row[] => [
    {
      from: "active, present",
      event: `${whoIs(actor)} ends`,
      steps: [ends(100, actor)],
      to: "wrap-up",
      units: null,
      lines: [[100, ended(actor.side)]],
    },
    {
      from: "active, away",
      event: `${whoIs(actor)} ends`,
      steps: [ends(55, actor)],
      to: "wrap-up",
      units: null,
      lines: [[55, ended(actor.side)]],
    },
  ]),
  {
    from: "active, present",
    given: { wrapUp: { blocks: "always", autoCloseSeconds: 900 } },
    event: "agent ends, and wrap-up blocks",
    steps: [ends(100, ANA)],
    to: "wrap-up",
    units: ana,
    lines: [[100, ended("agent")]],
  },
  {
    from: "wrap-up",
    event: "agent closes it",
    steps: [asks(100, ANA, { type: "close" })],
    to: "closed",
    units: null,
    lines: [[100, { type: "closed" }]],
  },
  {
    from: "wrap-up",
    event: "its time is over",
    steps: [clock(950)],
    to: "closed",
    units: null,
    lines: [[950, { type: "closed" }]],
  },
];

describe("the life of a conversation, row by row", () => {
  test("it starts open, in no place yet, and away until its customer's socket opens", () => {
    const started = life({});
    expect(nameOf(started)).toBe("open, away");
    expect(blocked(started.summary)).toBeNull();
    expect(nameOf(life({}, comes(1)))).toBe("open, present");
    expect(life({}, comes(1)).lines).toEqual([]);
  });

  test.each(ROWS)("$from: $event → $to", ({ from, given: terms, steps, to, units, lines }) => {
    const before = life(terms ?? {}, ...FROM[from]);
    expect(nameOf(before)).toBe(from);
    const after = life(terms ?? {}, ...FROM[from], ...steps);
    expect(nameOf(after)).toBe(to);
    expect(after.reply).toMatchObject({ ok: true });
    expect(blocked(after.summary)).toEqual(units === null ? null : { agentId: units.id, units: 2 });
    expect(after.lines.slice(before.lines.length)).toEqual(lines);
  });
});

describe("what people and the desk see", () => {
  const seen = (from: keyof typeof FROM, ...steps: Step[]) => life({}, ...FROM[from], ...steps);

  test("open: the place in the queue, and the desk may offer it", () => {
    const { view, summary } = seen("open, present", placed(3, 4));
    expect(view.phase).toEqual({ state: "open", customer: { at: "present" }, place: 4 });
    expect(summary.phase).toMatchObject({ state: "open", present: true, queuedAt: at(0), front: false });
  });

  test("open, away: it keeps its place and is not to be offered", () => {
    const { view, summary } = seen("open, away");
    const side = { at: "away", since: at(50), resumableUntil: at(1250) };
    expect(view.phase).toEqual({ state: "open", customer: side, place: 3 });
    expect(summary.phase).toMatchObject({ present: false, queuedAt: at(0), front: false, awaySince: at(50) });
    const back = seen("open, away", comes(100));
    expect(back.view.phase).toEqual({ state: "open", customer: { at: "present" }, place: 3 });
    expect(back.summary.phase).toMatchObject({ present: true, queuedAt: at(0), front: false });
  });

  test("active: who, and whether the agent's own connection lives", () => {
    const { view, summary } = seen("active, present");
    expect(view.phase).toEqual({ state: "active", customer: { at: "present" }, agent: ana, agentConnected: true });
    expect(summary.phase).toEqual({ state: "active", agent: ana, offerId: "offer-ana-20", since: at(20), away: null });
    expect(seen("active, present", connection(30, "offer-ana-20", false)).view.phase).toMatchObject({
      agentConnected: false,
    });
    expect(seen("active, present", connection(30, "offer-ben-20", false)).view.phase).toMatchObject({
      agentConnected: true,
    });
  });

  test("active, away: the countdown to the end of the hold", () => {
    const { view, summary } = seen("active, away");
    const side = { at: "away", since: at(50), holdUntil: at(350), resumableUntil: at(1250) };
    expect(view.phase).toMatchObject({ state: "active", customer: side });
    // The desk does not hear of it before it is noted.
    expect(summary.phase).toMatchObject({ away: null });
    const noted = seen("active, away", [60, { type: "clock" }]);
    expect(noted.summary.phase).toMatchObject({
      away: { since: at(50), holdUntil: at(350), resumableUntil: at(1250) },
    });
    expect(noted.summary.rev).toBe(summary.rev + 1);
    const back = goOn(noted.state, [70, { type: "customer-present" }]);
    expect(back.summary.phase).toMatchObject({ away: null });
  });

  test("active: a customer who comes back within ten seconds was never away to the desk", () => {
    const before = seen("active, present");
    const after = goOn(
      before.state,
      [60, { type: "customer-dropped", since: at(60) }],
      [69, { type: "customer-present" }],
    );
    expect(after.summary).toEqual(before.summary);
  });

  test("waiting: who was there before, and until when", () => {
    const { view, summary } = seen("waiting");
    const side = { at: "away", since: at(50), resumableUntil: at(1250) };
    expect(view.phase).toEqual({ state: "waiting", customer: side, previousAgent: ana });
    expect(summary.phase).toEqual({
      state: "waiting",
      previousAgent: ana,
      awaySince: at(50),
      resumableUntil: at(1250),
    });
  });

  test("back from waiting: the previous agent is preferred, and everyone may know who it was", () => {
    const { view, summary } = seen("waiting", comes(400));
    expect(view.phase).toEqual({ state: "open", customer: { at: "present" }, place: null, previousAgent: ana });
    expect(summary.phase).toMatchObject({
      present: true,
      front: true,
      queuedAt: at(400),
      previousAgent: ana,
      notTo: [],
      onlyTo: null,
    });
  });

  test("given back: to anybody but them", () => {
    const { summary } = seen("active, present", asks(60, ANA, { type: "give-back" }));
    expect(summary.phase).toMatchObject({ front: true, previousAgent: null, notTo: ["ana"], onlyTo: null });
  });

  test("transferred: to the one who was named, or to the agents of another workstream", () => {
    const toBen = seen("active, present", asks(60, ANA, { type: "transfer", to: { agentId: "ben" } }));
    expect(toBen.summary).toMatchObject({ workstreamId: "sales", phase: { notTo: ["ana"], onlyTo: "ben" } });
    const toHelp = seen("active, present", asks(60, ANA, { type: "transfer", to: { workstreamId: "help" } }));
    expect(toHelp.summary).toMatchObject({ workstreamId: "help", phase: { notTo: ["ana"], onlyTo: null } });
    expect(toHelp.backstage.workstreamId).toBe("help");
  });

  test("transferred while the customer is away: the wish is kept until they are back", () => {
    const steps = [asks(55, ANA, { type: "transfer", to: { agentId: "ben" } }), comes(100)];
    expect(seen("active, away", ...steps).summary.phase).toMatchObject({ front: true, notTo: ["ana"], onlyTo: "ben" });
  });

  test("wrap-up: until when, and until when it blocks", () => {
    const { view, summary, backstage } = seen("wrap-up");
    const ending = { at: at(50), by: "customer", reason: "ended" };
    expect(view.phase).toEqual({ state: "wrap-up", agent: ana, ended: ending, closesAt: at(950) });
    expect(summary.phase).toEqual({ state: "wrap-up", agent: ana, endedAt: at(50), blocks: null, closesAt: at(950) });
    expect(backstage.blocks).toBeNull();
  });

  test("closed: how it ended", () => {
    const { view, summary } = seen("closed");
    const ending = { at: at(50), by: "customer", reason: "ended" };
    expect(view.phase).toEqual({ state: "closed", ended: ending, closedAt: at(50) });
    expect(summary.phase).toEqual({ state: "closed" });
  });

  test("reconnect links show as long as one can come back", () => {
    const link = { id: "l", by: "customer", madeAt: at(51), openedAt: null };
    expect(seen("active, present", makesLink(51, customer, "l")).backstage.links).toEqual([link]);
    expect(seen("active, present", makesLink(51, customer, "l"), ends(60, ANA)).backstage.links).toEqual([]);
  });
});

describe("refusals", () => {
  const REFUSED: [from: keyof typeof FROM, step: Step, code: string][] = [
    ["open, away", given(60, ana), "gone"],
    ["active, present", given(60, ben), "gone"],
    ["active, away", given(60, ben), "gone"],
    ["waiting", given(70, ben), "gone"],
    ["wrap-up", given(60, ben), "gone"],
    ["closed", given(60, ben), "gone"],
    ["active, present", asks(60, ANA, { type: "extend-hold" }), "not-now"],
    ["active, present", asks(60, ANA, { type: "give-up-hold" }), "not-now"],
    ["active, present", asks(60, ANA, { type: "close" }), "not-now"],
    ["active, present", asks(60, ANA, { type: "transfer", to: { agentId: "ana" } }), "not-now"],
    ["waiting", asks(70, sue, { type: "extend-hold" }), "not-now"],
    ["waiting", asks(70, sue, { type: "give-up-hold" }), "not-now"],
    ["waiting", asks(70, sue, { type: "give-back" }), "not-now"],
    ["waiting", asks(70, sue, { type: "transfer", to: { agentId: "ben" } }), "not-now"],
    ["waiting", asks(70, ANA, { type: "extend-hold" }), "not-now"],
    ["waiting", asks(70, ANA, { type: "give-back" }), "not-now"],
    ["waiting", asks(70, ANA, { type: "set-notes", text: "x" }), "not-now"],
    ["waiting", makesLink(70, ANA, "l"), "not-allowed"],
    ["waiting", asks(70, ANA, { type: "revoke-links", linkId: null }), "not-allowed"],
    ["waiting", ends(70, BEN), "not-allowed"],
    ["closed", ends(60, ANA), "not-allowed"],
    ["closed", asks(60, sue, { type: "set-notes", text: "x" }), "ended"],
    ["wrap-up", asks(60, ANA, { type: "give-back" }), "not-now"],
    ["wrap-up", asks(60, ANA, { type: "extend-hold" }), "not-now"],
    ["open, present", ends(60, ANA), "not-allowed"],
    ["active, present", ends(60, BEN), "not-allowed"],
    ["active, present", asks(60, BEN, { type: "give-back" }), "not-allowed"],
    ["active, present", asks(60, customer, { type: "give-back" }), "not-allowed"],
    ["active, present", asks(60, customer, { type: "set-notes", text: "x" }), "not-allowed"],
    ["active, present", makesLink(60, BEN, "l"), "not-allowed"],
    ["active, present", asks(60, BEN, { type: "revoke-links", linkId: null }), "not-allowed"],
    ["active, present", says(60, BEN, "hello"), "not-allowed"],
    ["active, present", says(60, sue, "hello"), "not-allowed"],
    ["waiting", says(70, ANA, "hello"), "not-allowed"],
    ["wrap-up", asks(60, customer, { type: "close" }), "not-allowed"],
    ["wrap-up", asks(60, BEN, { type: "close" }), "not-allowed"],
    ["wrap-up", says(60, customer, "hello"), "ended"],
    ["wrap-up", says(60, ANA, "hello"), "ended"],
    ["closed", says(60, customer, "hello"), "ended"],
    ["wrap-up", makesLink(60, customer, "l"), "ended"],
  ];

  const cases = REFUSED.map(([from, step, code]) => ({ from, step, code, what: wordsFor(step) }));
  test.each(cases)("$from: $what → $code", ({ from, step, code }) => {
    const before = life({}, ...FROM[from], clock(step[0]));
    const after = life({}, ...FROM[from], step);
    expect(after.reply).toEqual(refusal(code));
    expect(after.state).toEqual(before.state);
    expect(after.lines).toEqual(before.lines);
  });

  test("a supervisor has every conversation in hand, but speaks only in their own", () => {
    expect(life({}, ...FROM["active, present"], asks(60, sue, { type: "give-back" })).reply).toEqual({ ok: true });
    expect(life({}, ...FROM["open, present"], ends(60, sue)).view.phase.state).toBe("closed");
  });

  test("notes are written while it lives and in wrap-up", () => {
    const note = (seconds: number) => asks(seconds, ANA, { type: "set-notes", text: "likes tea" });
    expect(life({}, ...FROM["active, present"], note(60)).backstage.notes).toBe("likes tea");
    expect(life({}, ...FROM["wrap-up"], note(60)).backstage.notes).toBe("likes tea");
  });
});

describe("closed is terminal: nothing opens it again, and nothing is written any more", () => {
  const past = [comes(0), given(20, ana), makesLink(40, ANA, "l"), ends(50, customer), clock(950)];
  const gone = life({}, ...past).state;
  const everything: Step[] = [
    clock(99_999),
    comes(1000),
    drops(1000),
    given(1000, ana),
    given(1000, ana, "offer-ana-20"),
    taken(1000, "offer-ana-20"),
    connection(1000, "offer-ana-20", false),
    placed(1000, 1),
    opens(1000, "l"),
    signsIn(1000, "s", "laptop"),
    says(1000, customer, "hello"),
    ends(1000, customer),
    ends(1000, ANA),
    makesLink(1000, ANA, "m"),
    asks(1000, ANA, { type: "revoke-links", linkId: null }),
    asks(1000, ANA, { type: "close" }),
    asks(1000, ANA, { type: "set-notes", text: "too late" }),
    asks(1000, ANA, { type: "give-back" }),
    asks(1000, sue, { type: "transfer", to: { agentId: "ben" } }),
    asks(1000, ANA, { type: "extend-hold" }),
    asks(1000, ANA, { type: "give-up-hold" }),
  ];
  test.each(everything.map((step) => ({ step, what: wordsFor(step) })))("$what", ({ step }) => {
    expect(gone.phase.state).toBe("closed");
    const after = goOn(gone, step);
    expect(after.state).toEqual(gone);
    expect(after.lines).toEqual([]);
  });
});
