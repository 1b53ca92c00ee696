import { toAssignAnswer } from "../../../worker/core/conversation/report.ts";
import { describe, expect, test } from "vitest";
import { nextDeadline } from "../../../worker/core/conversation/deadlines.ts";
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
  customer,
  drops,
  ends,
  type Given,
  given,
  goOn,
  type Life,
  life,
  refusal,
  type Step,
  sue,
  taken,
} from "./support.ts";

const ANA = byAgent(ana);
const active = [comes(0), given(20, ana)];
const heldFrom50 = [...active, drops(50)];
const nextAt = ({ state }: Life) => nextDeadline(state.phase)?.at ?? null;
const kinds = (lines: Life["lines"]) => lines.map(([seconds, { type }]) => [seconds, type]);
const EXPIRED = { type: "ended", by: "limit", reason: "expired" };

describe("away while queued", () => {
  test("K01 drops while queued, limit passes: closed, never assigned", () => {
    const late = life({}, comes(0), drops(100), clock(1299));
    expect(late.view.phase.state).toBe("open");
    expect(late.summary.phase).toMatchObject({ present: false });
    const over = goOn(late.state, given(1300, ana));
    expect(over.reply).toEqual(refusal("gone"));
    expect(over.view.phase).toMatchObject({ state: "closed", closedAt: at(1300) });
    expect(over.lines).toEqual([[1300, EXPIRED]]);
  });

  test("K01 returning before the limit keeps the place", () => {
    const { summary } = life({}, comes(0), drops(100), comes(1299));
    expect(summary.phase).toMatchObject({ state: "open", present: true, queuedAt: at(0), front: false });
  });

  test("K01 the limit counts anew with each absence", () => {
    expect(life({}, comes(0), drops(100), comes(1200), drops(1201), clock(2400)).view.phase.state).toBe("open");
  });

  test("a customer who never opened the socket is not waited for longer than the limit", () => {
    expect(life({}, clock(1199)).view.phase.state).toBe("open");
    expect(life({}, clock(1200)).view.phase).toMatchObject({ state: "closed", closedAt: at(1200) });
  });
});

describe("the hold", () => {
  test("K02 drops while active: stays active, unit stays blocked, agent sees it at once and the countdown", () => {
    const { summary, view, lines } = life({}, ...heldFrom50, clock(59));
    expect(blocked(summary)).toEqual({ agentId: "ana", units: 2 });
    expect(view.phase).toMatchObject({ state: "active", customer: { at: "away", since: at(50), holdUntil: at(350) } });
    expect(kinds(lines)).toEqual([[20, "joined"]]);
  });

  test("K02 the deadlines run from when the drop was noticed, and the mark says since when nothing was heard", () => {
    const { view, lines } = life({}, ...active, drops(50, 30));
    const side = { at: "away", since: at(20), holdUntil: at(350), resumableUntil: at(1250) };
    expect(view.phase).toMatchObject({ customer: side });
    expect(lines.at(-1)).toEqual([50, { type: "away", since: at(20), holdUntil: at(350) }]);
  });

  test("K02 a sign of life from the future, by another machine's clock, is one of now", () => {
    expect(life({}, ...active, drops(50, -10)).view.phase).toMatchObject({ customer: { since: at(50) } });
  });

  test("K03 back inside the hold: same agent, same unit, and the agent sees after how long", () => {
    const before = life({}, ...heldFrom50);
    const { summary, view, lines } = goOn(before.state, comes(349.999));
    expect(view.phase).toMatchObject({ state: "active", agent: ana, customer: { at: "present" } });
    expect(summary.phase).toMatchObject({ agent: ana, offerId: "offer-ana-20", since: at(20) });
    expect(blocked(summary)).toEqual(blocked(before.summary));
    expect(lines.at(-1)).toEqual([349.999, { type: "back", afterSeconds: 300 }]);
  });

  test("K03 coming and going is no news below ten seconds, and is from ten on", () => {
    expect(kinds(life({}, ...heldFrom50, comes(59.999)).lines)).toEqual([[20, "joined"]]);
    expect(kinds(life({}, ...heldFrom50, comes(60)).lines).slice(1)).toEqual([
      [60, "away"],
      [60, "back"],
    ]);
  });

  test("K03 present already: another tab or device changes nothing", () => {
    const before = life({}, ...active).state;
    const again = goOn(before, comes(60));
    expect(again.state).toBe(before);
    expect(again.lines).toEqual([]);
  });

  test("K04 hold over: waiting, capacity released exactly once, and the agent can be given another conversation", () => {
    const before = life({}, ...heldFrom50, clock(349.999));
    expect(blocked(before.summary)).not.toBeNull();
    const over = goOn(before.state, clock(350));
    expect(over.view.phase).toMatchObject({ state: "waiting", previousAgent: ana });
    expect(blocked(over.summary)).toBeNull();
    expect(over.summary.rev).toBe(before.summary.rev + 1);
    const again = goOn(over.state, clock(350), clock(351), clock(1249));
    expect(again.state).toEqual(over.state);
    expect(again.lines).toEqual([]);
  });

  test("K04 at the very instant of holdUntil the clock decides", () => {
    const { view, lines } = life({}, ...heldFrom50, comes(350));
    expect(view.phase).toMatchObject({ state: "open", previousAgent: ana });
    expect(kinds(lines).slice(1)).toEqual([
      [60, "away"],
      [350, "hold-over"],
      [350, "back"],
    ]);
  });

  test("C03 a hold of 0: waiting at once, and still resumable until the limit", () => {
    const { view, summary, lines } = life({ holdSeconds: 0 }, ...heldFrom50);
    expect(view.phase).toMatchObject({ state: "waiting", customer: { resumableUntil: at(1250) } });
    expect(blocked(summary)).toBeNull();
    // However short, an absence that costs the hold is written down, and before what it led to.
    expect(lines.slice(1)).toEqual([
      [50, { type: "away", since: at(50), holdUntil: at(50) }],
      [50, { type: "hold-over", agent: ana, givenUp: false }],
    ]);
    expect(life({ holdSeconds: 0 }, ...heldFrom50, comes(1249)).view.phase.state).toBe("open");
  });

  test("K08 agent extends the hold: by its own length, up to the limit, not past", () => {
    const extend = (seconds: number) => asks(seconds, ANA, { type: "extend-hold" });
    const holdUntil = (...steps: ReturnType<typeof extend>[]) => {
      const { phase } = life({}, ...heldFrom50, ...steps).summary;
      return phase.state === "active" ? phase.away?.holdUntil : null;
    };
    expect(holdUntil(extend(60))).toBe(at(650));
    expect(holdUntil(extend(60), extend(61))).toBe(at(950));
    expect(holdUntil(extend(60), extend(61), extend(62))).toBe(at(1250));
    const full = life({}, ...heldFrom50, extend(60), extend(61), extend(62), extend(63));
    expect(full.reply).toEqual(refusal("beyond-limit"));
    expect(goOn(full.state, clock(1250)).view.phase.state).toBe("wrap-up");
  });

  test("K08 the last extension is cut off at the limit", () => {
    const extended = life({ holdSeconds: 900 }, ...heldFrom50, asks(60, ANA, { type: "extend-hold" }));
    expect(extended.reply).toEqual({ ok: true });
    expect(extended.lines.at(-1)).toEqual([60, { type: "hold-extended", until: at(1250) }]);
  });

  test("K08 a short hold is extended by a minute", () => {
    const { lines } = life({ holdSeconds: 20 }, ...heldFrom50, asks(55, sue, { type: "extend-hold" }));
    expect(lines.at(-1)).toEqual([55, { type: "hold-extended", until: at(130) }]);
  });

  test("K08 too late to extend: the hold is over", () => {
    const late = (actor: Actor) => life({}, ...heldFrom50, asks(350, actor, { type: "extend-hold" }));
    // It is not theirs any more, and they may still look on.
    expect(late(ANA).reply).toEqual(refusal("not-now"));
    expect(late(sue).reply).toEqual(refusal("not-now"));
    expect(late(ANA).view.phase.state).toBe("waiting");
  });

  test("K08 agent gives up the hold: waiting at once", () => {
    const { view, summary, lines } = life({}, ...heldFrom50, asks(70, ANA, { type: "give-up-hold" }));
    expect(view.phase.state).toBe("waiting");
    expect(blocked(summary)).toBeNull();
    expect(lines.at(-1)).toEqual([70, { type: "hold-over", agent: ana, givenUp: true }]);
  });

  test("K07 agent ends during the hold: hold cancelled, capacity as wrap-up says", () => {
    const wrapUp = { blocks: 120, autoCloseSeconds: 900 };
    const { state, summary } = life({ wrapUp }, ...heldFrom50, ends(70, ANA));
    expect(summary.phase).toMatchObject({ state: "wrap-up", endedAt: at(70), blocks: at(190), closesAt: at(970) });
    const later = goOn(state, comes(80), clock(360), clock(1260));
    expect(kinds(later.lines)).toEqual([[970, "closed"]]);
    expect(blocked(life({}, ...heldFrom50, ends(70, ANA)).summary)).toBeNull();
  });
});

describe("the limit", () => {
  test("K05 from waiting and from open to closed, exactly once, a line recorded", () => {
    for (const past of [heldFrom50, [comes(0), drops(50)]]) {
      const before = life({}, ...past, clock(1249.999)).state;
      const over = goOn(before, clock(1250));
      expect(over.view.phase).toMatchObject({ state: "closed", closedAt: at(1250) });
      expect(over.lines).toEqual([[1250, EXPIRED]]);
      expect(goOn(over.state, clock(1250), clock(9_999)).lines).toEqual([]);
    }
  });

  test("K05 hold equal to the limit: the limit decides, from active to wrap-up", () => {
    const { view, lines } = life({ holdSeconds: 1200 }, ...heldFrom50, clock(1250));
    const ended = { at: at(1250), by: "limit", reason: "expired" };
    expect(view.phase).toMatchObject({ state: "wrap-up", agent: ana, ended, closesAt: at(2150) });
    expect(kinds(lines).slice(1)).toEqual([
      [60, "away"],
      [1250, "ended"],
    ]);
  });

  test("K05 a hold beyond the limit ends with it", () => {
    const { view, state } = life({ holdSeconds: 9999 }, ...heldFrom50);
    expect(view.phase).toMatchObject({ customer: { holdUntil: at(1250), resumableUntil: at(1250) } });
    expect(goOn(state, clock(1250)).view.phase.state).toBe("wrap-up");
  });

  test("K05 a limit below ten seconds: the absence is written down before the end that it led to", () => {
    expect(kinds(life({ limitSeconds: 5 }, comes(0), drops(50), clock(60)).lines)).toEqual([
      [55, "away"],
      [55, "ended"],
    ]);
  });

  test("K10 active with the customer present: never closed by inactivity", () => {
    const before = life({}, ...active);
    expect(nextAt(before)).toBeNull();
    expect(goOn(before.state, clock(99_999_999)).state).toBe(before.state);
    const back = life({}, ...heldFrom50, comes(60));
    expect(nextAt(back)).toBeNull();
  });

  test("K10 open with the customer present: not either", () => {
    expect(nextAt(life({}, comes(0)))).toBeNull();
  });
});

describe("wrap-up", () => {
  const RULES: [name: string, blocks: "none" | "always" | number, freeAt: number, closesAt: number][] = [
    ["none", "none", 70, 970],
    ["0 seconds", 0, 70, 970],
    ["120 seconds", 120, 190, 970],
    ["always", "always", 970, 970],
    ["longer than it would stay open", 1800, 1870, 1870],
  ];

  test.each(RULES)("K06 %s: capacity released when it says", (_name, blocks, freeAt, closesAt) => {
    const before = life({ wrapUp: { blocks, autoCloseSeconds: 900 } }, ...active, ends(70, ANA)).state;
    const justBefore = blocked(goOn(before, clock(Math.max(70, freeAt - 0.001))).summary);
    expect(justBefore === null).toBe(freeAt === 70);
    expect(blocked(goOn(before, clock(freeAt)).summary)).toBeNull();
    expect(goOn(before, clock(closesAt - 0.001)).view.phase.state).toBe("wrap-up");
    const { view, lines } = goOn(before, clock(freeAt), clock(closesAt));
    expect(view.phase.state).toBe("closed");
    expect(lines).toEqual([[closesAt, { type: "closed" }]]);
  });

  test("K06 closed by the agent before: free at once", () => {
    const wrapUp = { blocks: "always", autoCloseSeconds: 900 } as const;
    const { summary } = life({ wrapUp }, ...active, ends(70, ANA), asks(80, ANA, { type: "close" }));
    expect(blocked(summary)).toBeNull();
    expect(summary.phase.state).toBe("closed");
  });

  test("K06 every blocked unit says until when", () => {
    const after = (blocks: "always" | number) =>
      life({ wrapUp: { blocks, autoCloseSeconds: 900 } }, ...active, ends(70, ANA));
    expect(after("always").summary.phase).toMatchObject({ blocks: "close", closesAt: at(970) });
    expect(after("always").backstage.blocks).toBe("close");
    expect(after(120).summary.phase).toMatchObject({ blocks: at(190), closesAt: at(970) });
    expect(after(120).backstage.blocks).toBe(at(190));
  });

  test("K10 it is closed after its time, at once where that is none", () => {
    const wrapUp = { blocks: "none", autoCloseSeconds: 0 } as const;
    expect(kinds(life({ wrapUp }, ...active, ends(70, ANA)).lines).slice(1)).toEqual([
      [70, "ended"],
      [70, "closed"],
    ]);
  });

  test("K11 customer ends after coming back: ended on the agent's side too", () => {
    const { view, lines } = life({}, ...heldFrom50, comes(100), ends(110, customer));
    expect(view.phase).toMatchObject({ state: "wrap-up", ended: { at: at(110), by: "customer", reason: "ended" } });
    expect(kinds(lines).at(-1)).toEqual([110, "ended"]);
  });

  test("T06 a second end, of whoever, is as good as the first and leaves no line", () => {
    const before = life({}, ...active, ends(70, customer)).state;
    const again = goOn(before, ends(71, customer, "started-new"), ends(72, ANA));
    expect(again.replies).toEqual([{ ok: true }, { ok: true }]);
    // That they were asked is remembered, and nothing else.
    expect(again.state).toEqual({ ...before, recentRequests: again.state.recentRequests });
    expect(again.lines).toEqual([]);
  });

  test("P04 the customer starts new: the agent learns why", () => {
    const { view, lines } = life({}, ...heldFrom50, ends(70, customer, "started-new"));
    expect(view.phase).toMatchObject({ state: "wrap-up", ended: { by: "customer", reason: "started-new" } });
    expect(lines.at(-1)).toEqual([70, { type: "ended", by: "customer", reason: "started-new" }]);
  });
});

describe("hands", () => {
  test("K09 the agent gives it back: open, offered again, and whoever takes it next has it", () => {
    const back = life({}, ...active, asks(60, ANA, { type: "give-back" }), given(65, ben));
    expect(back.view.phase).toMatchObject({ state: "active", agent: ben });
    expect(kinds(back.lines)).toEqual([
      [20, "joined"],
      [60, "left"],
      [65, "joined"],
    ]);
  });

  test("K09 given back while the customer is away: on return the conversation goes on with maybe another agent", () => {
    const steps = [asks(60, ANA, { type: "give-back" }), comes(70)];
    const back = life({}, ...heldFrom50, ...steps);
    expect(back.summary.phase).toMatchObject({ state: "open", present: true, front: true, notTo: ["ana"] });
    expect(goOn(back.state, given(71, ben)).view.phase).toMatchObject({ state: "active", agent: ben });
  });

  test("K15 customer drops while the offer is out: a late accept is gone", () => {
    const late = life({}, comes(0), drops(10), given(11, ana));
    expect(late.reply).toEqual(refusal("gone"));
    expect(blocked(late.summary)).toBeNull();
    const other = life({}, comes(0), given(10, ben), given(11, ana));
    expect(other.reply).toEqual(refusal("gone"));
    expect(other.view.phase).toMatchObject({ agent: ben });
  });

  test("K15 the same offer told again is accepted again, and joins once", () => {
    const again = life({}, ...active, given(30, ana, "offer-ana-20"));
    expect(again.replies.slice(-2)).toEqual([{ ok: true }, { ok: true }]);
    expect(kinds(again.lines)).toEqual([[20, "joined"]]);
  });

  test("K15 an offer that was accepted and is over does not bring back the agent who gave it back", () => {
    const back = life({}, ...active, asks(60, ANA, { type: "give-back" }), given(61, ana, "offer-ana-20"));
    expect(back.reply).toEqual(refusal("gone"));
    expect(back.view.phase.state).toBe("open");
    expect(toAssignAnswer(back.state, "offer-ana-20", false)).toEqual({ answer: "spent", summary: back.summary });
    expect(toAssignAnswer(back.state, "offer-ana-62", false).answer).toBe("gone");
  });

  test("K16 customer away and the agent is gone: waiting, units freed, nobody held", () => {
    for (const reason of ["disconnected", "offline"] as const) {
      const { view, summary, lines, state } = life({}, ...heldFrom50, taken(100, "offer-ana-20", reason));
      expect(view.phase).toMatchObject({ state: "waiting", previousAgent: ana });
      expect(blocked(summary)).toBeNull();
      expect(lines.at(-1)).toEqual([100, { type: "left", agent: ana, reason }]);
      expect(kinds(goOn(state, clock(350), clock(1250)).lines)).toEqual([[1250, "ended"]]);
    }
  });

  test("K14 K16 the grace passed while nobody watched: the agent left when it did, but not before they joined", () => {
    const left = { type: "left", agent: ana, reason: "disconnected" };
    const late = life({}, ...active, taken(500, "offer-ana-20", "disconnected", 170));
    expect(late.lines.at(-1)).toEqual([170, left]);
    expect(late.summary.phase).toMatchObject({ state: "open", front: true, queuedAt: at(170) });
    expect(life({}, ...active, taken(500, "offer-ana-20", "disconnected", 10)).lines.at(-1)).toEqual([20, left]);
    expect(life({}, ...active, taken(500, "offer-ana-20", "disconnected", 900)).lines.at(-1)).toEqual([500, left]);
  });

  test("K16 words about another assignment change nothing, not even the same agent's, nor do repeated ones", () => {
    for (const next of [ana, ben]) {
      const before = life({}, ...active, taken(60, "offer-ana-20"), given(70, next)).state;
      expect(goOn(before, taken(80, "offer-ana-20")).state).toBe(before);
      expect(goOn(before, taken(80, "offer-never")).state).toBe(before);
      expect(goOn(before, taken(80, `offer-${next.id}-70`)).view.phase.state).toBe("open");
    }
    const open = life({}, ...active, taken(60, "offer-ana-20")).state;
    expect(goOn(open, taken(61, "offer-ana-20")).state).toBe(open);
  });
});

describe("an absence that somebody acts on", () => {
  const away = { type: "away", since: at(50), holdUntil: at(350) };
  const ACTS: [name: string, step: Step][] = [
    ["gives up the hold", asks(55, ANA, { type: "give-up-hold" })],
    ["gives it back", asks(55, ANA, { type: "give-back" })],
    ["transfers it", asks(55, ANA, { type: "transfer", to: { workstreamId: "help" } })],
    ["is gone", taken(55, "offer-ana-20")],
  ];

  test.each(ACTS)("the agent %s: it is written down before that, once, and so is the return", (_name, step) => {
    const { lines, state } = life({}, ...heldFrom50, step);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toEqual([55, away]);
    expect(goOn(state, clock(60), clock(400)).lines).toEqual([]);
    expect(goOn(state, comes(57)).lines).toEqual([[57, { type: "back", afterSeconds: 7 }]]);
  });

  test.each(ACTS)("the agent %s: not again where it stands already", (_name, [, command]) => {
    expect(
      kinds(life({}, ...heldFrom50, clock(60), [70, command]).lines).filter(([, type]) => type === "away"),
    ).toEqual([[60, "away"]]);
  });

  test.each(ACTS)("the agent %s while the customer is there: there is none", (_name, [, command]) => {
    expect(kinds(life({}, ...active, [55, command]).lines).filter(([, type]) => type === "away")).toEqual([]);
  });

  test("what is refused writes nothing down", () => {
    const toSelf = asks(55, ANA, { type: "transfer", to: { agentId: "ana" } });
    const before = life({}, ...heldFrom50).state;
    expect(goOn(before, toSelf)).toMatchObject({ state: before, lines: [], reply: refusal("not-now") });
  });

  test("K14 the agent went before the customer: it is written down when it is known, not before it began", () => {
    const { lines } = life({}, ...heldFrom50, taken(55, "offer-ana-20", "disconnected", 30));
    expect(lines.slice(1)).toEqual([
      [55, away],
      [30, { type: "left", agent: ana, reason: "disconnected" }],
    ]);
  });
});

describe("time that nobody watched", () => {
  const STORY: Given = { wrapUp: { blocks: 60, autoCloseSeconds: 300 } };

  test("K14 deadlines that passed while the process was down take effect in order, with their due times", () => {
    const { state, lines } = goOn(life(STORY, ...heldFrom50).state, clock(86_400));
    expect(lines).toEqual([
      [60, { type: "away", since: at(50), holdUntil: at(350) }],
      [350, { type: "hold-over", agent: ana, givenUp: false }],
      [1250, EXPIRED],
    ]);
    expect(state.phase).toMatchObject({ state: "closed", closedAt: at(1250), ended: { at: at(1250) } });
  });

  test("K14 through the end of wrap-up", () => {
    const steps = [...heldFrom50, clock(86_400)];
    const { lines, view } = life({ ...STORY, holdSeconds: 1200 }, ...steps);
    expect(kinds(lines).slice(1)).toEqual([
      [60, "away"],
      [1250, "ended"],
      [1550, "closed"],
    ]);
    expect(view.phase).toMatchObject({ state: "closed", ended: { at: at(1250) }, closedAt: at(1550) });
  });

  test("K14 whoever comes late finds what time has done, and is judged by it", () => {
    const back = goOn(life({}, ...heldFrom50).state, comes(400));
    expect(kinds(back.lines)).toEqual([
      [60, "away"],
      [350, "hold-over"],
      [400, "back"],
    ]);
    expect(back.view.phase.state).toBe("open");
    const dead = goOn(life({}, ...heldFrom50).state, comes(1250));
    expect(dead.view.phase.state).toBe("closed");
    expect(kinds(dead.lines).at(-1)).toEqual([1250, "ended"]);
  });

  test("K14 an alarm that rings early or twice does nothing", () => {
    const before = life({}, ...heldFrom50).state;
    expect(goOn(before, clock(51), clock(59.999), clock(50)).state).toBe(before);
    const once = goOn(before, clock(350)).state;
    expect(goOn(once, clock(350), clock(350)).state).toBe(once);
  });

  test("a life fed every millisecond is the life that one late clock finds", () => {
    const terms: Given = { holdSeconds: 12, limitSeconds: 15, wrapUp: { blocks: 2, autoCloseSeconds: 4 } };
    for (const holdSeconds of [0, 4, 12, 15]) {
      const before = life({ ...terms, holdSeconds }, comes(0), given(1, ana), drops(2)).state;
      const steps = Array.from({ length: 22_000 }, (_, ms) => clock(2 + ms / 1_000));
      const [onTime, late] = [goOn(before, ...steps), goOn(before, clock(24))];
      expect(onTime.lines).toEqual(late.lines);
      expect({ ...onTime.state, rev: 0 }).toEqual({ ...late.state, rev: 0 });
      expect(late.view.phase.state).toBe("closed");
    }
  });
});
